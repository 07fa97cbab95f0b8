import BriefModel

/// The day on which all that is fed is read: a fault must come again.
enum FuzzDay {
  static let today: CalendarDate = {
    guard let day = CalendarDate(year: 2026, month: 3, day: 10) else {
      preconditionFailure("10 March 2026 is a day")
    }
    return day
  }()
}
