/// A date of three numbers with the year last: `24.02.2026`, `24/02/2026`.
///
/// With stops the day comes first. With slashes it depends on the country, so that it is a date only
/// where one of the first two numbers can be no month, or both are the same.
struct DayNumbers {
  /// Nil where nobody can tell the day from the month, or there is no such day.
  let date: CalendarDate?
  let end: Int

  /// Nil where no such numbers start at an index.
  init?(_ text: Bytes, at index: Int) {
    var scanner = DigitScanner(text, at: index)
    guard let first = scanner.shortNumber(), let mark = text[checked: scanner.index],
      mark == 0x2E || mark == 0x2F, scanner.take(mark)
    else { return nil }
    let isSpaced = mark == 0x2E && scanner.take(0x20)
    guard let second = scanner.shortNumber(), scanner.take(mark),
      !isSpaced || scanner.take(0x20), let year = TextDate.year(text, at: scanner.index)
    else { return nil }
    end = year.end
    let dayFirst = CalendarDate(year: year.value, month: second, day: first)
    let monthFirst = CalendarDate(year: year.value, month: first, day: second)
    if mark == 0x2E || monthFirst == nil || dayFirst == monthFirst {
      date = dayFirst
    } else {
      date = dayFirst == nil ? monthFirst : nil
    }
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  fileprivate subscript(checked index: Int) -> UInt8? { index < count ? self[index] : nil }
}
