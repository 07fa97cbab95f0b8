import BriefModel

/// Takes a query apart into its signs and words.
struct QueryScanner {
  struct Token: Equatable {
    enum Kind: Equatable {
      case open, close, or, and
      /// `-` or `NOT`.
      case minus
      /// A word or, in quotes, a phrase; the star at its end is taken off.
      case word(String, isPrefix: Bool)
      /// A word without quotes that is an address; the star at its end is taken off.
      case address(String, isPrefix: Bool)
      /// `name:` directly before a word; the name in lower case.
      case field(String)
    }

    let kind: Kind
    /// The characters of the query.
    let range: Range<Int>
  }

  private let characters: [Character]
  private var index = 0
  private var tokens: [Token] = []

  private init(_ query: String) { characters = Array(query) }

  static func tokens(of query: String) throws(QueryError) -> [Token] {
    var scanner = QueryScanner(query)
    while try scanner.scan() {}
    return scanner.tokens
  }

  /// Takes one token; false at the end.
  private mutating func scan() throws(QueryError) -> Bool {
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    guard index < characters.count else { return false }
    switch characters[index] {
    case "(": take(.open)
    case ")": take(.close)
    case "-" where startsTerm: take(.minus)
    case "\"", "“", "”", "„": try takePhrase()
    default: takeWord()
    }
    return true
  }

  /// Whether a `-` stands before something that it can deny, and not within or after a word.
  private var startsTerm: Bool {
    guard index + 1 < characters.count, !characters[index + 1].isWhitespace else { return false }
    return index == 0 || characters[index - 1].isWhitespace || "(-".contains(characters[index - 1])
  }

  private mutating func take(_ kind: Token.Kind) {
    tokens.append(Token(kind: kind, range: index..<index + 1))
    index += 1
  }

  private mutating func takePhrase() throws(QueryError) {
    let start = index
    index += 1
    while index < characters.count, !"\"“”".contains(characters[index]) { index += 1 }
    guard index < characters.count else {
      throw QueryError(
        text: "this quotation mark is not closed", range: start..<characters.count)
    }
    let words = String(characters[start + 1..<index])
    index += 1
    let isPrefix = index < characters.count && characters[index] == "*"
    if isPrefix { index += 1 }
    tokens.append(
      Token(kind: .word(words, isPrefix: isPrefix), range: start..<index))
  }

  private mutating func takeWord() {
    let start = index
    var open = 0
    while index < characters.count, !endsWord(from: start, open: &open) {
      if characters[index] == ":", let name = fieldName(start..<index) {
        index += 1
        return tokens.append(Token(kind: .field(name), range: start..<index))
      }
      index += 1
    }
    var word = characters[start..<index]
    if let sign = Self.signs[String(word)] {
      return tokens.append(Token(kind: sign, range: start..<index))
    }
    let isPrefix = word.count > 1 && word.last == "*"
    if isPrefix { word.removeLast() }
    let text = String(word)
    let isAddress = text.contains("://") && SourceURL(text) != nil
    tokens.append(
      Token(
        kind: isAddress
          ? .address(text, isPrefix: isPrefix) : .word(text, isPrefix: isPrefix),
        range: start..<index))
  }

  /// The words that are no words to find, as long as they are in capitals and stand alone.
  static let signs: [String: Token.Kind] = ["OR": .or, "AND": .and, "NOT": .minus]

  /// Whether the word from `start` ends here. Parentheses that are closed in an address are its own,
  /// as in `https://a.example/Mercury_(planet)`; `open` counts them.
  private func endsWord(from start: Int, open: inout Int) -> Bool {
    switch characters[index] {
    case "(":
      guard isAddress(start..<index), isClosed else { return true }
      open += 1
      return false
    case ")":
      open -= 1
      return open < 0
    default: return endsWord(characters[index])
    }
  }

  private func endsWord(_ character: Character) -> Bool {
    character.isWhitespace || "\"“”".contains(character)
  }

  private func isAddress(_ range: Range<Int>) -> Bool {
    String(characters[range]).contains("://")
  }

  /// Whether the parenthesis here is closed before the next space or quotation mark.
  private var isClosed: Bool {
    var open = 0
    for character in characters[index...].prefix(while: { !endsWord($0) }) {
      if character == "(" { open += 1 }
      if character == ")" { open -= 1 }
      if open == 0 { return true }
    }
    return false
  }

  /// The name before a colon, where it can be one: letters only, and something follows that is no
  /// address such as `https://`.
  private func fieldName(_ range: Range<Int>) -> String? {
    let name = characters[range]
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    let next = range.upperBound + 1
    if next + 1 < characters.count, characters[next] == "/", characters[next + 1] == "/" {
      return nil
    }
    // `source:` alone is a field, too, so that its missing value can be told.
    return String(name).lowercased()
  }
}
