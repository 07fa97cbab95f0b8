package import BriefModel
import GRDB
import Glibc

/// What was done about a damaged library.
package struct LibraryRecovery: Sendable, Equatable {
  /// Where the damaged file is now.
  package var aside: String
  /// The copy that stands in its place; nil for a new, empty library.
  package var source: String?
  /// What was taken over from the damaged file, as it was not in the copy.
  package var salvaged = StateChanges()

  /// Two facts in one line, for the user.
  package var description: String {
    let shown = Sanitizer.line(aside)
    let origin =
      source.map { "restored from \(Sanitizer.line($0))" }
      ?? "no backup was there, so a new one was started"
    return "the library was damaged and is now at \(shown); \(origin); \(rest)"
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
  /// in its place.
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
    let aside = free(path + ".damaged-" + today.description)
    for suffix in ["-wal", "-shm", ""] where rename(path + suffix, aside + suffix) != 0 {
      guard errno == ENOENT else {
        throw .unwritable(path: path, why: String(cString: strerror(errno)))
      }
    }
    let source = LibraryBackups(library: path).newestIntact
    do {
      if let source { try LibraryCopy.restore(source, to: path) }
    } catch {
      throw LibraryError(error, path: path)
    }
    DamageNote(library: path).remove()
    if source != nil { try Library.open(at: path).becomeAnother() }
    return LibraryRecovery(aside: aside, source: source, salvaged: salvage(aside, into: path))
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
