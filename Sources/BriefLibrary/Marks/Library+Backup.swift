package import BriefModel
import GRDB
import Glibc

extension Library {
  /// Writes a consistent copy of the library to a new file (0600), while it is in use.
  ///
  /// Throws where something is at the path, and leaves it as it is then.
  package func backUp(to path: String) throws(LibraryError) {
    let path = AbsolutePath.of(path)
    var status = stat()
    if lstat(path, &status) == 0 {
      throw .uncopied(path: path, why: "something is there already; choose another name")
    }
    try access { db in try LibraryCopy.write(db, to: path) }
  }

  /// Backs the library at a path up beside it, once a day, on a connection of its own, and keeps
  /// the last three copies; true where a copy was made.
  ///
  /// A library in which no reading is kept is not backed up: it would drive out those that hold
  /// marks. The copy of a day is made once more where the library has grown to twice as much. One
  /// in whose place an older copy was put goes on counting where its copies end, so that the newest
  /// of these is always the one that has seen the most changes.
  @discardableResult
  package static func backUpDaily(at path: String, today: CalendarDate) throws(LibraryError) -> Bool
  {
    let backups = LibraryBackups(library: AbsolutePath.of(path))
    let new = backups.path(on: today)
    let isThere = backups.paths.contains(new)
    if isThere, !backups.areOutgrown { return false }
    let library = try Library.open(at: path)
    let kept = try library.access(LibraryCopy.kept)
    // What was only taken away from would be no better copy.
    guard kept > (isThere ? LibraryCopy.kept(in: new) : 0) else { return false }
    do throws(LibraryError) {
      try library.access { db in
        let lag = backups.lag
        if lag > 0 { try library.inWriting(db) { try LibraryCopy.count(lag + 1, db) } }
        try LibraryCopy.write(db, to: new, replacing: isThere)
      }
    } catch .uncopied where !isThere && backups.paths.contains(new) {
      // Another process has made the day's copy meanwhile.
      return false
    }
    backups.removeOld()
    return true
  }
}
