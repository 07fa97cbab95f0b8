import BriefLibrary
import BriefModel
import Glibc
import Terminal

/// All of `broadsheet index --watch`: keeps the index up to date until it is told to end.
struct IndexWatching {
  /// Milliseconds between two looks where not every folder can be watched, and between two looks
  /// at which folders there are.
  private static let pause = 60_000
  /// Milliseconds without a change after which what changed is read, and the most that are waited.
  private static let rest = 300
  private static let longestRest = 3000
  /// Milliseconds until another process that is at the index is asked for again.
  private static let busyPause = 2000

  let indexing: Indexing

  func run() throws {
    // Before the first thread, so that no other gets a signal.
    let signals = try SignalsToEnd()
    let files = try OpenLibrary()
    var folders = files.folders
    guard !folders.isEmpty else { throw Refusal.noFolders }
    var watch = FolderWatch()
    defer { watch.close() }
    var told = ""
    while !signals.isEnding {
      watch.watch(folders)
      try tellWay(watch, &told)
      files.backUpDaily()
      let end = try indexing.pass(files, folders) { signals.isEnding }
      if let end, end.isWorthTelling { try indexing.tell(end, files) }
      let isDue = end == nil || watch.obstacle != nil
      // A signal that came while files were read has been taken, and wakes nobody.
      while !signals.isEnding {
        let hasChanged = wait(signals, &watch, end == nil ? Self.busyPause : Self.pause)
        let now = try files.setup.folders(of: files.library)
        if now != folders {
          watch.close()
          (watch, folders) = (FolderWatch(), now)
          break
        }
        if hasChanged || isDue { break }
      }
    }
  }

  /// Says by what changes are seen, where that is new.
  private func tellWay(_ watch: FolderWatch, _ told: inout String) throws {
    let way =
      watch.obstacle.map { "Looking every \(Self.pause / 1000) s (\($0))" }
      ?? "Watching by inotify: folders \(watch.count)"
    defer { told = way }
    guard way != told, !indexing.isQuiet else { return }
    StandardOutput.prepare()
    try StandardOutput.write(way + "\n")
  }

  /// Waits until something has changed and come to rest; false where the time passed, or where it
  /// is to end.
  private func wait(_ signals: SignalsToEnd, _ watch: inout FolderWatch, _ time: Int) -> Bool {
    guard poll(signals, watch, time), !signals.isEnding, watch.takeEvents() else { return false }
    for _ in 0..<Self.longestRest / Self.rest {
      guard poll(signals, watch, Self.rest), !signals.isEnding else { break }
      _ = watch.takeEvents()
    }
    return true
  }

  /// Waits for a signal or an event; false where neither came.
  private func poll(_ signals: SignalsToEnd, _ watch: FolderWatch, _ time: Int) -> Bool {
    var polled = [signals.descriptor, watch.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    return Glibc.poll(&polled, nfds_t(polled.count), Int32(time)) > 0
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
  fileprivate var isWorthTelling: Bool { done > 0 || gone > 0 || failed > 0 || !missing.isEmpty }
}
