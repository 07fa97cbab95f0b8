package import BriefModel
import GRDB
import Glibc

/// What was done about a library that was damaged or lost.
package struct LibraryRecovery: Sendable, Equatable {
  /// Absolute path of the library.
  package var library: String
  /// Nil for one that was damaged.
  package var loss: LibraryLoss?
  /// Where the damaged file is now, or the log of one that was lost; nil where nothing was left.
  package var aside: String?
  /// The copy that stands in its place; nil for a new, empty library.
  package var source: String?
  /// What was taken over from the damaged file, as it was not in the copy.
  package var salvaged = StateChanges()

  /// What was wrong, and what is there now, in one line for the user.
  package var description: String {
    let origin =
      source.map { "restored from \(Sanitizer.line($0))" }
      ?? "no backup was there, so a new one was started"
    return "\(fault); \(origin); \(rest)"
  }

  private var fault: String {
    let place = aside.map(Sanitizer.line)
    guard let loss else {
      return "the library was damaged" + (place.map { " and is now at \($0)" } ?? "")
    }
    let log = place.map { ", which is now at \($0)-wal" } ?? ""
    return "the library \(Sanitizer.line(library)) \(loss.words)\(log)"
  }

  /// What became of the marks that were in no copy.
  private var rest: String {
    let marks = salvaged.marks + salvaged.briefs
    guard marks > 0 else { return "marks since then are missing" }
    return "of marks since then \(marks) could be read and are there, others may be missing"
  }
}

extension Library {
  /// Opens a library; one of ours that is damaged is moved aside, and the newest intact copy put
  /// in its place, as it is for one that is lost.
  ///
  /// A file that does not show that it was a library, and has no copies, is left alone.
  package static func openOrRecover(
    at path: String, today: CalendarDate
  ) throws(LibraryError) -> (library: Library, recovery: LibraryRecovery?) {
    do throws(LibraryError) {
      let note = DamageNote(library: AbsolutePath.of(path))
      if note.isThere { return try reopenSuspect(at: AbsolutePath.of(path), note, today: today) }
      return (try open(at: path), nil)
    } catch .damaged(let damaged) where isOurs(damaged) {
      let recovery = try recover(at: damaged, today: today) { (try? open(at: damaged)) != nil }
      return (try open(at: damaged), recovery)
    } catch .lost(let lost, _) {
      let recovery = try recover(at: lost, today: today) { LibraryLoss(library: lost) == nil }
      return (try open(at: lost), recovery)
    }
  }

  /// Looks through a library in which damage was seen.
  private static func reopenSuspect(
    at path: String, _ note: DamageNote, today: CalendarDate
  ) throws(LibraryError) -> (library: Library, recovery: LibraryRecovery?) {
    // One that does not open is told by that.
    try open(at: path).close()
    do {
      guard try LibraryCopy.isDamaged(path) else {
        note.remove()
        return (try open(at: path), nil)
      }
    } catch {
      throw LibraryError(error, path: path)
    }
    let recovery = try recover(at: path, today: today) {
      (try? LibraryCopy.isDamaged(path)) == false
    }
    note.remove()
    return (try open(at: path), recovery)
  }

  /// Moves a library aside and puts the newest intact copy in its place, or nothing where there is
  /// none; nil where another process has done so meanwhile, which `isMended` tells.
  package static func recover(
    at path: String, today: CalendarDate, unless isMended: () -> Bool = { false }
  ) throws(LibraryError) -> LibraryRecovery? {
    let path = AbsolutePath.of(path)
    var lock = try IndexLock(path: path)
    for _ in 0..<100 where lock == nil {
      usleep(50_000)
      lock = try IndexLock(path: path)
    }
    guard lock != nil else { throw .locked(path: path) }
    defer {
      withExtendedLifetime(lock) {}
      unlink(path + ".lock")
    }
    if isMended() { return nil }
    var recovery = LibraryRecovery(
      library: path, loss: LibraryLoss(library: path),
      source: LibraryBackups(library: path).newestIntact)
    try replace(&recovery, today: today)
    DamageNote(library: path).remove()
    // In no copy's place, too, as long as the others wait.
    try open(at: path, schema: .library, isNew: true).becomeAnother()
    if recovery.loss == nil, let aside = recovery.aside {
      recovery.salvaged = salvage(aside, into: path)
    }
    return recovery
  }

  /// Puts the copy in the library's place, and the library aside: once the copy is whole, so that a
  /// disk without room for it leaves all as it is.
  private static func replace(
    _ recovery: inout LibraryRecovery, today: CalendarDate
  ) throws(LibraryError) {
    let path = recovery.library
    let part = "\(path).part-\(getpid())"
    defer { unlink(part) }
    do {
      if let source = recovery.source { try LibraryCopy.copy(source, to: part, for: path) }
      recovery.aside = try moveAside(path, isLost: recovery.loss != nil, today: today)
      if recovery.source != nil { try LibraryCopy.put(part, at: path) }
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Moves a library and its log aside; nil where there is nothing that may be of use.
  private static func moveAside(
    _ path: String, isLost: Bool, today: CalendarDate
  ) throws -> String? {
    let aside = free(path + ".damaged-" + today.description)
    for suffix in ["-wal", "-shm", ""] where rename(path + suffix, aside + suffix) != 0 {
      guard errno == ENOENT else {
        throw LibraryError.unwritable(path: path, why: String(cString: strerror(errno)))
      }
    }
    guard isLost else { return aside }
    // Of the log alone nothing can be read: the pages that changed last, without what tells of what
    // they are.
    for suffix in ["-shm", ""] { unlink(aside + suffix) }
    guard FileStamp(path: aside + "-wal") != nil else { return nil }
    return aside
  }

  /// Takes over what can be read of a damaged library and is newer than the copy in its place; what
  /// cannot be stays in the file.
  private static func salvage(_ aside: String, into path: String) -> StateChanges {
    let state = LibrarySalvage.state(of: aside)
    guard !state.briefs.isEmpty, let library = try? open(at: path) else { return StateChanges() }
    let changes = try? library.take(state)
    try? library.close()
    return changes ?? StateChanges()
  }

  /// An index that knows the library as it was takes everything over again.
  private func becomeAnother() throws(LibraryError) {
    try access { try $0.execute(sql: "UPDATE identity SET value = randomblob(16)") }
    try close()
  }

  /// Whether a damaged file was a library: it says so in its head, or there are copies of it.
  private static func isOurs(_ path: String) -> Bool {
    if !LibraryBackups(library: path).paths.isEmpty { return true }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { Glibc.close(descriptor) }
    var head = [UInt8](repeating: 0, count: 72)
    guard read(descriptor, &head, head.count) == head.count else { return false }
    let id = head[68...].reduce(Int32(0)) { $0 << 8 | Int32($1) }
    return head.starts(with: "SQLite format 3\0".utf8) && id == Schema.library.applicationID
  }

  /// The path, or the first with a number after it at which nothing is.
  private static func free(_ path: String) -> String {
    let others = (2...999).lazy.map { "\(path)-\($0)" }
    return ([path] + others).first { Glibc.access($0, F_OK) != 0 } ?? path
  }
}
