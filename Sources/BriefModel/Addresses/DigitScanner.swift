/// Reads the numbers of a date from bytes, one after another.
struct DigitScanner {
  private let bytes: Bytes
  private(set) var index: Int

  init(_ bytes: Bytes, at index: Int) {
    self.bytes = bytes
    self.index = index
  }

  var isAtEnd: Bool { index >= bytes.count }

  /// Whether the next byte ends a number here.
  func isAtBoundary(allowing marks: [UInt8]) -> Bool {
    isAtEnd || marks.contains(bytes[index])
  }

  /// Takes exactly so many digits.
  mutating func number(digits: Int) -> Int? {
    guard index + digits <= bytes.count else { return nil }
    var value = 0
    for offset in 0..<digits {
      let byte = bytes[index + offset]
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    index += digits
    return value
  }

  /// Takes one or two digits.
  mutating func shortNumber() -> Int? {
    number(digits: 2) ?? number(digits: 1)
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Takes an English month of three letters.
  mutating func monthName() -> Int? {
    guard index + 3 <= bytes.count else { return nil }
    let name = bytes[index..<index + 3].map(\.lowered)
    let names = "janfebmaraprmayjunjulaugsepoctnovdec".utf8.map { $0 }
    for month in 0..<12 where names[month * 3..<month * 3 + 3].elementsEqual(name) {
      index += 3
      return month + 1
    }
    return nil
  }
}

extension DigitScanner {
  /// `2025/02/07`, `2025-02-08`, `2025-05/26`, `2025/0803`, and not a digit after it.
  func numericDay() -> CalendarDate? {
    var scanner = self
    guard let year = scanner.number(digits: 4),
      scanner.take(0x2F) || scanner.take(0x2D), let month = scanner.shortNumber()
    else { return nil }
    let isParted = scanner.take(0x2F) || scanner.take(0x2D)
    guard let day = isParted ? scanner.shortNumber() : scanner.number(digits: 2),
      scanner.isAtBoundary(allowing: [0x2F, 0x2D, 0x5F, 0x2E])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// `2025/feb/04`.
  func namedMonthDay() -> CalendarDate? {
    var scanner = self
    guard let year = scanner.number(digits: 4), scanner.take(0x2F),
      let month = scanner.monthName(), scanner.take(0x2F), let day = scanner.shortNumber(),
      scanner.isAtBoundary(allowing: [0x2F])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// `09/23/2024`, in the order of the United States.
  func americanDay() -> CalendarDate? {
    var scanner = self
    guard let month = scanner.number(digits: 2), scanner.take(0x2F),
      let day = scanner.number(digits: 2), scanner.take(0x2F),
      let year = scanner.number(digits: 4), scanner.isAtBoundary(allowing: [0x2F])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }
}
