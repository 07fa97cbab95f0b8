/// Dates as people write them in text.
enum TextDate {
  /// The first date in a text: `2026-02-24`, `2026/2/24`, `2026.02.24`, `2026年2月24日`,
  /// `24 February 2026`, `24. Februar 2026`, `24 de febrero de 2026`, `February 24, 2026`,
  /// `24.02.2026`, `20260224`.
  static func first(in text: String) -> CalendarDate? {
    var text = text
    return text.withUTF8 { first(in: $0) }
  }

  /// The first date in a text that is one of those asked for.
  static func first(
    in text: Bytes, where isMeant: (CalendarDate) -> Bool = { _ in true }
  ) -> CalendarDate? {
    var index = 0
    while index < text.count {
      let byte = text[index]
      let isStart = index == 0 || !(text[index - 1].isDigit || text[index - 1].isLetter)
      if isStart, byte.isDigit || byte.isLetter {
        if let found = found(in: text, at: index), isMeant(found.date) { return found.date }
        let isDigits = byte.isDigit
        while index < text.count, isDigits ? text[index].isDigit : text[index].isLetter {
          index += 1
        }
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The date with the first byte of which a word or a number starts, and where it ends.
  static func found(in text: Bytes, at index: Int) -> (date: CalendarDate, end: Int)? {
    if text[index].isLetter { return monthFirst(text, at: index) }
    var scanner = DigitScanner(text, at: index)
    if let year = scanner.number(digits: 4), year >= 1900 {
      return yearFirst(year, text, scanner)
    }
    return dayFirst(text, at: index)
  }

  /// `24 February 2026`, or `24.02.2026` and `24/02/2026`.
  private static func dayFirst(_ text: Bytes, at index: Int) -> (date: CalendarDate, end: Int)? {
    if let days = DayNumbers(text, at: index) { return days.date.map { ($0, days.end) } }
    var scanner = DigitScanner(text, at: index)
    guard let day = scanner.shortNumber() else { return nil }
    let next = afterOrdinal(text, scanner.index)
    guard
      let (month, after) = MonthName.any(text, at: MonthName.afterOf(text, skipped(text, next))),
      let year = year(text, at: MonthName.afterOf(text, skipped(text, after)))
    else { return nil }
    return dated(year.value, month, day, end: year.end)
  }

  private static func dated(_ year: Int, _ month: Int, _ day: Int, end: Int)
    -> (date: CalendarDate, end: Int)?
  {
    CalendarDate(year: year, month: month, day: day).map { ($0, end) }
  }

  private static func yearFirst(_ year: Int, _ text: Bytes, _ scanner: DigitScanner)
    -> (date: CalendarDate, end: Int)?
  {
    var scanner = scanner
    if let month = scanner.number(digits: 2), let day = scanner.number(digits: 2) {
      let isWhole = scanner.isAtEnd || !text[scanner.index].isDigit
      return isWhole ? dated(year, month, day, end: scanner.index) : nil
    }
    for marks in [("-", "-"), ("/", "/"), (".", "."), ("_", "_"), ("年", "月"), ("년", "월")]
      as [(StaticString, StaticString)]
    {
      var parts = scanner
      parts.skip(0x20)
      guard parts.take(marks.0) else { continue }
      parts.skip(0x20)
      guard let month = parts.shortNumber(), parts.take(marks.1) else { continue }
      parts.skip(0x20)
      guard let day = parts.shortNumber(), parts.isAtEnd || !text[parts.index].isDigit else {
        continue
      }
      for sign in ["日", "일"] as [StaticString] { _ = parts.take(sign) }
      return dated(year, month, day, end: parts.index)
    }
    return nil
  }

  /// `February 24, 2026` or `Feb. 24th 2026`.
  private static func monthFirst(_ text: Bytes, at index: Int) -> (date: CalendarDate, end: Int)? {
    guard let (month, after) = MonthName.english(text, at: index) else { return nil }
    var scanner = DigitScanner(text, at: skipped(text, after))
    guard let day = scanner.shortNumber() else { return nil }
    let next = afterOrdinal(text, scanner.index)
    guard let year = year(text, at: skipped(text, next)) else { return nil }
    return dated(year.value, month, day, end: year.end)
  }

  /// Past the ending of an ordinal: `24th`, `1er`.
  static func afterOrdinal(_ text: Bytes, _ index: Int) -> Int {
    let endings: [StaticString] = ["st", "nd", "rd", "th", "er"]
    return endings.contains { text.has($0, at: index) } ? index + 2 : index
  }

  /// A year, and where it ends.
  static func year(_ text: Bytes, at index: Int) -> (value: Int, end: Int)? {
    var scanner = DigitScanner(text, at: index)
    guard let year = scanner.number(digits: 4), scanner.isAtEnd || !text[scanner.index].isDigit
    else { return nil }
    return (year, scanner.index)
  }

  /// Past spaces, commas and stops.
  static func skipped(_ text: Bytes, _ index: Int) -> Int {
    var index = index
    while index < text.count, [0x20, 0x2C, 0x2E].contains(text[index]) { index += 1 }
    return index
  }
}

extension DigitScanner {
  fileprivate mutating func take(_ word: StaticString) -> Bool {
    var ahead = self
    for offset in 0..<word.utf8CodeUnitCount {
      guard ahead.take(word.utf8Start[offset]) else { return false }
    }
    self = ahead
    return true
  }

  fileprivate mutating func skip(_ byte: UInt8) {
    while take(byte) {}
  }
}
