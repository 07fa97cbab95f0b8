import BriefModel
import Glibc

/// The system's clock is set to a time that no brief can be of.
struct WrongClock: Error, CustomStringConvertible {
  var description: String { "the system's clock is not within the years 1900 to 2199; set it" }
}

extension CalendarDate {
  /// The present day where the program runs; throws `WrongClock`.
  static func today() throws(WrongClock) -> CalendarDate {
    guard let today = CalendarDate(secondsSince1970: time(nil)) else { throw WrongClock() }
    return today
  }
}
