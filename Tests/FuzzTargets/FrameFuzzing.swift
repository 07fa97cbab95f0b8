import Cells
import TerminalGrammar

@testable import Terminal

/// The frame filter: what it is given cannot break it, and of a frame that is allowed it makes one
/// that is allowed, too.
enum FrameFuzzing {
  static func fault(in bytes: [UInt8]) -> String? {
    _ = filtered(bytes)
    let frame = frame(from: bytes)
    let faults = OutputGrammar.faults(in: filtered(frame))
    return faults.first.map { "of a frame that is allowed comes \($0)" }
  }

  private static func filtered(_ frame: [UInt8]) -> [UInt8] {
    var look: Rendition?
    return FrameFilter.filter(
      frame, indents: Array(repeating: 2, count: 24), foreground: slots, background: backgrounds,
      look: &look)
  }

  private static let slots: Slots = {
    var slots = Slots()
    for number in 0..<200 {
      let url = number % 3 == 0 ? "https://a.example/\u{1B}\\" : "https://a.example/\(number)"
      let link = number % 2 == 0 ? Grid.Link(url: url, id: number) : nil
      let tint = Tint.rgb(red: UInt8(number), green: 1, blue: 2)
      if let slot = slots.number(for: Slots.Meaning(tint: tint, link: link)) { slots.retain(slot) }
    }
    return slots
  }()

  private static let backgrounds: Slots = {
    var slots = Slots(isBackground: true)
    for number in 0..<200 {
      let tint = Tint.rgb(red: 3, green: UInt8(number), blue: 4)
      if let slot = slots.number(for: Slots.Meaning(tint: tint)) { slots.retain(slot) }
    }
    return slots
  }()

  /// A frame as the library writes it, of which each piece is chosen by two bytes.
  private static func frame(from bytes: [UInt8]) -> [UInt8] {
    var frame: [UInt8] = []
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (kind, number) = (bytes[index], Int(bytes[index + 1]))
      frame += Array(piece(Int(kind) % 13, number).utf8)
    }
    return frame
  }

  private static func piece(_ kind: Int, _ number: Int) -> String {
    switch kind {
    case 0: "\u{1B}[38;5;\(number)m"
    case 1: "\u{1B}[48:5:\(number)m"
    case 2: "\u{1B}[3\(number % 8);1m"
    case 3: "\u{1B}(B\u{1B}[m"
    case 4: "\u{1B}[\(number % 24 + 1);\(number % 80 + 1)H"
    case 5: "\u{1B}[\(number % 9)\(["S", "T", "L", "M", "P", "@"][number % 6])"
    case 6: "\(number % 10)\u{1B}[\(number)b"
    case 7: "\u{1B}[1;24r"
    case 8: "\r\n"
    case 9: "漢\u{301}"
    case 10: "\u{1B}[39;49m"
    case 11: "\u{1B}[?69h\u{1B}[\(number % 40 + 1);\(number % 40 + 2)s\u{1B}[3r\u{1B}[?69l"
    default: String(repeating: "x", count: number % 7)
    }
  }

  static let seeds: [[UInt8]] = [
    Array("\u{1B}[2;5Hwords \u{1B}[38;5;16mlink\u{1B}(B\u{1B}[m\u{1B}[K\r\n\u{1B}[1;23r".utf8),
    Array("\u{1B}[24;1H\u{1B}[3S\u{1B}[H\u{1B}[2Ta-\u{1B}[4bz\u{1B}[38:5:20m\u{1B}7".utf8),
    Array((0..<64).flatMap { [UInt8($0), UInt8($0 * 5 % 256)] }),
  ]
}
