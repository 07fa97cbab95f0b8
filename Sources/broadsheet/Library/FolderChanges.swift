import BriefLibrary
import Dispatch
import Glibc

/// Waits until something in some folders has changed and come to rest.
struct FolderChanges {
  /// Milliseconds between two looks where not every folder can be watched, and between two looks
  /// at which folders there are.
  static let pause = 60_000
  /// Nanoseconds after which all folders are looked through, whatever was told: a network's disk
  /// tells of no change that is made elsewhere.
  private static let wholePause: UInt64 = 300_000_000_000
  /// Milliseconds without a change after which what changed is read, and the most that are waited.
  private static let rest = 300
  private static let longestRest = 3000

  private var watch = FolderWatch()
  /// To be polled for reading: it ends the waiting.
  private let ender: Int32
  private var wholeLook = DispatchTime.now().uptimeNanoseconds

  init(ender: Int32) { self.ender = ender }

  /// Whether every folder tells of its changes; where not, one has to look.
  var isComplete: Bool { watch.obstacle == nil }

  /// Says by what changes are seen.
  var way: String {
    watch.obstacle.map { "Looking every \(Self.pause / 1000) s (\($0))" }
      ?? "Watching by inotify: folders \(watch.count)"
  }

  /// Watches folders, and those below them, from now on.
  mutating func watch(_ folders: [String]) { watch.watch(folders) }

  /// Lets the system's watches go.
  func close() { watch.close() }

  /// Waits so many milliseconds at most; returns which folders are to be looked through then, and
  /// nil where none are, or it is to end.
  mutating func wait(_ time: Int) -> IndexScope? {
    let scope = changed(within: time)
    guard !isEnding else { return nil }
    let now = DispatchTime.now().uptimeNanoseconds
    let isDue = now - wholeLook >= Self.wholePause || scope == nil && !isComplete
    guard isDue || scope == .all else { return scope }
    wholeLook = now
    return .all
  }

  /// The folders in which something changed, once it has come to rest.
  private mutating func changed(within time: Int) -> IndexScope? {
    guard poll(time), var scope = watch.takeEvents() else { return nil }
    for _ in 0..<Self.longestRest / Self.rest {
      guard poll(Self.rest) else { break }
      if let more = watch.takeEvents() { scope.formUnion(more) }
    }
    return scope
  }

  private var isEnding: Bool {
    var polled = pollfd(fd: ender, events: Int16(POLLIN), revents: 0)
    return Glibc.poll(&polled, 1, 0) > 0
  }

  /// Waits for an event; false where none came or it is to end.
  private func poll(_ time: Int) -> Bool {
    var polled = [ender, watch.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    return Glibc.poll(&polled, nfds_t(polled.count), Int32(time)) > 0 && polled[0].revents == 0
  }
}
