/// Dates as people write them in text.
enum TextDate {
  /// The first date in a text: `2026-02-24`, `2026/2/24`, `2026.02.24`, `2026年2月24日`,
  /// `24 February 2026`, `February 24, 2026`, `20260224`.
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
      if isStart, byte.isDigit {
        if let date = date(in: text, at: index), isMeant(date) { return date }
        while index < text.count, text[index].isDigit { index += 1 }
      } else if isStart, byte.isLetter {
        if let date = monthFirst(text, at: index), isMeant(date) { return date }
        while index < text.count, text[index].isLetter { index += 1 }
      } else {
        index += 1
      }
    }
    return nil
  }

  /// A date that starts at a digit.
  private static func date(in text: Bytes, at index: Int) -> CalendarDate? {
    var scanner = DigitScanner(text, at: index)
    if let year = scanner.number(digits: 4), year >= 1900 {
      return yearFirst(year, text, scanner)
    }
    var dayScanner = DigitScanner(text, at: index)
    guard let day = dayScanner.shortNumber() else { return nil }
    let next = afterOrdinal(text, dayScanner.index)
    guard let (month, after) = monthName(text, at: skipped(text, next)),
      let year = year(text, at: skipped(text, after))
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func yearFirst(_ year: Int, _ text: Bytes, _ scanner: DigitScanner)
    -> CalendarDate?
  {
    var scanner = scanner
    if let month = scanner.number(digits: 2), let day = scanner.number(digits: 2) {
      let isWhole = scanner.isAtEnd || !text[scanner.index].isDigit
      return isWhole ? CalendarDate(year: year, month: month, day: day) : nil
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
      return CalendarDate(year: year, month: month, day: day)
    }
    return nil
  }

  /// `February 24, 2026` or `Feb. 24th 2026`.
  private static func monthFirst(_ text: Bytes, at index: Int) -> CalendarDate? {
    guard let (month, after) = monthName(text, at: index) else { return nil }
    var scanner = DigitScanner(text, at: skipped(text, after))
    guard let day = scanner.shortNumber() else { return nil }
    let next = afterOrdinal(text, scanner.index)
    guard let year = year(text, at: skipped(text, next)) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// A month's English name or its first three letters, and the index after it.
  private static func monthName(_ text: Bytes, at index: Int) -> (month: Int, end: Int)? {
    var end = index
    while end < text.count, text[end].isLetter { end += 1 }
    let word = text[index..<end].map(\.lowered)
    guard word.count >= 3 else { return nil }
    let names: [StaticString] = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    for (number, name) in names.enumerated() {
      let isShort = word.count == 3 || word.count == 4 && number == 8
      guard word.count == name.utf8CodeUnitCount || isShort else { continue }
      if (0..<word.count).allSatisfy({ word[$0] == name.utf8Start[$0] }) {
        return (number + 1, end)
      }
    }
    return nil
  }

  private static func afterOrdinal(_ text: Bytes, _ index: Int) -> Int {
    let endings: [StaticString] = ["st", "nd", "rd", "th"]
    return endings.contains { text.has($0, at: index) } ? index + 2 : index
  }

  private static func year(_ text: Bytes, at index: Int) -> Int? {
    var scanner = DigitScanner(text, at: index)
    guard let year = scanner.number(digits: 4), scanner.isAtEnd || !text[scanner.index].isDigit
    else { return nil }
    return year
  }

  /// Past spaces, commas and stops.
  private static func skipped(_ text: Bytes, _ index: Int) -> Int {
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
