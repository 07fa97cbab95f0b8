/// What terminals said of their backgrounds when they were asked, so that the next first frame is
/// drawn in the right colours.
///
/// A text with a line for each, `light` or `dark` and the terminal, the last that was asked first.
package struct KnownBackgrounds: Sendable, Equatable {
  private static let mostTerminals = 16
  private static let longestName = 200

  private var lines: [(isLight: Bool, terminal: String)]

  /// What a file says; lines that are none are left out, and no file says nothing.
  package init(path: String?) {
    let bytes = path.flatMap { try? TextFile.read($0) } ?? []
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }

  package init(text: String) {
    let all = text.split(separator: "\n").compactMap { line -> (isLight: Bool, terminal: String)? in
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2, words[0] == "light" || words[0] == "dark" else { return nil }
      return (words[0] == "light", String(words[1]))
    }
    lines = Array(all.prefix(Self.mostTerminals))
  }

  package static func == (one: KnownBackgrounds, other: KnownBackgrounds) -> Bool {
    one.text == other.text
  }

  /// The file's text.
  package var text: String {
    lines.map { "\($0.isLight ? "light" : "dark") \($0.terminal)\n" }.joined()
  }

  /// Whether a terminal's background is light; nil where it was not asked yet.
  package func isLight(_ terminal: String) -> Bool? {
    lines.first { $0.terminal == terminal }?.isLight
  }

  /// Takes what a terminal said.
  package mutating func learn(isLight: Bool, of terminal: String) {
    lines.removeAll { $0.terminal == terminal }
    lines.insert((isLight, terminal), at: 0)
    lines = Array(lines.prefix(Self.mostTerminals))
  }

  /// What tells a terminal from others here: what it calls itself, and what it hints at.
  package static func terminal(of environment: Environment) -> String {
    let names = [environment["TERM"], environment["TERM_PROGRAM"], environment["COLORFGBG"]]
    let clean = names.map { $0 ?? "" }.joined(separator: " ").filter { !$0.isNewline }
    return String(clean.prefix(longestName))
  }
}
