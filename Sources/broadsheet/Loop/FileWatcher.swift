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

  /// The log of the library, and whether it was written since the last look.
  private var log: Int32?
  private var wasLogWritten = false

  /// The file of an index that another process publishes, and whether it did since the last look.
  private var published: (folder: Int32, name: String)?
  private var wasPublished = false

  private static let events =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
    | UInt32(IN_ONLYDIR)

  init() { descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK)) }

  /// Watches the file of an entry from now on; false where the system refuses.
  mutating func watch(_ path: String, entry: Int) -> Bool {
    let (folder, name) = Self.split(path)
    if let known = folders[folder] {
      entries[known, default: [:]][name, default: []].insert(entry)
      return true
    }
    let watch = inotify_add_watch(descriptor, folder, Self.events)
    guard watch >= 0 else { return false }
    folders[folder] = watch
    entries[watch, default: [:]][name, default: []].insert(entry)
    return true
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
    let watch = folders[folder] ?? inotify_add_watch(descriptor, folder, Self.events)
    guard watch >= 0 else { return false }
    folders[folder] = watch
    entries[watch, default: [:]][name, default: []] = []
    published = (watch, name)
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

  /// A folder that is gone is forgotten and its name watched again, as a new one may stand there.
  private mutating func renew(_ watch: Int32) -> Set<Int> {
    guard let folder = folders.first(where: { $0.value == watch })?.key,
      let names = entries.removeValue(forKey: watch)
    else { return [] }
    folders[folder] = nil
    let again = inotify_add_watch(descriptor, folder, Self.events)
    if again >= 0 {
      folders[folder] = again
      entries[again] = names
      if published?.folder == watch {
        published?.folder = again
        wasPublished = true
      }
    }
    return names.values.reduce(into: []) { $0.formUnion($1) }
  }

  private mutating func take(_ event: InotifyEvent, into changed: inout Set<Int>) {
    if event.watch == log {
      wasLogWritten = true
      if event.has(IN_IGNORED) { log = nil }
    } else if event.has(IN_IGNORED) {
      changed.formUnion(renew(event.watch))
    } else if event.has(IN_Q_OVERFLOW) {
      wasPublished = published != nil
      for names in entries.values { for list in names.values { changed.formUnion(list) } }
    } else {
      if let published, published == (event.watch, event.name) { wasPublished = true }
      changed.formUnion(entries[event.watch]?[event.name] ?? [])
    }
  }

  /// The folder and the name in it; `.` for a bare name.
  static func split(_ path: String) -> (folder: String, name: String) {
    path.folderAndName ?? (".", path)
  }
}
