import BriefLibrary
import BriefModel
import Glibc
import Terminal

/// All of `broadsheet index --watch`: keeps the index up to date until it is told to end.
struct IndexWatching {
  /// Milliseconds until another process that is at the index is asked for again.
  private static let busyPause = 2000
  /// The same where a lock or a full disk is in the way.
  private static let obstaclePause = 5000

  let indexing: Indexing
  /// Where the index is published, if anywhere.
  private var publishing: Publishing?
  /// By what changes are seen, as it was said last.
  private var told = ""
  private var obstacle: LibraryError?
  private var hasOpened = false
  private var reopening = ReopeningBound()

  init(indexing: Indexing, publishing: Publishing? = nil) {
    self.indexing = indexing
    self.publishing = publishing
  }

  mutating func run() throws {
    // Before the first thread, so that no other gets a signal.
    let signals = try SignalsToEnd()
    while !signals.isEnding {
      do {
        return try follow(open(), signals)
      } catch let error as LibraryError {
        try prepareToReopen(after: error, signals)
      }
    }
  }

  private mutating func open() throws -> OpenLibrary {
    // Where all of it was taken away, as with its disk, no empty one is made and published.
    if hasOpened { _ = try Setup(given: indexing.given).existingLibrary() }
    let files = try OpenLibrary(given: indexing.given)
    guard !files.folders.isEmpty else { throw Refusal.noFolders }
    hasOpened = true
    return files
  }

  /// Throws what opening the library, or the index, once more does not mend, and waits for what may
  /// be over in a moment. Another program may have put another in its place, or damage showed.
  private mutating func prepareToReopen(after error: LibraryError, _ signals: SignalsToEnd) throws {
    publishing?.note()
    if error.isPassing, hasOpened {
      tellOnce(error)
      signals.wait(Self.obstaclePause)
    } else {
      let isOfIndex = error == .indexRemade(path: error.path)
      guard error.isMendedByOpening || isOfIndex, reopening.allowsOne() else { throw error }
      if isOfIndex { Failure.tell(error.description) }
    }
  }

  /// Keeps the index up to date with the library and the folders that it has, until it is to end.
  private mutating func follow(_ files: OpenLibrary, _ signals: SignalsToEnd) throws {
    let library = LogWatch(library: files.library.path)
    defer { library.close() }
    let isConfined = indexing.isConfined(files)
    func unwatched() -> FolderChanges {
      FolderChanges(
        ender: signals.descriptor, watch: FolderWatch(confined: isConfined), library: library)
    }
    var changes = unwatched()
    defer { changes.close() }
    // Those that were told before are not watched for changes.
    var folders = try files.setup.folders(of: files.library)
    var scope = IndexScope.all
    while !signals.isEnding {
      // What is said of briefs alone brings no new folders.
      if scope.isAll { changes.watch(folders) }
      try tell(changes.way)
      let isDone = try bringUpToDate(files, folders, scope) { signals.isEnding }
      // A signal that came while files were read has been taken, and wakes nobody.
      while !signals.isEnding {
        try publishing?.publish(files.index, from: files.library)
        let found = changes.wait(pause(isDone: isDone))
        let now = try files.setup.folders(of: files.library)
        if now != folders {
          changes.close()
          changes = unwatched()
          folders = now
          scope = .all
          break
        }
        // What could not be looked through still has to be.
        if let next = IndexScope.union(found, isDone ? nil : scope) {
          scope = next
          break
        }
      }
    }
  }

  private func pause(isDone: Bool) -> Int {
    let pause =
      obstacle != nil ? Self.obstaclePause : isDone ? FolderChanges.pause : Self.busyPause
    return min(pause, publishing?.delay ?? pause)
  }

  /// Brings the index up to date once, and tells what is new; false where that is still to be done.
  private mutating func bringUpToDate(
    _ files: OpenLibrary, _ folders: [String], _ scope: IndexScope, until isEnding: () -> Bool
  ) throws -> Bool {
    let hadObstacle = obstacle != nil
    if !hadObstacle { files.library.backUpDaily() }
    let end = try pass(files, folders, scope, until: isEnding)
    if let end, end.isWorthTelling { try indexing.tell(end, files) }
    // Another process may put in what was looked for here, and what came before a failure counts.
    let isNew = try files.index.hasChanged() || end?.isWorthTelling ?? true
    if obstacle == nil, hadObstacle || isNew { publishing?.note() }
    return end != nil
  }

  /// Brings the index up to date once; nil where another process is at it, or an obstacle may be
  /// over in a moment, which is told where it is new.
  private mutating func pass(
    _ files: OpenLibrary, _ folders: [String], _ scope: IndexScope, until isEnding: () -> Bool
  ) throws -> IndexProgress? {
    do {
      let end = try indexing.pass(files, folders, scope, until: isEnding)
      obstacle = nil
      return end
    } catch let error as LibraryError where error.isPassing {
      tellOnce(error)
      return nil
    }
  }

  private mutating func tellOnce(_ error: LibraryError) {
    if obstacle != error { Failure.tell(error.description) }
    obstacle = error
  }

  /// Says by what changes are seen, where that is new.
  private mutating func tell(_ way: String) throws {
    defer { told = way }
    guard way != told, !indexing.isQuiet else { return }
    StandardOutput.prepare()
    try StandardOutput.write(way + "\n")
  }
}

extension IndexProgress {
  /// Whether anything was done or is wrong.
  fileprivate var isWorthTelling: Bool {
    done > 0 || gone > 0 || unreadable.count > 0 || !missing.isEmpty
  }
}
