/// One pass over a command that takes quotes and backslashes away.
struct WordSplitter {
  private let command: String
  private var rest: Substring
  private var words: [String] = []
  /// The word that has begun; nil between words. An empty pair of quotes is a word.
  private var word: String?

  init(command: String) {
    self.command = command
    rest = command[...]
  }

  mutating func split() throws(DeliveryError) -> [String] {
    while let character = rest.popFirst() {
      switch character {
      case " ", "\t", "\n", "\r\n": endWord()
      case "'": try takeSingleQuoted()
      case "\"": try takeDoubleQuoted()
      case "\\": try takeEscaped()
      case "#" where word == nil: throw .shellSyntax(character, command: command)
      case _ where Self.shellOnly.contains(character):
        throw .shellSyntax(character, command: command)
      default: append(character)
      }
    }
    endWord()
    return words
  }

  private static let shellOnly: Set<Character> = ["|", "&", ";", "<", ">", "(", ")", "$", "`"]

  /// Between double quotes a backslash keeps its meaning before these alone.
  private static let escapable: Set<Character> = ["$", "`", "\"", "\\"]

  private mutating func append(_ character: Character) {
    word = (word ?? "") + String(character)
  }

  private mutating func endWord() {
    if let word { words.append(word) }
    word = nil
  }

  private mutating func takeEscaped() throws(DeliveryError) {
    guard let character = rest.popFirst() else { throw .openQuote(command: command) }
    append(character)
  }

  private mutating func takeSingleQuoted() throws(DeliveryError) {
    guard let end = rest.firstIndex(of: "'") else { throw .openQuote(command: command) }
    word = (word ?? "") + rest[..<end]
    rest = rest[rest.index(after: end)...]
  }

  private mutating func takeDoubleQuoted() throws(DeliveryError) {
    word = word ?? ""
    while let character = rest.popFirst() {
      switch character {
      case "\"": return
      case "$", "`": throw .shellSyntax(character, command: command)
      case "\\":
        if let next = rest.first, Self.escapable.contains(next) {
          append(rest.removeFirst())
        } else {
          append(character)
        }
      default: append(character)
      }
    }
    throw .openQuote(command: command)
  }
}
