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
  /// A library in which nothing is kept is not backed up: it would drive out those that hold marks.
  @discardableResult
  package static func backUpDaily(at path: String, today: CalendarDate) throws(LibraryError) -> Bool
  {
    let backups = LibraryBackups(library: AbsolutePath.of(path))
    let new = backups.path(on: today)
    guard !backups.paths.contains(new) else { return false }
    let library = try Library.open(at: path)
    let isEmpty = try library.access { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT NOT EXISTS (SELECT 1 FROM brief WHERE starred OR place_offset IS NOT NULL)
            AND NOT EXISTS (SELECT 1 FROM section_mark) AND NOT EXISTS (SELECT 1 FROM folder)
            AND NOT EXISTS (SELECT 1 FROM archive)
          """) ?? true
    }
    guard !isEmpty else { return false }
    try library.backUp(to: new)
    backups.removeOld()
    return true
  }
}
