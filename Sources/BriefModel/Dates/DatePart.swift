/// A date, or a part of one, in what is said beside a link: `March 3, 2025`, `Feb 2025`, `Feb 6`,
/// `03/02/2025`.
struct DatePart {
  /// Nil where the year is not told, or the day cannot be told from the month.
  let date: CalendarDate?
  /// Where it ends, behind a time of day.
  let end: Int

  /// Nil where none starts with a word or a number at an index.
  init?(_ text: Bytes, at index: Int) {
    if let found = TextDate.found(in: text, at: index) {
      self.init(date: found.date, end: found.end, in: text)
    } else if text[index].isDigit {
      self.init(digits: text, at: index)
    } else {
      self.init(month: text, at: index)
    }
  }

  private init(date: CalendarDate?, end: Int, in text: Bytes) {
    (self.date, self.end) = (date, DatePart.afterTime(text, end))
  }

  /// `03/02/2025`, `2025, February 7`, `2025-02`, or `6 Feb`.
  private init?(digits text: Bytes, at index: Int) {
    if let days = DayNumbers(text, at: index) {
      self.init(date: days.date, end: days.end, in: text)
    } else if let year = TextDate.year(text, at: index), year.value >= 1900 {
      guard let found = DatePart.afterYear(year, text) else { return nil }
      self = found
    } else {
      var scanner = DigitScanner(text, at: index)
      guard scanner.shortNumber() != nil,
        let month = MonthName.any(text, at: TextDate.skipped(text, scanner.index))
      else { return nil }
      self.init(date: nil, end: month.end, in: text)
    }
  }

  private static func afterYear(_ year: (value: Int, end: Int), _ text: Bytes) -> DatePart? {
    var scanner = DigitScanner(text, at: year.end)
    if scanner.take(0x2D), let month = scanner.number(digits: 2),
      scanner.isAtEnd || !text[scanner.index].isDigit,
      let date = CalendarDate(year: year.value, month: month, day: nil)
    {
      return DatePart(date: date, end: scanner.index, in: text)
    }
    guard let month = MonthName.english(text, at: TextDate.skipped(text, year.end)) else {
      return nil
    }
    var days = DigitScanner(text, at: TextDate.skipped(text, month.end))
    let day = days.shortNumber()
    let date = CalendarDate(year: year.value, month: month.month, day: day)
    return date.map { DatePart(date: $0, end: day == nil ? month.end : days.index, in: text) }
  }

  /// `Feb 2025`, or `Feb 6`.
  private init?(month text: Bytes, at index: Int) {
    guard let month = MonthName.any(text, at: index) else { return nil }
    let next = TextDate.skipped(text, month.end)
    if let year = TextDate.year(text, at: MonthName.afterOf(text, next)),
      let date = CalendarDate(year: year.value, month: month.month, day: nil)
    {
      self.init(date: date, end: year.end, in: text)
      return
    }
    var scanner = DigitScanner(text, at: next)
    guard next > month.end, let day = scanner.shortNumber(), (1...31).contains(day),
      scanner.isAtEnd || !text[scanner.index].isDigit
    else { return nil }
    self.init(date: nil, end: TextDate.afterOrdinal(text, scanner.index), in: text)
  }

  /// Past a time of day: ` 14:30`, `T14:30:00Z`.
  private static func afterTime(_ text: Bytes, _ index: Int) -> Int {
    var scanner = DigitScanner(text, at: index)
    guard scanner.take(0x20) || scanner.take(0x54), scanner.shortNumber() != nil,
      scanner.take(0x3A), scanner.number(digits: 2) != nil
    else { return index }
    if scanner.take(0x3A) { _ = scanner.number(digits: 2) }
    _ = scanner.take(0x5A)
    return scanner.index
  }
}
