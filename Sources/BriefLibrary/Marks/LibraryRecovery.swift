package import BriefModel
import GRDB
import Glibc

/// What was done about a library that was damaged or lost.
package struct LibraryRecovery: Sendable, Equatable, Codable {
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

  /// Whether it came to that, where the library is in order.
  fileprivate var isDone: Bool { loss != nil || aside.map { FileStamp(path: $0) != nil } ?? false }

  /// Says that it was told. Until then each start tells it, as a program may be stopped in between.
  package func wasTold() {
    let note = DamageNote(library: library)
    if note.recovery == self { note.remove() }
  }

  private var fault: String {
    let place = aside.map(Sanitizer.line)
    guard let loss else {
      return "the library was damaged" + (place.map { " and is now at \($0)" } ?? "")
    }
    let log = place.map { "; its log is now at \($0)-wal" } ?? ""
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
  /// A file of which nothing shows that it was a library is left alone.
  package static func openOrRecover(
    at path: String, today: CalendarDate
  ) throws(LibraryError) -> (library: Library, recovery: LibraryRecovery?) {
    do throws(LibraryError) {
      let note = DamageNote(library: AbsolutePath.of(path))
      if note.isThere { return try reopenSuspect(at: AbsolutePath.of(path), note, today: today) }
      return (try open(at: path), nil)
    } catch .damaged(let damaged) where isOurs(damaged) {
      let recovery = try recover(at: damaged, today: today) { () throws(LibraryError) in
        try opens(damaged)
      }
      return (try open(at: damaged), recovery)
    } catch .lost(let lost, _) {
      let recovery = try recover(at: lost, today: today) { LibraryLoss(library: lost) == nil }
      return (try open(at: lost), recovery)
    }
  }

  /// Whether a library opens; throws where something else than damage or loss keeps it from that.
  private static func opens(_ path: String) throws(LibraryError) -> Bool {
    do throws(LibraryError) {
      _ = try open(at: path)
      return true
    } catch .damaged {
      return false
    } catch .lost {
      return false
    }
  }

  /// Whether a library is there and every page of it in order; throws where that cannot be told now.
  private static func isIntact(_ path: String) throws(LibraryError) -> Bool {
    do {
      return try LibraryLoss(library: path) == nil && !LibraryCopy.isDamaged(path)
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Looks through a library in which damage was seen, or which was restored and nobody told.
  private static func reopenSuspect(
    at path: String, _ note: DamageNote, today: CalendarDate
  ) throws(LibraryError) -> (library: Library, recovery: LibraryRecovery?) {
    // One that does not open is told by that.
    try open(at: path).close()
    // Where that cannot be told it is asked once more when nobody else may move the file.
    if (try? isIntact(path)) == true {
      let recovery = note.recovery.flatMap { $0.isDone ? $0 : nil }
      if recovery == nil { note.remove() }
      return (try open(at: path), recovery)
    }
    let recovery = try recover(at: path, today: today) { () throws(LibraryError) in
      try isIntact(path)
    }
    return (try open(at: path), recovery)
  }

  /// Moves a library aside and puts the newest intact copy in its place, or a new one where there is
  /// none, with what could be read of the damaged one; nil where another process has done so
  /// meanwhile, which `isMended` tells. Where that throws, as it cannot tell, nothing is done.
  /// `wasTold` is to be called once the user knows of it.
  package static func recover(
    at path: String, today: CalendarDate,
    unless isMended: () throws(LibraryError) -> Bool = { false }
  ) throws(LibraryError) -> LibraryRecovery? {
    let path = AbsolutePath.of(path)
    let lock = try lock(path)
    defer {
      // Before it is let go, as it may be another's then.
      unlink(path + ".lock")
      withExtendedLifetime(lock) {}
    }
    if try isMended() { return nil }
    do {
      if LibraryLoss(library: path)?.trace == .replacement,
        let begun = LibraryReplacement(begunFor: path)
      {
        return try begun.finish()
      }
      return try LibraryReplacement(of: path, today: today).restore()
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Whether a program is restoring the library at a path just now.
  package static func isBeingRestored(at path: String) -> Bool {
    IndexLock.isHeld(path: AbsolutePath.of(path))
  }

  /// Keeps others from restoring a library; waits five seconds for who does so already.
  private static func lock(_ path: String) throws(LibraryError) -> IndexLock {
    do throws(LibraryError) {
      for attempt in 0...100 {
        if attempt > 0 { usleep(50_000) }
        if let lock = try IndexLock(path: path) { return lock }
      }
    } catch .indexUnwritable(_, let why) {
      throw .unwritable(path: path, why: "its damage cannot be mended in that folder: \(why)")
    }
    throw .locked(path: path)
  }

  /// Whether a damaged file was a library: what lies beside it tells, or its head does.
  static func isOurs(_ path: String) -> Bool {
    LibraryLoss.isKnown(path) || DamageNote(library: path).isThere
      || DatabaseHead.applicationID(at: path) == Schema.library.applicationID
  }
}
