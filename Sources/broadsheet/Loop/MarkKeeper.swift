import BriefLibrary
import BriefModel
import Reader

/// Keeps marks in the library, and holds those that it cannot take now until it can: the one place
/// where marks wait, be their briefs numbered or not.
struct MarkKeeper {
  /// Milliseconds between two tries; a lock is let go sooner than there is room on a disk.
  private static let pause = 5000
  private static let lockPause = 200
  /// As many milliseconds a key waits for another program that is writing.
  private static let patience = 20

  /// Nil where there is none.
  private let library: Library?
  /// What is not kept, in the order in which it came.
  private var held: [LibraryChanges] = []
  private var nextTry: Int?
  /// Whether the library was opened by a try that could keep nothing yet.
  private var hasOpened = false

  /// `now` counts milliseconds, as it does below.
  init(library: Library?, now: Int) {
    self.library = library
    library?.wait(atMost: Self.patience)
    if library?.obstacle?.isPassing == true { nextTry = now + Self.pause }
  }

  /// How many marks are on the screen and not in the library.
  var waiting: Int { held.markCount }

  /// Keeps changes after those that are held; returns all that were kept.
  mutating func keep(_ changes: LibraryChanges, now: Int) throws(LibraryError) -> KeptChanges {
    guard let library else { return KeptChanges() }
    for index in held.indices { held[index].forgetPlaces(of: changes) }
    held.removeAll(where: \.isEmpty)
    held.append(changes)
    return try keepHeld(in: library, now: now)
  }

  private mutating func keepHeld(in library: Library, now: Int) throws(LibraryError) -> KeptChanges
  {
    do throws(LibraryError) {
      let kept = try library.keep(held)
      held = []
      nextTry = nil
      return kept
    } catch {
      switch error {
      // What is about a brief that is gone would hold up the rest for ever: that is kept at once.
      case .unknownBrief(_, let record):
        _ = held.drop(record)
        nextTry = held.isEmpty ? nil : now
      case .locked: nextTry = now + Self.lockPause
      case .folder, .wrongOwner, .exposed, .unwritable, .indexUnwritable, .noFile, .lost, .damaged,
        .indexRemade, .notPublished,
        .foreign, .newer, .replaced, .diskFull, .noRoom, .uncopied, .failed:
        nextTry = now + Self.pause
      }
      throw error
    }
  }

  /// What came of another try.
  struct Retry {
    /// Whether the library, which could not be written, was opened.
    var isOpened: Bool
    /// Whether it was by this try or one before, and this is the first with which all is kept.
    var isFirstKept: Bool
    /// What was kept; why nothing was.
    var result: Result<KeptChanges, LibraryError>
  }

  /// Tries again where it is time to; nil where it is not, or the library still cannot be opened for
  /// the same reason.
  mutating func retry(now: Int) -> Retry? {
    guard let due = nextTry, now >= due, let library else { return nil }
    nextTry = now + Self.pause
    let obstacle = library.obstacle
    let wasClosed = obstacle != nil
    guard library.reopen() else {
      guard let reason = library.obstacle, reason != obstacle else { return nil }
      return Retry(isOpened: false, isFirstKept: false, result: .failure(reason))
    }
    nextTry = nil
    let result = Result { () throws(LibraryError) in try keepHeld(in: library, now: now) }
    hasOpened = hasOpened || wasClosed
    guard case .success = result else {
      return Retry(isOpened: wasClosed, isFirstKept: false, result: result)
    }
    defer { hasOpened = false }
    return Retry(isOpened: wasClosed, isFirstKept: hasOpened, result: result)
  }

  /// Milliseconds until the next try; nil where there is none.
  func delay(now: Int) -> Int? { nextTry.map { max(0, $0 - now) } }

  /// Tries a last time, and waits for another program that is writing, or that restores the library
  /// while that `goesOn`; nil where nothing waits. What is not kept then is lost.
  /// A library that is lost is restored then, too, with all that was marked in the one that is open.
  ///
  /// `keys` tells by what the briefs of numbers are found, as far as they were shown.
  mutating func finish(
    today: CalendarDate, keys: (Set<Int64>) -> [Int64: BriefKey] = { _ in [:] },
    while goesOn: () -> Bool = { true }
  ) -> LastTry? {
    guard let library, waiting > 0 || library.isLost else { return nil }
    var last = LastTry(keeping: held, in: library, known: keys(held.records), today: today)
    last.run(while: goesOn)
    held = []
    nextTry = nil
    return last
  }

  /// Says why marks wait, for the status line.
  func sentence(_ error: LibraryError) -> String {
    guard waiting > 0 else { return error.message }
    let them = waiting == 1 ? "it" : "them"
    let marks = "\(Count.of(waiting, "mark")) \(waiting == 1 ? "waits" : "wait") to be kept"
    return switch error {
    case .locked: "\(marks): another program holds the library"
    case .diskFull: "\(marks): the disk is full"
    case .noRoom(_, let why): "\(marks): \(why)"
    case .replaced(let path) where path != library?.path:
      "\(marks): \(path.pathName) was moved or replaced; q keeps \(them)"
    case .replaced:
      "\(marks): the library was moved or replaced; q keeps \(them) in the one in its place"
    case .lost: "\(marks): the library is lost; q restores it and keeps \(them) there"
    case .damaged: "\(marks): the library is damaged; q restores it and keeps \(them) there"
    case .folder, .wrongOwner, .exposed, .unwritable, .indexUnwritable, .noFile, .indexRemade,
      .notPublished, .foreign, .newer, .uncopied, .unknownBrief, .failed:
      error.message
    }
  }
}

extension MarkKeeper {
  /// Puts what waits into what was read: the library does not know it yet, and it stays on the
  /// screen.
  func complete(_ message: Message) -> Message {
    guard !held.isEmpty else { return message }
    if case .loaded(let entry, .success(var loaded)) = message {
      complete(&loaded.record, of: loaded.fingerprint)
      return .loaded(entry: entry, .success(loaded))
    }
    if case .scanned(let entry, .success(var scanned)) = message {
      complete(&scanned.record, of: scanned.fingerprint)
      return .scanned(entry: entry, .success(scanned))
    }
    if case .rows(var rows, let asked) = message {
      for index in rows.indices { complete(&rows[index].record, of: rows[index].fingerprint) }
      return .rows(rows, asked: asked)
    }
    return message
  }

  private func complete(_ record: inout ReadingRecord, of fingerprint: Fingerprint?) {
    for changes in held { changes.apply(to: &record, of: fingerprint) }
  }
}
