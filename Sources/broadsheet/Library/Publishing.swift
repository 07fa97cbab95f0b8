import BriefLibrary
import Dispatch

/// Publishes an index when something in it is new, and takes no more than a tenth of the time for it:
/// the whole file is written each time.
struct Publishing {
  private static let share: UInt64 = 10
  /// Nanoseconds that pass at least between two.
  private static let shortest: UInt64 = 2_000_000_000

  let path: String
  private var isNew = true
  private var earliest: UInt64 = 0
  /// Why the last could not be published.
  private var obstacle: LibraryError?

  /// Publishes to a file, for the first time at once.
  init(path: String) { self.path = path }

  /// Takes note that the index has changed.
  mutating func note() { isNew = true }

  /// Milliseconds until something is to be published; nil where nothing is new.
  var delay: Int? {
    let now = DispatchTime.now().uptimeNanoseconds
    return isNew ? Int((max(earliest, now) - now) / 1_000_000) : nil
  }

  /// Publishes what is new, where it is time to. What fails is told, where that is new, and tried
  /// again; what the library or the index is to be opened anew for is thrown.
  mutating func publish(_ index: BriefIndex, from library: Library) throws(LibraryError) {
    guard delay == 0 else { return }
    let start = DispatchTime.now().uptimeNanoseconds
    do throws(LibraryError) {
      try index.publish(to: path, from: library)
      isNew = false
      obstacle = nil
    } catch {
      let isOfLibrary = error.isMendedByOpening && library.isMeant(by: error)
      guard !isOfLibrary, error != .indexRemade(path: error.path) else { throw error }
      if obstacle != error { Failure.tell(error.description) }
      obstacle = error
    }
    let end = DispatchTime.now().uptimeNanoseconds
    earliest = end + max(Self.shortest, (end - start) * Self.share)
  }
}
