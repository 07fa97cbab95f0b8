import BriefLibrary
import BriefModel
import Dispatch
import Reader
import Synchronization
import Terminal

/// The index of the library while the reader runs: rows at once, lists and the work on it beside
/// the loop, each on a connection of its own.
final class IndexAccess: Sendable {
  let index: BriefIndex
  let library: Library
  let beside: LibraryBeside
  /// Which folders there are; none where the files cannot be written.
  let folders: @Sendable () -> [String]
  let today: CalendarDate
  /// What may be read, where not all may be.
  let bounds: ReadBounds?
  let saved: SavedQueries
  let archives: Bool
  /// Between two tries of what a lock or a full disk refuses.
  let pause: DispatchTimeInterval
  /// The same where another process brings the index up to date.
  let busyPause: DispatchTimeInterval
  let mailbox: Mailbox<Message>
  let listing = DispatchQueue(label: "listing", qos: .userInitiated)
  let indexing = DispatchQueue(label: "indexing", qos: .utility)
  private let following = FolderFollowing()
  let shared = Mutex(Shared())

  struct Shared {
    /// The number of the last list that was asked for.
    var asked = 0
    /// The query that was answered last; nil for one that was being typed.
    var answered: String?
    var lister: BriefIndex?
    /// What the indexer writes to.
    var writer: BriefIndex?
    /// Whether a list is made just now, which may be interrupted; nothing else may.
    var isListing = false
    /// How often a brief was sought for a source, and whether that goes on just now.
    var seeks = 0
    var isSeeking = false
    var isEnding = false
    var isUpdating = false
    /// Whether it is tried again in a moment what another process, or a full disk, refused.
    var isTryingAgain = false
    /// What changed while the index was being brought up to date.
    var outdated: IndexScope?
    /// What could not be looked through, which the next look does, too.
    var failed: IndexScope?
    /// Why the last look failed, which was told.
    var obstacle: LibraryError?
    var isTransferring = false
    /// Whether so many marks are taken over that the list is made anew at the end of it.
    var isTakingMany = false
    /// Up to where the list shows the marks of the library.
    var seen: SeenMarks?
  }

  init(
    index: BriefIndex, library: Library, folders: @escaping @Sendable () -> [String],
    today: CalendarDate, seen: SeenMarks?, bounds: ReadBounds? = nil, saved: SavedQueries,
    archiving: Bool, pause: DispatchTimeInterval = .seconds(5),
    busyPause: DispatchTimeInterval = .seconds(1), mailbox: Mailbox<Message>
  ) {
    self.pause = pause
    self.busyPause = busyPause
    archives = archiving
    self.saved = saved
    self.bounds = bounds
    shared.withLock { $0.seen = seen }
    self.index = index
    self.library = library
    beside = LibraryBeside(loop: library)
    self.folders = folders
    self.today = today
    self.mailbox = mailbox
  }

  /// Whether the index can be written; where not, it is read as it is.
  var isWritable: Bool { index.isWritable }

  /// Reads rows of the list.
  func rows(_ ids: [Int64]) -> [Message] {
    do throws(LibraryError) {
      let rows = try index.rows(of: ids, from: library)
      return [.rows(rows, asked: ids)]
    } catch {
      refill(after: error)
      return rowsAlone(ids, after: error) ?? [.rowsFailed(error.message)]
    }
  }

  /// The rows as the index knows them, where the library alone fails, and goes on doing so; that is
  /// told once. Nil where something else is wrong.
  private func rowsAlone(_ ids: [Int64], after error: LibraryError) -> [Message]? {
    guard library.isMeant(by: error), !error.isPassing,
      let rows = try? index.rowsAlone(of: ids)
    else { return nil }
    tellOnce(error)
    return [.rows(rows, asked: ids)]
  }

  func lister() throws(LibraryError) -> BriefIndex {
    if let known = shared.withLock({ $0.lister }) { return known }
    let opened = try index.openAgain()
    if opened.isPublished { _ = try opened.takeMarks(from: beside.library) }
    shared.withLock { $0.lister = opened }
    // The other may have been opened for writing meanwhile, by who saw no lister yet.
    if index.isWritable { _ = opened.reopen() }
    return opened
  }

  // MARK: - Work on the index

  /// Brings the index up to date with the folders now and whenever something in them changes; one
  /// that could not be written as soon as it can.
  func follow() {
    guard !index.isPublished else { return goOver() }
    indexing.async { [self] in
      guard !shared.withLock({ $0.isEnding }) else { return }
      guard index.reopen(), shared.withLock({ $0.lister })?.reopen() ?? true else {
        return indexing.asyncAfter(deadline: .now() + pause) { [self] in follow() }
      }
      following.start(folders, of: library.path) { [mailbox] way in
        mailbox.post(.remark(way))
      } look: { [self] scope in
        update(scope)
      }
      transferMarks(after: 0)
    }
  }

  /// Ends the work; what is in the index stays, and the rest comes with the next start.
  func close() {
    let (lister, writer) = shared.withLock { shared in
      shared.isEnding = true
      return (shared.lister, shared.writer)
    }
    lister?.interrupt()
    writer?.interrupt()
    following.close()
    listing.sync {}
    indexing.sync {}
    // Marks are safe in the library: the next start takes over what another that writes keeps out.
    var seen = shared.withLock(\.seen)
    if !index.isPublished {
      _ = try? index.takeSomeMarks(from: library, seen: &seen, waiting: false, restFollows: false)
    }
    beside.close()
    try? lister?.close()
    try? index.close()
  }
}
