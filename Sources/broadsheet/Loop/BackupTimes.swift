import BriefModel

/// When it is asked whether the library is to be backed up: with the first mark of each day, and
/// each time that twice as many were made as when it was asked last.
struct BackupTimes {
  private static let least = 16

  /// The day on which it was asked last.
  private var day: CalendarDate?
  private var marks = 0
  /// As many marks as that are a reason to ask again.
  private var next = 1

  mutating func add(marks count: Int) { marks += count }

  /// Whether it is to be asked now; that counts as done then.
  mutating func isDue(on today: CalendarDate) -> Bool {
    guard today != day || marks >= next else { return false }
    day = today
    next = max(Self.least, marks * 2)
    return true
  }
}
