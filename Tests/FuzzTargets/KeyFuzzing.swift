import Cells

@testable import Terminal

/// What comes from the terminal: the same keys however the bytes are cut, and none that is a control
/// character.
enum KeyFuzzing {
  static func fault(in bytes: [UInt8]) -> String? {
    for awaits in [false, true] {
      let whole = Heard(from: [bytes], awaits)
      let single = Heard(from: bytes.map { [$0] }, awaits)
      if whole != single { return "cut into bytes it is \(single), whole it is \(whole)" }
      if let control = whole.events.first(where: \.hasControl) {
        return "a control came as \(control)"
      }
    }
    return nil
  }

  /// What the pieces are, where the colour of the background was asked for and where it was not.
  private struct Heard: Equatable {
    private(set) var events: [InputEvent] = []
    private let hasMargins: Bool?

    init(from pieces: [[UInt8]], _ awaits: Bool) {
      var decoder = InputDecoder(table: table)
      decoder.awaitsBackground = awaits
      for piece in pieces { events += decoder.feed(piece) }
      events += decoder.giveUpWaiting()
      events += decoder.giveUpWaiting()
      hasMargins = decoder.hasMargins
    }
  }

  private static let table = KeyTable([
    ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}[5~", .pageUp), ("\u{1B}[1~", .home),
    ("\u{1B}OP", .function(1)), ("\u{1B}[Z", .backTab),
  ])

  static let seeds: [[UInt8]] =
    [
      "q\u{1B}OA\u{1B}[5~\u{1B}[6~ä漢", "\u{1B}[200~pasted\u{1B}[31m text\u{1B}[201~x",
      "\u{1B}[<0;10;5M\u{1B}[<0;10;5m\u{1B}[<65;1;1M", "\u{1B}[M !!\u{1B}\u{1B}a\u{1B}",
      "\u{1B}[27;5;99~\u{1B}[99;5u\u{1B}[155u", "\u{1B}]11;rgb:0/0/0\u{7}\u{1B}P1$r\u{1B}\\",
      "\u{1B}[?69;2$yj\u{1B}[?69;0$y\u{1B}[0n",
    ].map { Array($0.utf8) } + [[0x9B] + Array("?1;2c".utf8) + [0x9D] + Array("11;x".utf8) + [0x9C]]
}

extension InputEvent {
  /// Whether a character of it is one that only a terminal should send.
  fileprivate var hasControl: Bool {
    switch self {
    case .key(.character(let character)), .key(.alt(let character)):
      character.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    case .key, .click, .wheel, .paste: false
    }
  }
}
