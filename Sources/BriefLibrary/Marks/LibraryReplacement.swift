import BriefModel
import GRDB
import Glibc

/// What takes the place of a library that is damaged or lost, with what could still be read of it.
///
/// It is made whole beside the library before anything there is touched, as
/// `library.sqlite.damaged-2026-11-24.restored`. The damaged file goes to that name without the
/// ending in one step: who is stopped before has changed nothing, so that all of it is done anew; who
/// is stopped after has left no library, and whoever comes next puts the replacement there. Of a
/// library that is gone its log, which is all that is left, does the same.
struct LibraryReplacement {
  private static let ending = ".restored"
  /// What SQLite keeps beside a file.
  private static let companions = ["-wal", "-shm", "-journal"]

  /// Absolute path of the library.
  private let library: String
  /// Where the damaged file goes.
  private let aside: String

  /// One that is still to be made.
  init(of library: String, today: CalendarDate) {
    let first = library + ".damaged-" + today.description
    let others = (2...).lazy.map { "\(first)-\($0)" }
    self.library = library
    aside = Self.isFree(first) ? first : others.first(where: Self.isFree) ?? first
  }

  /// The one that has but to be put in the library's place; nil where there is none.
  init?(begunFor library: String) {
    let all = LibraryBackups(library: library).replacements
    let asides = all.map { String($0.dropLast(Self.ending.utf8.count)) }
    guard let aside = asides.last(where: { Self.isThere($0) || Self.isThere($0 + "-wal") }) else {
      return nil
    }
    self.library = library
    self.aside = aside
  }

  /// Whether nothing has a name, nor lies beside a file of that name: the log of another library
  /// would be lost under it, or be taken for that of this one.
  private static func isFree(_ name: String) -> Bool {
    !isThere(name) && !companions.contains { isThere(name + $0) }
  }

  private static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a file has the name of one.
  static func isName(_ name: String, of library: String) -> Bool {
    name.hasPrefix(library + ".damaged-") && name.hasSuffix(ending)
  }

  private var path: String { aside + Self.ending }

  /// Makes it of the newest copy that is in order, or of none, and puts it in the library's place.
  func restore() throws -> LibraryRecovery {
    let backups = LibraryBackups(library: library)
    for old in backups.replacements { unlink(old) }
    var recovery = LibraryRecovery(
      library: library, loss: LibraryLoss(library: library), source: backups.newestIntact)
    if recovery.loss == nil {
      // Who is stopped from now on leaves it to the next start.
      DamageNote(library: library).leave()
      recovery.aside = aside
      try DamagedLibrary(path: library).whileUnwritten { try prepare(&recovery) }
    } else {
      if FileStamp(path: library + "-wal") != nil { recovery.aside = aside }
      try prepare(&recovery)
    }
    try put()
    if recovery.loss != nil { removeLogIndex() }
    return recovery
  }

  /// Of a log alone nothing can be read: the pages that changed last, without what tells of what they
  /// are.
  private func removeLogIndex() { unlink(aside + "-shm") }

  /// Makes it with what can be read of a damaged library, which goes aside then; where anything
  /// fails all stays as it was.
  private func prepare(_ recovery: inout LibraryRecovery) throws {
    let isLost = recovery.loss != nil
    do {
      let state = isLost ? LibraryState() : try LibrarySalvage.state(of: library)
      recovery.salvaged = try make(from: recovery.source, taking: state)
      try DamageNote(library: library).write(recovery)
      if !isLost { try move(from: library, to: aside) }
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Puts one in the library's place that was made whole by a program that was stopped.
  func finish() throws -> LibraryRecovery {
    let recovery = DamageNote(library: library).recovery
    try put()
    if recovery?.loss != nil { removeLogIndex() }
    return recovery ?? LibraryRecovery(library: library, aside: aside, source: path)
  }

  /// Makes the file, which is on the disk then, and takes over what was read of the damaged one and
  /// is newer than the copy; an index that knows the library as it was takes everything over again.
  private func make(from source: String?, taking state: LibraryState) throws -> StateChanges {
    let part = PartFile(for: library)
    defer { part.remove() }
    if let source { try LibraryCopy.copy(source, to: part) } else { try part.make() }
    let queue = try DatabaseQueue(path: part.path)
    let changes = try queue.writeWithoutTransaction { db in
      // Nobody else has it, and it is made anew where that is broken off.
      try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
      return try db.transaction(.immediate) {
        try Schema.library.bringForward(db, path: library)
        try db.execute(sql: "UPDATE identity SET value = randomblob(16)")
        // What was rewritten since the copy lies where the damaged file says.
        return try Shelf(db: db).take(state, tellingPlaces: true)
      }
    }
    try queue.close()
    try LibraryCopy.flush(part.path)
    try LibraryCopy.put(part.path, at: path)
    return changes
  }

  /// The log of a file goes with it, as it would be taken for that of the next one.
  private func put() throws {
    for suffix in Self.companions {
      try move(from: library + suffix, to: aside + suffix)
    }
    try LibraryCopy.put(path, at: library)
  }

  private func move(from: String, to: String) throws {
    guard rename(from, to) != 0, errno != ENOENT else { return }
    throw LibraryError.unwritable(path: library, why: String(cString: strerror(errno)))
  }
}
