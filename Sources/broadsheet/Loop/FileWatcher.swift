import BriefModel
import Glibc

/// Tells which of the open files were written, replaced or removed (inotify(7)).
///
/// The folders are watched and not the files: an editor that saves by renaming a new file over the
/// old one would leave a watch on a file that is gone.
struct FileWatcher {
  /// To be polled for reading; -1 where the system gives none.
  let descriptor: Int32
  private var folders: [String: Int32] = [:]
  /// Entries by the watch of their folder and the name in it.
  private var entries: [Int32: [String: Set<Int>]] = [:]
  /// What was watched in folders that are gone, and the watches of those above them that tell when
  /// they may have come back.
  private var gone: [String: [String: Set<Int>]] = [:]
  private var above: Set<Int32> = []
  /// The watches of all folders above the watched ones: a folder is not told that one above it was
  /// renamed.
  private var ancestors: [String: Int32] = [:]

  /// The log of the library, and whether it was written since the last look.
  private var log: Int32?
  private var wasLogWritten = false

  /// The file of an index that another process publishes, and whether it did since the last look.
  private var published: (folder: String, name: String)?
  private var wasPublished = false

  private static let events =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
    | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)
  private static let eventsAbove =
    UInt32(IN_CREATE) | UInt32(IN_MOVED_TO) | UInt32(IN_ONLYDIR) | UInt32(IN_MASK_ADD)
  private static let eventsOfAncestors =
    UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR) | UInt32(IN_MASK_ADD)

  init() { descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK)) }

  /// Watches the file of an entry from now on; false where the system refuses.
  mutating func watch(_ path: String, entry: Int) -> Bool {
    let (folder, name) = Self.split(path)
    if let known = folders[folder] {
      entries[known, default: [:]][name, default: []].insert(entry)
      return true
    }
    if gone[folder] != nil {
      gone[folder]?[name, default: []].insert(entry)
      return true
    }
    let watch = inotify_add_watch(descriptor, folder, Self.events | UInt32(IN_MASK_ADD))
    guard watch >= 0 else { return false }
    folders[folder] = watch
    watchAncestors(of: folder)
    entries[watch, default: [:]][name, default: []].insert(entry)
    return true
  }

  private mutating func watchAncestors(of folder: String) {
    var path = folder
    while let next = path.folderAndName?.folder, next != "/", ancestors[next] == nil {
      path = next
      let watch = inotify_add_watch(descriptor, path, Self.eventsOfAncestors)
      if watch >= 0 { ancestors[path] = watch }
    }
  }

  /// Watches the library's log, in which the marks of other readers are seen first; false where the
  /// system refuses.
  mutating func watchLog(_ path: String) -> Bool {
    let watch = inotify_add_watch(descriptor, path, UInt32(IN_MODIFY))
    log = watch >= 0 ? watch : nil
    return watch >= 0
  }

  /// Watches the file of an index that another process publishes; false where the system refuses.
  mutating func watchPublished(_ path: String) -> Bool {
    let (folder, name) = Self.split(path)
    let watch =
      folders[folder]
      ?? inotify_add_watch(descriptor, folder, Self.events | UInt32(IN_MASK_ADD))
    guard watch >= 0 else { return false }
    folders[folder] = watch
    watchAncestors(of: folder)
    entries[watch, default: [:]][name, default: []] = []
    published = (folder, name)
    return true
  }

  /// Whether an index was published since this was asked last.
  mutating func takePublished() -> Bool {
    defer { wasPublished = false }
    return wasPublished
  }

  /// Whether the library's log was written since this was asked last.
  mutating func takeLogWritten() -> Bool {
    defer { wasLogWritten = false }
    return wasLogWritten
  }

  /// Takes all waiting events and returns the entries that they are about.
  mutating func changedEntries() -> Set<Int> {
    var changed: Set<Int> = []
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return changed }
      for event in InotifyEvent.all(in: buffer[..<count]) { take(event, into: &changed) }
    }
  }

  /// A folder that is gone is looked for under its name, as it or a new one may come to stand there.
  private mutating func lose(_ watch: Int32) -> Set<Int> {
    above.remove(watch)
    if let path = ancestors.first(where: { $0.value == watch })?.key { ancestors[path] = nil }
    let names = entries.removeValue(forKey: watch) ?? [:]
    // Two names may have led to one folder.
    for folder in folders.filter({ $0.value == watch }).keys {
      folders[folder] = nil
      gone[folder] = names
    }
    return names.values.reduce(into: findGone()) { $0.formUnion($1) }
  }

  /// Events were lost: all that is watched may have changed, and each folder may be gone, another or
  /// back, so that all are looked for under their names.
  private mutating func lookAgain() -> Set<Int> {
    wasLogWritten = log != nil
    wasPublished = published != nil
    let watches = Set(folders.values).union(ancestors.values)
    var changed: Set<Int> = []
    for names in entries.values { for list in names.values { changed.formUnion(list) } }
    for (folder, watch) in folders { gone[folder] = entries[watch] }
    folders = [:]
    entries = [:]
    ancestors = [:]
    changed.formUnion(findGone())
    let kept = above.union(folders.values).union(ancestors.values)
    for watch in watches.subtracting(kept) { inotify_rm_watch(descriptor, watch) }
    return changed
  }

  /// Watches folders that have come back, and for the others what is there above them; returns the
  /// entries in those that have.
  private mutating func findGone() -> Set<Int> {
    var found: Set<Int> = []
    for (folder, names) in gone where isBack(folder) {
      gone[folder] = nil
      if published?.folder == folder { wasPublished = true }
      for entries in names.values { found.formUnion(entries) }
    }
    guard gone.isEmpty else { return found }
    let kept = Set(ancestors.values)
    for watch in above where entries[watch] == nil && !kept.contains(watch) {
      inotify_rm_watch(descriptor, watch)
    }
    above = []
    return found
  }

  private mutating func isBack(_ folder: String) -> Bool {
    if watchAgain(folder) { return true }
    watchAbove(folder)
    // It may have come before that.
    return watchAgain(folder)
  }

  private mutating func watchAgain(_ folder: String) -> Bool {
    let watch = inotify_add_watch(descriptor, folder, Self.events | UInt32(IN_MASK_ADD))
    guard watch >= 0, let names = gone[folder] else { return false }
    folders[folder] = watch
    watchAncestors(of: folder)
    // Two names may lead to one folder.
    entries[watch, default: [:]].merge(names) { $0.union($1) }
    return true
  }

  /// Watches the nearest folder above one that is not there.
  private mutating func watchAbove(_ folder: String) {
    var path = folder
    while path != "/", path != "." {
      path = path.folderAndName?.folder ?? "."
      let watch = inotify_add_watch(descriptor, path, Self.eventsAbove)
      if watch >= 0 { return _ = above.insert(watch) }
    }
  }

  private mutating func take(_ event: InotifyEvent, into changed: inout Set<Int>) {
    if event.watch == log {
      wasLogWritten = true
      if event.has(IN_IGNORED) { log = nil }
    } else if event.has(IN_IGNORED) {
      changed.formUnion(lose(event.watch))
    } else if event.has(IN_MOVE_SELF) {
      letGo(event.watch)
    } else if event.has(IN_Q_OVERFLOW) {
      changed.formUnion(lookAgain())
    } else {
      if let published, folders[published.folder] == event.watch, published.name == event.name {
        wasPublished = true
      }
      if above.contains(event.watch) { changed.formUnion(findGone()) }
      changed.formUnion(entries[event.watch]?[event.name] ?? [])
    }
  }

  /// A folder that was renamed is another's now, and so are those below it; that they are not
  /// watched any more is told.
  private mutating func letGo(_ watch: Int32) {
    var watches: Set<Int32> = [watch]
    if let path = ancestors.first(where: { $0.value == watch })?.key {
      ancestors[path] = nil
      for known in [folders, ancestors] {
        watches.formUnion(known.filter { $0.key.hasPrefix(path + "/") }.values)
      }
      ancestors = ancestors.filter { !$0.key.hasPrefix(path + "/") }
    }
    for watch in watches { inotify_rm_watch(descriptor, watch) }
  }

  /// The folder and the name in it; `.` for a bare name.
  static func split(_ path: String) -> (folder: String, name: String) {
    path.folderAndName ?? (".", path)
  }
}
