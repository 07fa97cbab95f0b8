import BriefLibrary
import BriefModel

/// Keeps marks in the library, and holds those that it cannot take now until it can.
struct MarkKeeper {
  /// Milliseconds between two tries.
  private static let pause = 5000

  /// Nil where there is none.
  private let library: Library?
  /// What is not kept, in the order in which it came.
  private var held: [LibraryChange] = []
  private var nextTry: Int?

  /// `now` counts milliseconds, as it does below.
  init(library: Library?, now: Int) {
    self.library = library
    if library?.obstacle?.isPassing == true { nextTry = now + Self.pause }
  }

  /// Keeps changes after those that are held; returns all that were kept.
  mutating func keep(
    _ changes: [LibraryChange], now: Int
  ) throws(LibraryError) -> [LibraryChange] {
    guard let library else { return [] }
    let all = held + changes
    do throws(LibraryError) {
      try library.keep(all)
    } catch {
      // What is about a brief that is gone would hold up the rest for ever: that is kept at once.
      if case .unknownBrief(_, let record) = error {
        held = all.filter { $0.record != record }
        nextTry = held.isEmpty ? nil : now
        throw error
      }
      held = all
      nextTry = now + Self.pause
      throw error
    }
    held = []
    nextTry = nil
    return all
  }

  /// What came of another try.
  enum Retry {
    /// It is not time for one, or nothing has changed.
    case none
    /// The library can be written again; these were kept.
    case kept([LibraryChange])
  }

  /// Tries again where it is time to.
  mutating func retry(now: Int) -> Retry {
    guard let due = nextTry, now >= due, let library else { return .none }
    nextTry = now + Self.pause
    guard library.reopen(), let kept = try? keep([], now: now) else { return .none }
    nextTry = nil
    return .kept(kept)
  }

  /// Milliseconds until the next try; nil where there is none.
  func delay(now: Int) -> Int? { nextTry.map { max(0, $0 - now) } }

  /// Tries a last time; what is lost now, for the user, nil where nothing is.
  mutating func finish(now: Int) -> String? {
    guard held.contains(where: \.isMark) else { return nil }
    _ = library?.reopen()
    do throws(LibraryError) {
      _ = try keep([], now: now)
      return nil
    } catch {
      let count = held.count(where: \.isMark)
      return "\(count) changes of marks could not be kept: \(error.description)"
    }
  }
}
