import BriefModel
import Cells
import TerminalGrammar
import Testing

@testable import Terminal

/// Every code point that there is, through the sanitiser and a grid to the bytes for the terminal.
extension CanvasTests {
  private static var everyScalar: some Sequence<Unicode.Scalar> {
    (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init)
  }

  /// What prose, code and addresses make of it, each once.
  private static func shown(_ scalar: Unicode.Scalar) -> [String] {
    // The standard library knows later marks than ICU does.
    let needsBase = DisplayWidth.of(scalar) == 0 || ShownScalar.isMark(scalar)
    let raw = needsBase ? "x" + String(scalar) : String(scalar)
    var shown: [String] = []
    for text in [Sanitizer.prose(raw), Sanitizer.code(raw), Sanitizer.address(raw)]
    where !shown.contains(text) {
      shown.append(text)
    }
    return shown
  }

  @Test("Of every code point the terminal gets what may be shown, and nothing else")
  func everyCodePoint() throws {
    let canvas = try Self.canvas(rows: 300, columns: 1000)
    var page = Page()
    var frames = 0
    func flush() {
      let bytes = canvas.bytes(for: page.grid)
      #expect(OutputGrammar.faults(in: bytes) == [])
      #expect(Self.text(in: bytes) == page.text, "frame \(frames)")
      page = Page()
      frames += 1
    }
    for scalar in Self.everyScalar {
      for text in Self.shown(scalar) where !page.take(text) {
        flush()
        let isTaken = page.take(text)
        #expect(isTaken)
      }
    }
    flush()
    #expect(frames > 3)
  }

  @Test("A box stands for nothing but what came after Unicode 14")
  func boxes() {
    let boxes = Self.everyScalar.filter { DisplayWidth.isUnsettled($0.value) }
    #expect(boxes.count > 20)
    #expect(boxes.allSatisfy { ($0.properties.age?.major ?? .max) > 14 })
  }

  @Test("What is not shown is what Unicode says cannot be seen, and the keycap")
  func whatIsLeftOut() {
    var left: [UInt32] = []
    var wrong: [UInt32] = []
    for scalar in Self.everyScalar {
      let isKept = Sanitizer.prose("x\(String(scalar))").unicodeScalars.contains(scalar)
      if isKept, !ShownScalar.isShowable(scalar) { wrong.append(scalar.value) }
      if !isKept, ShownScalar.isShowable(scalar) { left.append(scalar.value) }
    }
    #expect(wrong == [])
    #expect(left == [0x20E3])
  }

  @Test("Nor does what passed no sanitiser bring a control or a mark that reorders to the terminal")
  func withoutTheSanitiser() throws {
    let canvas = try Self.canvas(rows: 300, columns: 1000)
    var page = Page()
    for scalar in Self.everyScalar where !ShownScalar.isShowable(scalar) {
      guard !scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isBidiControl else {
        continue
      }
      guard !scalar.properties.isNoncharacterCodePoint else { continue }
      let isTaken = page.take("x\(String(scalar))y", shows: "xy")
      #expect(isTaken)
    }
    let bytes = canvas.bytes(for: page.grid)
    #expect(OutputGrammar.faults(in: bytes) == [])
    #expect(Self.text(in: bytes) == page.text && page.text.count > 150)
  }

  @Test("No code point but printable ASCII goes out in an address, and none as it is in a copy")
  func everyCodePointRoundTheLibrary() {
    var accepted: [UInt32] = []
    for scalar in Self.everyScalar {
      if LinkSequence.accepts("https://a.example/\(String(scalar))") {
        accepted.append(scalar.value)
      }
      guard scalar.value < 0x3000 || scalar.value % 997 == 0 else { continue }
      let copy = ClipboardSequence.bytes(for: "a\(String(scalar))b") ?? []
      #expect(OutputGrammar.faults(in: copy) == [] && !copy.isEmpty)
    }
    #expect(accepted == Array(0x21...0x7E))
  }

  /// The text of a frame without its sequences and blanks.
  private static func text(in bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x1B {
        index += 2
        guard bytes[index - 1] == UInt8(ascii: "[") else { continue }
        while !(0x40...0x7E).contains(bytes[index]) { index += 1 }
      } else if bytes[index] > 0x20 {
        text.append(bytes[index])
      }
      index += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// A screen full of texts beside each other.
  private struct Page {
    private(set) var grid = Grid(rows: 300, columns: 1000)
    /// What was written, without blanks.
    private(set) var text = ""
    private var row = 0
    private var column = 0

    /// Writes a text that is to look so, as it is or otherwise; false where no room is left.
    mutating func take(_ more: String, shows shown: String? = nil) -> Bool {
      if column + 12 > grid.columns { (row, column) = (row + 1, 0) }
      guard row < grid.rows else { return false }
      column += grid.write(more, row: row, column: column, style: Style())
      for scalar in (shown ?? more).unicodeScalars where scalar != " " && scalar != "\t" {
        // Terminals do not agree on the width of the newest emoji.
        text.unicodeScalars.append(DisplayWidth.isUnsettled(scalar.value) ? "□" : scalar)
      }
      return true
    }
  }
}
