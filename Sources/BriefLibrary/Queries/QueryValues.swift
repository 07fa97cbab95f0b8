import BriefModel

/// A day, a month or a year of a query.
struct QueryDate {
  let first: CalendarDate
  let last: CalendarDate

  /// Reads `2026-01-31`, `2026-01`, `2026`, `today`, `yesterday`, or `3d`, `2w`, `6m` and
  /// `1y`, the days, weeks, months and years before today.
  init(
    _ value: String, today: CalendarDate, _ token: QueryScanner.Token
  ) throws(QueryError) {
    guard let days = QueryDate.days(value.lowercased(), today) else {
      let years = CalendarDate.years
      let isEarlyOrLate = Self.numbers(value).map { !years.contains($0[0]) } ?? false
      throw QueryError(
        text: isEarlyOrLate
          ? "dates are of the years \(years.lowerBound) to \(years.upperBound - 1), not '\(value)'"
          : "'\(value)' is no date; write 2026-01-31, 2026-01, 2026, today, 3d, 2w, 6m or 1y",
        range: token.range, isUnfinished: token.isOpen && Self.mayBecomeDate(value, today))
    }
    (first, last) = days
  }

  /// Whether more characters make a date of it.
  private static func mayBecomeDate(_ value: String, _ today: CalendarDate) -> Bool {
    let value = value.lowercased()
    return ["today", "yesterday"].contains { $0.hasPrefix(value) }
      || ["d", "1", "01"].contains { days(value + $0, today) != nil }
  }

  var dayAfter: CalendarDate? { CalendarDate(dayNumber: last.dayNumber + 1) }
  var dayBefore: CalendarDate? { CalendarDate(dayNumber: first.dayNumber - 1) }

  private static func days(
    _ value: String, _ today: CalendarDate
  ) -> (CalendarDate, CalendarDate)? {
    if let day = day(value, before: today) { return (day, day) }
    guard let numbers = numbers(value) else { return nil }
    let (year, month) = (numbers[0], numbers.count > 1 ? numbers[1] : nil)
    if numbers.count == 3 {
      return CalendarDate(year: year, month: numbers[1], day: numbers[2]).map { ($0, $0) }
    }
    let lastMonth = month ?? 12
    let last = (28...31).reversed().lazy
      .compactMap { CalendarDate(year: year, month: lastMonth, day: $0) }.first
    guard let first = CalendarDate(year: year, month: month ?? 1, day: 1), let last else {
      return nil
    }
    return (first, last)
  }

  /// A year of four digits, and a month and a day where they are there; nil for any other text.
  private static func numbers(_ value: String) -> [Int]? {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.utf8.allSatisfy(\.isDigit) ? Int(part) : nil }
    guard numbers.count == parts.count, parts[0].utf8.count == 4, numbers.count <= 3 else {
      return nil
    }
    return numbers
  }

  private static func day(_ value: String, before today: CalendarDate) -> CalendarDate? {
    let value = ["today": "0d", "yesterday": "1d"][value] ?? value
    let (digits, unit) = (value.dropLast(), value.suffix(1))
    guard digits.utf8.allSatisfy(\.isDigit), let count = Int(digits), (0...10_000).contains(count)
    else { return nil }
    switch unit {
    case "d": return CalendarDate(dayNumber: today.dayNumber - count)
    case "w": return CalendarDate(dayNumber: today.dayNumber - count * 7)
    case "m": return day(months: count, before: today)
    case "y": return day(months: count * 12, before: today)
    default: return nil
    }
  }

  /// The same day of an earlier month, or its last where it has none of that number.
  private static func day(months: Int, before today: CalendarDate) -> CalendarDate? {
    let count = today.year * 12 + today.month - 1 - months
    guard count > 0 else { return nil }
    return (1...(today.day ?? 1)).reversed().lazy
      .compactMap { CalendarDate(year: count / 12, month: count % 12 + 1, day: $0) }.first
  }
}

/// A number with a sign before it.
enum QueryCount {
  /// Reads `5`, `>5`, `>=5`, `<5`, `<=5` or `2..5`.
  static func range(
    _ value: String, _ token: QueryScanner.Token
  ) throws(QueryError) -> ClosedRange<Int> {
    if let range = range(value) { return range }
    throw QueryError(
      text: "cites: takes a number such as 5, >5, <=5 or 2..5, not '\(value)'",
      range: token.range, isUnfinished: token.isOpen && mayBecomeRange(value))
  }

  /// Whether more characters make numbers of it.
  private static func mayBecomeRange(_ value: String) -> Bool {
    let digits = value.reversed().prefix { $0.isNumber }.count
    let largest = String(repeating: "9", count: max(0, digitLimit - digits))
    return [largest, "." + largest].contains { range(value + $0) != nil }
  }

  private static func range(_ value: String) -> ClosedRange<Int>? {
    let digits = value.drop { "<>=".contains($0) }
    let sign = value.prefix(value.count - digits.count)
    let ends = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isSpan = sign.isEmpty && ends.count == 3 && ends[1].isEmpty
    if isSpan, let low = number(ends[0]), let high = number(ends[2]), low <= high {
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
    return nil
  }

  private static let digitLimit = 9

  private static func number(_ digits: Substring) -> Int? {
    digits.utf8.allSatisfy(\.isDigit) && digits.utf8.count <= digitLimit ? Int(digits) : nil
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
