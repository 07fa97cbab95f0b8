import GRDB
import Glibc

/// What is known of an index that another process publishes, found without reading it whole.
package struct PublishedFile: Sendable {
  /// Seconds since 1970 of its last publishing.
  package let writtenAt: Int
  /// Of which tables it is, by the name that the index itself has where it was made.
  package let tables: String
  /// How many briefs it has; nil where it is of another version.
  package let briefs: Int?

  /// The tables that this version of the program reads.
  package static let knownTables = BriefIndex.fileName

  /// Looks at the file at a path; throws what keeps it from being read.
  package init(at path: String) throws(LibraryError) {
    let path = AbsolutePath.of(path)
    var configuration = Configuration()
    configuration.readonly = true
    do {
      try StateFile(path: path).checkKind()
      var status = stat()
      guard stat(path, &status) == 0 else { throw LibraryCopy.error(path, errno) }
      writtenAt = status.st_mtim.tv_sec
      let queue = try DatabaseQueue(path: FixedFile.uri(path), configuration: configuration)
      (tables, briefs) = try queue.read { db in
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == Schema.index.applicationID,
          let tables = try IndexMeta(db: db).text(.tables)
        else { throw LibraryError.notPublished(path: path) }
        let isKnown = tables == Self.knownTables
        return (tables, isKnown ? try Int.fetchOne(db, sql: "SELECT briefs FROM counts") : nil)
      }
    } catch {
      throw LibraryError(error, path: path)
    }
  }
}
