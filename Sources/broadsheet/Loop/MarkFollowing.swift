import BriefLibrary
import BriefModel

/// Follows the marks that other readers make, where no index does.
struct MarkFollowing {
  /// Milliseconds after the library's log was written until it is read: the first write tells of a
  /// change, and only the last makes it whole.
  private static let rest = 100

  private let library: Library
  /// Nil where the library could not be asked; all marks are new then.
  private var seen: SeenMarks?
  private var due: Int?

  init(library: Library) {
    self.library = library
    seen = try? library.seenMarks()
  }

  /// The log was written; `now` counts milliseconds, as it does below.
  mutating func logWritten(now: Int) { due = due ?? now + Self.rest }

  /// Milliseconds until the log is to be read; nil where it is not.
  func delay(now: Int) -> Int? { due.map { max(0, $0 - now) } }

  /// The readings that changed since this was asked last, where it is time to.
  mutating func take(now: Int) -> [ReadingRecord] {
    guard let time = due, now >= time else { return [] }
    do throws(LibraryError) {
      let records = try library.newReadings(since: &seen)
      due = nil
      return records
    } catch {
      due = now + 1000
      return []
    }
  }
}
