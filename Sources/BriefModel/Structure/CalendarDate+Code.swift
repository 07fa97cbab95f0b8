extension CalendarDate {
  /// The date as one number in whose order dates are: 20260131, or 20260100 for a month.
  package var code: Int { (year * 100 + month) * 100 + (day ?? 0) }

  /// The date of such a number; nil where it is none.
  package init?(code: Int) {
    guard code > 0 else { return nil }
    let day = code % 100
    self.init(year: code / 10_000, month: code / 100 % 100, day: day == 0 ? nil : day)
  }
}
