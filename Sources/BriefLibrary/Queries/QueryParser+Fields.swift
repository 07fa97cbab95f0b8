import BriefModel

/// The terms that begin with a name before a colon.
extension QueryParser {
  mutating func field(_ name: String, _ range: Range<Int>) throws(QueryError) -> Query {
    guard let field = QueryField(rawValue: name.lowercased()) else {
      let names = QueryField.allCases.map(\.rawValue).joined(separator: ", ")
      throw QueryError(
        text: "there is no field '\(name)'; there are \(names); words with a colon stand in quotes",
        range: range)
    }
    guard let token = current, token.range.lowerBound == range.upperBound,
      let (value, isPrefix) = try value(of: name, token)
    else {
      throw QueryError(
        text: "\(name): needs a value directly after it", range: range,
        isUnfinished: current == nil && range.upperBound == end)
    }
    index += 1
    switch field {
    case .title: return .title(try phrase(value, isPrefix, token))
    case .section: return .section(try phrase(value, isPrefix, token))
    case .source: return .source(try source(value, token), isPrefix: isPrefix)
    case .outlet: return .outlet(try named(value, token))
    case .in:
      guard let item = saved.item(named: value) else {
        return try saved.folder(value, token)
      }
      return try query(of: item, token.range)
    case .after, .before, .on:
      return try dated(field, value, token)
    case .is: return .state(try flag(value, token))
    case .cites: return .sources(try QueryCount.range(value, token))
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
  private func source(
    _ value: String, _ token: QueryScanner.Token
  ) throws(QueryError) -> String {
    guard !token.isBegunAddress, !value.contains("://") || SourceURL(value) != nil else {
      throw QueryError(
        text: "'\(value)' is no address of the web; write a host, an outlet or a whole URL",
        range: token.range, isUnfinished: token.isBegunAddress)
    }
    return try named(value, token)
  }

  /// What has a letter or a digit; else nothing would be found, or all.
  private func named(
    _ value: String, _ token: QueryScanner.Token
  ) throws(QueryError) -> String {
    guard value.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw QueryError(
        text: "there is no name in this", range: token.range, isUnfinished: token.isOpen)
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
    _ field: QueryField, _ value: String, _ token: QueryScanner.Token
  ) throws(QueryError) -> Query {
    let byFile = value.hasPrefix("~")
    let date = try QueryDate(
      byFile ? String(value.dropFirst()) : value, today: today, token)
    let days: (from: CalendarDate?, to: CalendarDate?) =
      switch field {
      case .after: (date.dayAfter, nil)
      case .before: (nil, date.dayBefore)
      case .on, .title, .section, .source, .outlet, .is, .in, .cites: (date.first, date.last)
      }
    guard days.from != nil || days.to != nil else {
      throw QueryError(text: "no brief can be of such a day", range: token.range)
    }
    return .dated(from: days.from, to: days.to, byFile: byFile)
  }

  private func flag(
    _ value: String, _ token: QueryScanner.Token
  ) throws(QueryError) -> Query.Flag {
    guard let flag = Query.Flag(rawValue: value.lowercased()) else {
      let names = Query.Flag.allCases.map(\.rawValue)
      throw QueryError(
        text: "is: takes \(names.joined(separator: ", ")), not '\(value)'", range: token.range,
        isUnfinished: token.isOpen && names.contains { $0.hasPrefix(value.lowercased()) })
    }
    return flag
  }
}
