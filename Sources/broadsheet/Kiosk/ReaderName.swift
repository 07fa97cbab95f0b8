/// The name of one of the readers of a machine, which is also that of the folder of their marks.
struct ReaderName: Sendable, Equatable {
  static let rule =
    "letters, digits and . _ -, the first a letter or a digit, 32 characters at most"

  let text: String

  /// Nil for what is no name: nothing that could lead out of a folder, or be taken for an option.
  init?(_ text: String) {
    guard (1...32).contains(text.utf8.count), let first = text.utf8.first, Self.isWord(first),
      text.utf8.allSatisfy({ Self.isWord($0) || [0x2D, 0x2E, 0x5F].contains($0) })
    else { return nil }
    self.text = text
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
