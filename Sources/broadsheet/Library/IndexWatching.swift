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
  var publishing: Publishing?

  func run() throws {
    var publishing = publishing
    // Before the first thread, so that no other gets a signal.
    let signals = try SignalsToEnd()
    let files = try OpenLibrary(given: indexing.given)
    var folders = files.folders
    guard !folders.isEmpty else { throw Refusal.noFolders }
    let isConfined = indexing.isConfined(files)
    let library = LogWatch(library: files.library.path)
    defer { library.close() }
    var changes = FolderChanges(
      ender: signals.descriptor, watch: FolderWatch(confined: isConfined), library: library)
    defer { changes.close() }
    var told = ""
    var scope = IndexScope.all
    var obstacle: LibraryError?
    while !signals.isEnding {
      // What is said of briefs alone brings no new folders.
      if scope.isAll { changes.watch(folders) }
      try tell(changes.way, &told)
      let hadObstacle = obstacle != nil
      if !hadObstacle { files.library.backUpDaily() }
      let end = try pass(files, folders, scope, &obstacle) { signals.isEnding }
      if let end, end.isWorthTelling { try indexing.tell(end, files) }
      // Another process may put in what was looked for here, and what came before a failure counts.
      let isNew = (try? files.index.hasChanged()) ?? true || end?.isWorthTelling ?? true
      if obstacle == nil, hadObstacle || isNew { publishing?.note() }
      // A signal that came while files were read has been taken, and wakes nobody.
      while !signals.isEnding {
        publishing?.publish(files.index, from: files.library)
        let pause =
          obstacle != nil
          ? Self.obstaclePause : end == nil ? Self.busyPause : FolderChanges.pause
        let found = changes.wait(min(pause, publishing?.delay ?? pause))
        let now = try files.setup.folders(of: files.library)
        if now != folders {
          changes.close()
          changes = FolderChanges(
            ender: signals.descriptor, watch: FolderWatch(confined: isConfined), library: library)
          folders = now
          scope = .all
          break
        }
        // What could not be looked through still has to be.
        if let next = IndexScope.union(found, end == nil ? scope : nil) {
          scope = next
          break
        }
      }
    }
  }

  /// Brings the index up to date once; nil where another process is at it, or an `obstacle` may be
  /// over in a moment, which is told where it is new.
  private func pass(
    _ files: OpenLibrary, _ folders: [String], _ scope: IndexScope,
    _ obstacle: inout LibraryError?, until isEnding: () -> Bool
  ) throws -> IndexProgress? {
    do {
      let end = try indexing.pass(files, folders, scope, until: isEnding)
      obstacle = nil
      return end
    } catch let error as LibraryError where error.isPassing {
      if obstacle != error { Failure.tell(error.description) }
      obstacle = error
      return nil
    }
  }

  /// Says by what changes are seen, where that is new.
  private func tell(_ way: String, _ told: inout String) throws {
    defer { told = way }
    guard way != told, !indexing.isQuiet else { return }
    StandardOutput.prepare()
    try StandardOutput.write(way + "\n")
  }
}

/// The signals that end work that has no screen.
private final class SignalsToEnd {
  private let signals: Signals
  private var hasCome = false

  init() throws { signals = try Signals() }

  var descriptor: Int32 { signals.descriptor }

  /// Whether one has come; a stop from the terminal is obeyed here.
  var isEnding: Bool {
    for signal in signals.take() {
      switch signal {
      case .interrupt, .quit, .terminate, .hangup: hasCome = true
      case .suspend: raise(SIGSTOP)
      case .windowChanged, .continued, .childExited: continue
      }
    }
    return hasCome
  }
}

extension IndexProgress {
  /// Whether anything was done or is wrong.
  fileprivate var isWorthTelling: Bool {
    done > 0 || gone > 0 || unreadable.count > 0 || !missing.isEmpty
  }
}
