import BriefLibrary
import BriefModel
import Glibc
import Reader

/// The last try to keep marks that wait, when the program ends.
///
/// Where another file lies in the library's place by then, or a damaged one, or none, they are kept
/// as the next start would find them there: in the file that another program put there, or in one
/// that is restored now.
struct LastTry {
  /// So many seconds it waits for a library to be opened.
  private static let patience = 2.0
  /// So many milliseconds for another program to restore it.
  private static let restoringPatience = 30_000
  /// Others may get in the way of more than one try.
  private static let attempts = 5

  private let library: Library
  /// By what the briefs that were shown are found, by their numbers.
  private let known: [Int64: BriefKey]
  private let today: CalendarDate
  private var held: [LibraryChanges]
  /// Whether what is held tells contents alone, as numbers are those of the file that was open.
  private var isByContent = false
  /// Whether it is to go on when the program has closed all that it has open of the library.
  private(set) var awaitsClosing = false
  private var isClosed = false
  private var lost = 0
  private var reason: LibraryError?
  /// What was done about a library that was damaged or lost.
  private(set) var recovery: LibraryRecovery?
  /// Whether a library was made where there was none any more, and nothing told of a loss.
  private var isMadeAnew = false

  init(
    keeping held: [LibraryChanges], in library: Library, known: [Int64: BriefKey],
    today: CalendarDate
  ) {
    self.held = held
    self.library = library
    self.known = known
    self.today = today
  }

  /// Where the marks are that the user will not look for there, as where a disk has gone; nil where
  /// they are in the library that was there.
  var place: String? {
    guard isMadeAnew, loss == nil else { return nil }
    return "\(Sanitizer.line(library.path)): the library was gone, and what was known of it is "
      + "in a new one there"
  }

  /// What is lost, for the user; nil where nothing is.
  var loss: String? {
    guard lost > 0, let reason else { return nil }
    return "\(Count.of(lost, "mark")) could not be kept: \(reason.description)"
  }

  /// Keeps all that can be kept; who restores the library is waited for while that goes on.
  mutating func run(while goesOn: () -> Bool) {
    if !library.reopen(patience: Self.patience), let obstacle = library.obstacle {
      goByContent(because: obstacle)
    }
    let deadline = MonotonicClock.milliseconds + Self.restoringPatience
    var failure: LibraryError?
    for _ in 0..<Self.attempts {
      let isBeingRestored = Library.isBeingRestored(at: library.path)
      do throws(LibraryError) {
        return try keep()
      } catch {
        failure = error
        if isOfLog(error) {
          if !isByContent { goByContent(because: error) }
          awaitsClosing = true
          return
        }
        guard
          mayMend(error)
            || isBeingRestored && error == .locked(path: error.path)
              && wait(until: deadline, while: goesOn)
        else { break }
      }
    }
    if let failure { lose(held.markCount, failure) }
  }

  /// The same once all is closed, where that was to be awaited.
  mutating func runWhenClosed(while goesOn: () -> Bool) {
    guard awaitsClosing else { return }
    awaitsClosing = false
    isClosed = true
    run(while: goesOn)
  }

  /// Whether a file beside the library was taken away while it was open. SQLite has another for all of
  /// the program's connections then, and one more would have that, too.
  private func isOfLog(_ error: LibraryError) -> Bool {
    guard !isClosed, case .replaced(let path) = error else { return false }
    return path != library.path
  }

  private mutating func keep() throws(LibraryError) {
    let own = try open()
    defer { try? own.close() }
    while !held.isEmpty {
      do throws(LibraryError) {
        _ = try own.keep(held)
        held = []
      } catch {
        guard case .unknownBrief(_, let record) = error else { throw error }
        let count = held.markCount
        guard held.drop(record) else { throw error }
        lose(count - held.markCount, error)
      }
    }
  }

  /// A connection of its own, which waits for two seconds: what others still do on the one that the
  /// loop has waits as little as before, and nothing here waits for that.
  private mutating func open() throws(LibraryError) -> Library {
    guard isByContent else { return try library.openAgain() }
    let isGone = library.isGone
    let (opened, done) = try Library.openOrRecover(at: library.path, today: today)
    recovery = (isGone ? opened.take(from: library, done) : done) ?? recovery
    isMadeAnew = isMadeAnew || isGone && done == nil
    return opened
  }

  /// Whether another try may do: that opens what lies in the library's place, and restores it where
  /// that is called for.
  private mutating func mayMend(_ error: LibraryError) -> Bool {
    if error.isPassing || isByContent && !error.isMendedByOpening { return false }
    goByContent(because: error)
    return true
  }

  /// What neither the file that was open tells any more nor the screen did is lost.
  private mutating func goByContent(because reason: LibraryError) {
    let count = held.markCount
    held = library.byContent(held, known: known)
    isByContent = true
    lose(count - held.markCount, reason)
  }

  private mutating func lose(_ count: Int, _ reason: LibraryError) {
    guard count > 0 else { return }
    lost += count
    self.reason = reason
  }

  /// Waits for who restores the library; false where that takes too long, or is not to be waited for.
  private func wait(until deadline: Int, while goesOn: () -> Bool) -> Bool {
    guard Library.isBeingRestored(at: library.path) else { return true }
    Failure.tell("marks wait for another program that restores the library; Ctrl-C gives them up")
    while Library.isBeingRestored(at: library.path) {
      guard MonotonicClock.milliseconds < deadline, goesOn() else { return false }
      usleep(20_000)
    }
    return true
  }
}
