package import BriefModel

extension Query {
  /// The most characters that a query has.
  package static let lengthLimit = 2000
  /// The most words and other terms that it has with the saved queries in it, which may stand in
  /// each other twice.
  private static let termLimit = 1000

  /// Reads a query; `today` is what `3d` counts from, `saved` are those that `in:` knows by name.
  ///
  /// Throws what is wrong with it, and where.
  package init(
    _ query: String, today: CalendarDate, saved: SavedQueries = SavedQueries()
  ) throws(QueryError) {
    try self.init(query, today: today, saved: saved, within: [])
  }

  /// `within` are the saved queries, in lower case, that this one stands in.
  init(
    _ query: String, today: CalendarDate, saved: SavedQueries, within: [String]
  ) throws(QueryError) {
    try Query.checkLength(query)
    var parser = QueryParser(
      tokens: try QueryScanner.tokens(of: query), end: query.count, today: today, saved: saved,
      within: within)
    self = try parser.parse()
    try checkTerms(of: query)
  }

  /// Reads what there is of a query that is being typed, without what is unfinished at its end.
  init(typed query: String, today: CalendarDate, saved: SavedQueries) throws(QueryError) {
    try Query.checkLength(query)
    var tokens = try QueryScanner.tokens(of: query, isTyped: true)
    var end = query.count
    while true {
      var parser = QueryParser(
        tokens: tokens, end: end, today: today, saved: saved, within: [], isTyped: true)
      do throws(QueryError) {
        self = try parser.parse()
        try checkTerms(of: query)
        return
      } catch {
        guard error.isUnfinished, let last = tokens.popLast() else { throw error }
        end = last.range.lowerBound
      }
    }
  }

  private func checkTerms(of query: String) throws(QueryError) {
    guard termCount <= Query.termLimit else {
      throw QueryError(
        text: "with the saved queries in it this has more than \(Query.termLimit) terms",
        range: 0..<query.count)
    }
  }

  private static func checkLength(_ query: String) throws(QueryError) {
    guard query.count <= Query.lengthLimit else {
      throw QueryError(
        text: "a query has at most \(Query.lengthLimit) characters",
        range: Query.lengthLimit..<query.count)
    }
  }
}

/// Makes a query of its tokens.
struct QueryParser {
  static let depthLimit = 32

  let tokens: [QueryScanner.Token]
  /// The number of characters of the query.
  let end: Int
  let today: CalendarDate
  let saved: SavedQueries
  let within: [String]
  /// Whether what is open at the end counts as closed there.
  let isTyped: Bool
  var index = 0
  private var depth = 0

  init(
    tokens: [QueryScanner.Token], end: Int, today: CalendarDate, saved: SavedQueries,
    within: [String], isTyped: Bool = false
  ) {
    self.isTyped = isTyped
    self.saved = saved
    self.within = within
    self.tokens = tokens
    self.end = end
    self.today = today
  }

  mutating func parse() throws(QueryError) -> Query {
    if tokens.isEmpty { return .all }
    let query = try alternatives()
    if let token = current {
      throw QueryError(text: "this parenthesis closes nothing", range: token.range)
    }
    return query
  }

  var current: QueryScanner.Token? { index < tokens.count ? tokens[index] : nil }

  private mutating func alternatives() throws(QueryError) -> Query {
    depth += 1
    defer { depth -= 1 }
    var queries = [try all()]
    while let token = current, token.kind == .or {
      index += 1
      guard let next = current, next.beginsTerm else { throw lacksSide("OR", token) }
      queries.append(try all())
    }
    return queries.count == 1 ? queries[0] : .or(queries)
  }

  /// Everything up to `OR` or a closing parenthesis.
  private mutating func all() throws(QueryError) -> Query {
    var queries: [Query] = []
    while let token = current, token.kind != .close {
      if token.kind == .or {
        guard queries.isEmpty else { break }
        throw lacksSide("OR", token)
      }
      if token.kind == .and { try passAnd(token, isFirst: queries.isEmpty) }
      queries.append(try term())
    }
    guard let first = queries.first else {
      throw QueryError(
        text: "nothing stands in these parentheses", range: place(of: index),
        isUnfinished: current == nil)
    }
    return queries.count == 1 ? first : .and(queries)
  }

  /// `AND` says what stands without it, too: that both are wanted.
  private mutating func passAnd(
    _ token: QueryScanner.Token, isFirst: Bool
  ) throws(QueryError) {
    index += 1
    guard !isFirst, let next = current, next.beginsTerm else {
      throw lacksSide("AND", token, isFirst: isFirst)
    }
  }

  private func lacksSide(
    _ sign: String, _ token: QueryScanner.Token, isFirst: Bool = false
  ) -> QueryError {
    QueryError(
      text: "\(sign) needs something on both sides; the word itself stands in quotes",
      range: token.range, isUnfinished: current == nil && !isFirst)
  }

  private mutating func term() throws(QueryError) -> Query {
    guard let token = current else {
      throw QueryError(
        text: "something is missing here", range: end..<end, isUnfinished: true)
    }
    index += 1
    switch token.kind {
    case .minus:
      guard depth < Self.depthLimit else { throw tooDeep(token) }
      guard let next = current, next.beginsTerm else {
        throw QueryError(
          text: "NOT needs something after it; the word itself stands in quotes",
          range: token.range, isUnfinished: current == nil)
      }
      depth += 1
      defer { depth -= 1 }
      return .not(try term())
    case .open:
      guard depth < Self.depthLimit else { throw tooDeep(token) }
      let inner = try alternatives()
      if isTyped, current == nil { return inner }
      guard let close = current, close.kind == .close else {
        throw QueryError(text: "this parenthesis is not closed", range: token.range)
      }
      index += 1
      return inner
    case .word(let word, let isPrefix):
      guard !token.isBegunAddress else {
        throw QueryError(
          text: "this is no whole address", range: token.range, isUnfinished: true)
      }
      return .text(try phrase(word, isPrefix, token))
    case .address(let address, let isPrefix): return .source(address, isPrefix: isPrefix)
    case .field(let name): return try field(name, token.range)
    case .close, .or, .and:
      throw QueryError(text: "something is missing before this", range: token.range)
    }
  }

  private func tooDeep(_ token: QueryScanner.Token) -> QueryError {
    QueryError(
      text: "at most \(Self.depthLimit) parentheses stand in each other", range: token.range)
  }

  private func place(of index: Int) -> Range<Int> {
    index < tokens.count ? tokens[index].range : end..<end
  }

  func phrase(
    _ words: String, _ isPrefix: Bool, _ token: QueryScanner.Token
  ) throws(QueryError) -> SoughtPhrase {
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw QueryError(
        text: "there is no word in this", range: token.range, isUnfinished: token.isOpen)
    }
    return SoughtPhrase(words, isPrefix: isPrefix)
  }
}

extension QueryScanner.Token {
  /// Whether something to find, or to deny, can begin with it.
  fileprivate var beginsTerm: Bool {
    switch kind {
    case .open, .minus, .word, .address, .field: true
    case .close, .or, .and: false
    }
  }
}
