/// The date of a source, as its address carries it.
package enum URLDate {
  /// The date in the address's path, or nil; impossible and future dates are none.
  package static func date(of url: SourceURL, today: CalendarDate) -> CalendarDate? {
    var address = url.canonical
    return address.withUTF8 { bytes in
      guard let start = bytes.firstIndex(of: 0x2F, from: 8) else { return nil }
      let end = bytes.firstIndex(of: 0x3F, from: start) ?? bytes.count
      let path = bytes.slice(start..<end)
      return [day(in: path), month(in: path)].lazy.compactMap { $0 }.first { $0 <= today }
    }
  }

  /// The first segment, from the left, with which a full date starts.
  private static func day(in path: Bytes) -> CalendarDate? {
    var start = 0
    while start < path.count {
      let end = path.firstIndex(of: 0x2F, from: start + 1) ?? path.count
      let rest = DigitScanner(path, at: start + 1)
      if let date = rest.numericDay() ?? rest.namedMonthDay() ?? rest.americanDay()
        ?? compactDay(path, start + 1..<end) ?? joinedDay(path, start + 1..<end)
      {
        return date
      }
      start = end
    }
    return trailingDay(path) ?? innerDay(path)
  }

  /// `/2025/02/slug`: a month, where no number follows that would be an impossible day.
  private static func month(in path: Bytes) -> CalendarDate? {
    var start: Int? = 0
    while let slash = start {
      var scanner = DigitScanner(path, at: slash + 1)
      if let year = scanner.number(digits: 4), scanner.take(0x2F),
        let month = scanner.number(digits: 2), scanner.isAtBoundary(allowing: [0x2F]),
        !isNumber(path, after: scanner.index)
      {
        if let date = CalendarDate(year: year, month: month, day: nil) { return date }
      }
      start = path.firstIndex(of: 0x2F, from: slash + 1)
    }
    return nil
  }

  private static func isNumber(_ path: Bytes, after slash: Int) -> Bool {
    var scanner = DigitScanner(path, at: slash + 1)
    return scanner.shortNumber() != nil && scanner.isAtBoundary(allowing: [0x2F])
  }

  /// `20250825`, letters before it, and digits or a mark after it: `AEN20250803001500315`.
  private static func compactDay(_ path: Bytes, _ segment: Range<Int>) -> CalendarDate? {
    var index = segment.lowerBound
    while index < segment.upperBound, path[index].isLetter { index += 1 }
    var scanner = DigitScanner(path.slice(0..<segment.upperBound), at: index)
    guard let year = scanner.number(digits: 4), year >= 1990, let month = scanner.number(digits: 2),
      let day = scanner.number(digits: 2)
    else { return nil }
    let hasLetters = index > segment.lowerBound
    guard scanner.isAtEnd || hasLetters || scanner.isAtBoundary(allowing: [0x5F, 0x2D, 0x2E])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// `20260618globalapp`, and of `2026/0525kaiken.html` what starts at the year: a word behind the day,
  /// and not the digits of a checksum.
  private static func joinedDay(_ path: Bytes, _ segment: Range<Int>) -> CalendarDate? {
    var scanner = DigitScanner(path, at: segment.lowerBound)
    guard let year = scanner.number(digits: 4), years.contains(year) else { return nil }
    _ = scanner.take(0x2F)
    guard let month = scanner.number(digits: 2), let day = scanner.number(digits: 2) else {
      return nil
    }
    let word = path[scanner.index...].prefix { $0 != 0x2F && $0 != 0x2E }
    guard word.count >= wordLength, word.allSatisfy(\.isLetter), !word.allSatisfy(\.isHexDigit)
    else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// A shorter word behind a day may be a part of a number.
  private static let wordLength = 3
  /// What eight digits within a name must start with to be a day; those of newer ones lie ahead.
  private static let years = 1995..<2100

  /// `slug-20200416`, `slug-20170420-story.html`, `report_20260403.pdf`: the last eight digits that
  /// stand alone between marks.
  private static func innerDay(_ path: Bytes) -> CalendarDate? {
    var index = path.count
    while index > 8 {
      index -= 1
      guard path[index - 8] == 0x2D || path[index - 8] == 0x5F, path[index].isDigit else {
        continue
      }
      var scanner = DigitScanner(path, at: index - 7)
      if let year = scanner.number(digits: 4), years.contains(year),
        let month = scanner.number(digits: 2), let day = scanner.number(digits: 2),
        scanner.isAtBoundary(allowing: [0x2F, 0x2D, 0x5F, 0x2E]),
        let date = CalendarDate(year: year, month: month, day: day)
      {
        return date
      }
    }
    return nil
  }

  /// `…-2025-02-01` at the end of the path, or before its extension.
  private static func trailingDay(_ path: Bytes) -> CalendarDate? {
    let slash = path.lastIndex(of: 0x2F) ?? 0
    let end = path[slash...].lastIndex(of: 0x2E) ?? path.count
    guard end - slash > 11, path[end - 11] == 0x2D || path[end - 11] == 0x5F else { return nil }
    return DigitScanner(path.slice(0..<end), at: end - 10).numericDay()
  }
}
