import BriefLibrary
import Dispatch
import Glibc

/// Waits until something in some folders, or which folders there are, may have changed and come to
/// rest.
struct FolderChanges {
  /// Milliseconds between two looks where not every folder can be watched, and after which one asks
  /// at the latest which folders there are.
  static let pause = 60_000
  /// Nanoseconds after which all folders are looked through, whatever was told: a network's disk
  /// tells of no change that is made elsewhere.
  private static let wholePause: UInt64 = 300_000_000_000
  /// Milliseconds without a change after which what changed is read; ten times as many are waited
  /// at most.
  private static let rest = 300

  private var watch: FolderWatch
  /// To be polled for reading: it ends the waiting.
  private let ender: Int32
  /// The library that says which folders there are, where others may change that.
  private let library: LogWatch?
  /// Milliseconds between two looks.
  private let pause: Int
  private let rest: Int
  /// When all folders were looked through last, and when those that do not tell of every change.
  private var wholeLook = DispatchTime.now().uptimeNanoseconds
  private var look = DispatchTime.now().uptimeNanoseconds

  init(
    ender: Int32, pause: Int = FolderChanges.pause, rest: Int = FolderChanges.rest,
    watch: FolderWatch = FolderWatch(), library: LogWatch? = nil
  ) {
    self.ender = ender
    self.library = library
    self.pause = pause
    self.rest = rest
    self.watch = watch
  }

  /// Says by what changes are seen.
  var way: String {
    if let obstacle = watch.obstacle { return "Looking every \(pause / 1000) s (\(obstacle))" }
    let remote = watch.remoteFolders.count
    let types = watch.remoteTypes.joined(separator: ", ")
    return "Watching by inotify: folders \(watch.count)"
      + (remote > 0 ? "; looking every \(pause / 1000) s at those on \(types): \(remote)" : "")
  }

  /// Watches folders, and those below them, from now on.
  mutating func watch(_ folders: [String]) { watch.watch(folders) }

  /// Lets the system's watches of folders go.
  func close() { watch.close() }

  /// Waits so many milliseconds at most; returns which folders are to be looked through then, and
  /// nil where none are, or it is to end. It comes to an end, too, where the library
  /// may have changed.
  mutating func wait(_ time: Int) -> IndexScope? {
    let scope = changed(within: min(time, timeToLook))
    guard !isEnding else { return nil }
    let now = DispatchTime.now().uptimeNanoseconds
    let isDue = timeToLook == 0
    if scope == .all || now - wholeLook >= Self.wholePause || isDue && watch.obstacle != nil {
      (wholeLook, look) = (now, now)
      return .all
    }
    guard isDue, !watch.remoteFolders.isEmpty else { return scope }
    look = now
    return watch.lookAtRemote() ? .union(scope, .folders(watch.remoteFolders)) : .all
  }

  /// Milliseconds until one has to look, be there a change or not.
  private var timeToLook: Int {
    guard watch.obstacle != nil || !watch.remoteFolders.isEmpty else { return .max }
    let passed = (DispatchTime.now().uptimeNanoseconds - look) / 1_000_000
    return max(0, pause - Int(passed))
  }

  /// The folders in which something changed, once it has come to rest: the first write of a change in
  /// the library is not the whole of it, either.
  private mutating func changed(within time: Int) -> IndexScope? {
    guard poll(time) else { return nil }
    var scope = takeEvents()
    let end = DispatchTime.now() + .milliseconds(10 * rest)
    while DispatchTime.now() < end, poll(rest) { scope = .union(scope, takeEvents()) }
    return scope
  }

  private mutating func takeEvents() -> IndexScope? {
    library?.take()
    return watch.takeEvents()
  }

  private var isEnding: Bool {
    var polled = pollfd(fd: ender, events: Int16(POLLIN), revents: 0)
    return Glibc.poll(&polled, 1, 0) > 0
  }

  /// Waits for an event; false where none came or it is to end.
  private func poll(_ time: Int) -> Bool {
    var polled = [ender, watch.descriptor, library?.descriptor ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    return Glibc.poll(&polled, nfds_t(polled.count), Int32(time)) > 0 && polled[0].revents == 0
  }
}
