import BriefModel

/// A day, a month or a year of a query.
struct QueryDate {
  let first: CalendarDate
  let last: CalendarDate

  /// Reads `2026-01-31`, `2026-01`, `2026`, `today`, `yesterday`, or `3d` and `2w`, the days and
  /// weeks before today.
  init(_ value: String, today: CalendarDate, range: Range<Int>) throws(QueryError) {
    guard let days = QueryDate.days(value.lowercased(), today) else {
      throw QueryError(
        text: "'\(value)' is no date; write 2026-01-31, 2026-01, 2026, today, 3d or 2w",
        range: range)
    }
    (first, last) = days
  }

  var dayAfter: CalendarDate? { CalendarDate(dayNumber: last.dayNumber + 1) }
  var dayBefore: CalendarDate? { CalendarDate(dayNumber: first.dayNumber - 1) }

  private static func days(
    _ value: String, _ today: CalendarDate
  ) -> (CalendarDate, CalendarDate)? {
    if let ago = daysAgo(value) {
      return CalendarDate(dayNumber: today.dayNumber - ago).map { ($0, $0) }
    }
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.utf8.allSatisfy(\.isDigit) ? Int(part) : nil }
    guard numbers.count == parts.count, parts[0].count == 4 else { return nil }
    switch numbers.count {
    case 3:
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]).map { ($0, $0) }
    case 2:
      guard let first = CalendarDate(year: numbers[0], month: numbers[1], day: 1) else {
        return nil
      }
      let next =
        numbers[1] == 12
        ? CalendarDate(year: numbers[0] + 1, month: 1, day: 1)
        : CalendarDate(year: numbers[0], month: numbers[1] + 1, day: 1)
      return next.flatMap { CalendarDate(dayNumber: $0.dayNumber - 1) }.map { (first, $0) }
    case 1:
      guard let first = CalendarDate(year: numbers[0], month: 1, day: 1),
        let last = CalendarDate(year: numbers[0], month: 12, day: 31)
      else { return nil }
      return (first, last)
    default: return nil
    }
  }

  private static func daysAgo(_ value: String) -> Int? {
    switch value {
    case "today": return 0
    case "yesterday": return 1
    default: break
    }
    guard let unit = value.last, let count = Int(value.dropLast()), (0...10_000).contains(count)
    else { return nil }
    switch unit {
    case "d": return count
    case "w": return count * 7
    default: return nil
    }
  }
}

/// A number with a sign before it.
enum QueryCount {
  /// Reads `5`, `>5`, `>=5`, `<5`, `<=5` or `2..5`.
  static func range(_ value: String, _ place: Range<Int>) throws(QueryError) -> ClosedRange<Int> {
    let digits = value.drop { "<>=".contains($0) }
    let sign = value.prefix(value.count - digits.count)
    let ends = digits.split(separator: ".", omittingEmptySubsequences: true)
    let isSpan = sign.isEmpty && digits.contains("..") && ends.count == 2
    if isSpan, let low = number(ends[0]), let high = number(ends[1]), low <= high {
      return low...high
    }
    if let count = number(digits) {
      switch sign {
      case "", "=": return count...count
      case ">": return count + 1...Int.max
      case ">=": return count...Int.max
      case "<" where count > 0: return 0...count - 1
      case "<=": return 0...count
      default: break
      }
    }
    throw QueryError(
      text: "cites: takes a number such as 5, >5, <=5 or 2..5, not '\(value)'", range: place)
  }

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy(\.isDigit) && digits.utf8.count <= 9 ? Int(digits) : nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
