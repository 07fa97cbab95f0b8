/// A day of the Gregorian calendar, or a month where the day is not known.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  /// 1…31, or nil where only the month is known.
  package let day: Int?

  /// The years that dates have.
  package static let years = 1900..<2200

  /// Makes a date, or nil where there is no such day in those years.
  package init?(year: Int, month: Int, day: Int?) {
    guard CalendarDate.years.contains(year), (1...12).contains(month) else { return nil }
    if let day {
      guard day >= 1, day <= CalendarDate.days(in: month, of: year) else { return nil }
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// ISO 8601: `2025-02-08`, or `2025-02` for a month.
  package var description: String {
    let padded = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    return "\(year)-\(padded(month))" + (day.map { "-" + padded($0) } ?? "")
  }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day ?? 0) < (b.year, b.month, b.day ?? 0)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// The date of a brief, and where it was found.
package struct BriefDate: Hashable, Sendable {
  /// In the order in which the places are asked.
  package enum Origin: String, Sendable {
    case frontMatter, text, fileName, sources, file
  }

  package var date: CalendarDate
  package var origin: Origin

  package init(_ date: CalendarDate, origin: Origin) {
    self.date = date
    self.origin = origin
  }

  /// What stands before the date in a list: `~` where it is but that of the file.
  package var sign: String { origin == .file ? "~" : "" }
}
