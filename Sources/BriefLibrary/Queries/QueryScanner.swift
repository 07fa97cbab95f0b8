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
      /// `name:` directly before a word; the name as typed.
      case field(String)
    }

    let kind: Kind
    /// The characters of the query.
    let range: Range<Int>
    /// Whether the next character at the end of the query would be one of its own.
    var isOpen = false
  }

  private let characters: [Character]
  private var index = 0
  private var tokens: [Token] = []

  /// Whether a quotation mark that is open at the end counts as closed there.
  private let isTyped: Bool

  private init(_ query: String, isTyped: Bool) {
    characters = Array(query)
    self.isTyped = isTyped
  }

  /// The tokens of a query; of one that `isTyped` the last word may go on.
  static func tokens(of query: String, isTyped: Bool = false) throws(QueryError) -> [Token] {
    var scanner = QueryScanner(query, isTyped: isTyped)
    while try scanner.scan() {}
    guard isTyped, let last = scanner.tokens.popLast() else { return scanner.tokens }
    return scanner.tokens + [last.goingOn(after: scanner.tokens.last)]
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
      guard isTyped else {
        throw QueryError(
          text: "this quotation mark is not closed", range: start..<characters.count)
      }
      let words = String(characters[(start + 1)...])
      return tokens.append(
        Token(kind: .word(words, isPrefix: false), range: start..<index, isOpen: true))
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
        range: start..<index, isOpen: index == characters.count))
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

  /// The name before a colon, where it can be one: letters only, and neither the beginning of an
  /// address such as `https://` nor that of another.
  private func fieldName(_ range: Range<Int>) -> String? {
    let name = characters[range]
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    if Self.schemes.contains(String(name).lowercased()) { return nil }
    let next = range.upperBound + 1
    if next + 1 < characters.count, characters[next] == "/", characters[next + 1] == "/" {
      return nil
    }
    // `source:` alone is a field, too, so that its missing value can be told.
    return String(name)
  }

  private static let schemes = ["https", "http"]
}

extension QueryScanner.Token {
  /// As many letters and digits of ASCII say too little of the word that they begin: most words
  /// would be found by them.
  private static let shortBeginning = 2

  /// Whether it is an address of which nothing stands after the scheme yet, or not all of that.
  var isBegunAddress: Bool {
    guard isOpen, case .word(let word, _) = kind, word.contains(":") else { return false }
    return ["https://", "http://"].contains { $0.hasPrefix(word.lowercased()) }
  }

  /// The same at the end of what is being typed: its last word stands for all that begin so. Of a
  /// phrase the beginning of a word that says too little is left out.
  fileprivate func goingOn(after token: Self?) -> Self {
    guard isOpen else { return self }
    switch kind {
    case .word(let word, false):
      let last = word.reversed().prefix {
        $0.isLetter || $0.isNumber || token?.isSourceField == true && !$0.isWhitespace
      }
      if last.count > Self.shortBeginning || last.contains(where: { !$0.isASCII }) {
        return with(.word(word, isPrefix: true))
      }
      let isPhrase = word.count < range.count
      let rest = word.dropLast(last.count).reversed().drop(while: \.isWhitespace).reversed()
      return isPhrase ? with(.word(String(rest), isPrefix: false)) : self
    case .address(let address, false):
      return with(.address(address, isPrefix: true))
    case .word, .address, .open, .close, .or, .and, .minus, .field: return self
    }
  }

  /// Whether a host, an outlet or an address comes next, whose signs are of it.
  private var isSourceField: Bool {
    guard case .field(let name) = kind else { return false }
    return QueryField(rawValue: name.lowercased()) == .source
  }

  private func with(_ kind: Kind) -> Self { Self(kind: kind, range: range, isOpen: isOpen) }
}
