import Glibc

extension CalendarDate {
  /// The day of a Unix time in the time zone of this machine.
  package init?(secondsSince1970 seconds: Int) {
    var time = time_t(seconds)
    var parts = tm()
    guard localtime_r(&time, &parts) != nil else { return nil }
    self.init(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
