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
    guard query.count <= Query.lengthLimit else {
      throw QueryError(
        text: "a query has at most \(Query.lengthLimit) characters",
        range: Query.lengthLimit..<query.count)
    }
    var parser = QueryParser(
      tokens: try QueryScanner.tokens(of: query), end: query.count, today: today, saved: saved,
      within: within)
    self = try parser.parse()
    guard termCount <= Query.termLimit else {
      throw QueryError(
        text: "with the saved queries in it this has more than \(Query.termLimit) terms",
        range: 0..<query.count)
    }
  }
}

/// Makes a query of its tokens.
private struct QueryParser {
  private static let depthLimit = 32

  let tokens: [QueryScanner.Token]
  /// The number of characters of the query.
  let end: Int
  let today: CalendarDate
  let saved: SavedQueries
  let within: [String]
  private var index = 0
  private var depth = 0

  init(
    tokens: [QueryScanner.Token], end: Int, today: CalendarDate, saved: SavedQueries,
    within: [String]
  ) {
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

  private var current: QueryScanner.Token? { index < tokens.count ? tokens[index] : nil }

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
      throw QueryError(text: "nothing stands in these parentheses", range: place(of: index))
    }
    return queries.count == 1 ? first : .and(queries)
  }

  /// `AND` says what stands without it, too: that both are wanted.
  private mutating func passAnd(
    _ token: QueryScanner.Token, isFirst: Bool
  ) throws(QueryError) {
    index += 1
    guard !isFirst, let next = current, next.beginsTerm else { throw lacksSide("AND", token) }
  }

  private func lacksSide(_ sign: String, _ token: QueryScanner.Token) -> QueryError {
    QueryError(
      text: "\(sign) needs something on both sides; the word itself stands in quotes",
      range: token.range)
  }

  private mutating func term() throws(QueryError) -> Query {
    guard let token = current else {
      throw QueryError(text: "something is missing here", range: end..<end)
    }
    index += 1
    switch token.kind {
    case .minus:
      guard depth < Self.depthLimit else { throw tooDeep(token) }
      guard let next = current, next.beginsTerm else {
        throw QueryError(
          text: "NOT needs something after it; the word itself stands in quotes",
          range: token.range)
      }
      depth += 1
      defer { depth -= 1 }
      return .not(try term())
    case .open:
      guard depth < Self.depthLimit else { throw tooDeep(token) }
      let inner = try alternatives()
      guard let close = current, close.kind == .close else {
        throw QueryError(text: "this parenthesis is not closed", range: token.range)
      }
      index += 1
      return inner
    case .word(let word, let isPrefix):
      return .text(try phrase(word, isPrefix, token.range))
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

  private func phrase(
    _ words: String, _ isPrefix: Bool, _ range: Range<Int>
  ) throws(QueryError) -> SoughtPhrase {
    guard words.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw QueryError(text: "there is no word in this", range: range)
    }
    return SoughtPhrase(words, isPrefix: isPrefix)
  }

  // MARK: - Fields

  private mutating func field(_ name: String, _ range: Range<Int>) throws(QueryError) -> Query {
    guard let field = QueryField(rawValue: name) else {
      let names = QueryField.allCases.map(\.rawValue).joined(separator: ", ")
      throw QueryError(text: "there is no field '\(name)'; there are \(names)", range: range)
    }
    guard let token = current, token.range.lowerBound == range.upperBound,
      let (value, isPrefix) = try value(of: name, token)
    else {
      throw QueryError(text: "\(name): needs a value directly after it", range: range)
    }
    index += 1
    switch field {
    case .title: return .title(try phrase(value, isPrefix, token.range))
    case .section: return .section(try phrase(value, isPrefix, token.range))
    case .source: return .source(try source(value, token.range), isPrefix: isPrefix)
    case .outlet: return .outlet(try named(value, token.range))
    case .in:
      guard let item = saved.item(named: value) else {
        return try saved.folder(value, token.range)
      }
      return try query(of: item, token.range)
    case .after, .before, .on:
      return try dated(name, value, token.range)
    case .is: return .state(try flag(value, token.range))
    case .cites: return .sources(try QueryCount.range(value, token.range))
    }
  }

  /// The value that stands after a name; nil where none does.
  private func value(
    of name: String, _ token: QueryScanner.Token
  ) throws(QueryError) -> (String, isPrefix: Bool)? {
    switch token.kind {
    case .word(let value, let isPrefix), .address(let value, let isPrefix):
      return value.isEmpty ? nil : (value, isPrefix)
    case .open:
      throw QueryError(
        text: "\(name): takes no parentheses; write it before each word, as in "
          + "(\(name):one OR \(name):other)", range: token.range)
    case .close, .or, .and, .minus, .field: return nil
    }
  }

  /// What names a source: what is written as an address has to be one.
  private func source(_ value: String, _ range: Range<Int>) throws(QueryError) -> String {
    guard !value.contains("://") || SourceURL(value) != nil else {
      throw QueryError(
        text: "'\(value)' is no address of the web; write a host, an outlet or a whole URL",
        range: range)
    }
    return try named(value, range)
  }

  /// What has a letter or a digit; else nothing would be found, or all.
  private func named(_ value: String, _ range: Range<Int>) throws(QueryError) -> String {
    guard value.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw QueryError(text: "there is no name in this", range: range)
    }
    return value
  }

  /// A saved query in the place of its name.
  private func query(
    of item: SavedQueries.Item, _ range: Range<Int>
  ) throws(QueryError) -> Query {
    let name = item.name.lowercased()
    guard !within.contains(name), within.count < Self.depthLimit else {
      throw QueryError(
        text: "the saved query '\(item.name)' (\(item.place)) leads back to itself", range: range)
    }
    do throws(QueryError) {
      return try Query(item.query, today: today, saved: saved, within: within + [name])
    } catch {
      // Which of them it is has been said.
      if error.text.contains("leads back to itself") || error.text.hasPrefix("in the saved query ")
      {
        throw QueryError(text: error.text, range: range)
      }
      throw QueryError(
        text: "in the saved query '\(item.name)' (\(item.place)): \(error.text)", range: range)
    }
  }

  /// After and before leave the day or month itself out; a `~` before the date lets those of files
  /// count.
  private func dated(
    _ name: String, _ value: String, _ range: Range<Int>
  ) throws(QueryError) -> Query {
    let byFile = value.hasPrefix("~")
    let date = try QueryDate(
      byFile ? String(value.dropFirst()) : value, today: today, range: range)
    let days: (from: CalendarDate?, to: CalendarDate?) =
      switch name {
      case "after": (date.dayAfter, nil)
      case "before": (nil, date.dayBefore)
      default: (date.first, date.last)
      }
    guard days.from != nil || days.to != nil else {
      throw QueryError(text: "no brief can be of such a day", range: range)
    }
    return .dated(from: days.from, to: days.to, byFile: byFile)
  }

  private func flag(_ value: String, _ range: Range<Int>) throws(QueryError) -> Query.Flag {
    guard let flag = Query.Flag(rawValue: value.lowercased()) else {
      let names = Query.Flag.allCases.map(\.rawValue).joined(separator: ", ")
      throw QueryError(text: "is: takes \(names), not '\(value)'", range: range)
    }
    return flag
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
