import BriefModel
import GRDB

/// Files that cannot be read, each in a line with its reason; the first of many.
package struct UnreadableFiles: Sendable, Equatable {
  /// As many are named.
  package static let limit = 20

  package private(set) var count = 0
  /// Path and reason of each that is named.
  package private(set) var named: [String] = []

  package init() {}

  /// Adds one; of many it is counted only.
  mutating func add(_ description: String, limit: Int = Self.limit) {
    count += 1
    if named.count < limit { named.append(description) }
  }

  /// The lines, and how many more there are.
  package var lines: [String] {
    named + (count > named.count ? ["… and \(count - named.count) more files cannot be read"] : [])
  }
}

extension UnreadableFiles {
  /// All that an index knows of, in the order of their folders and names.
  init(_ db: Database, limit: Int = Self.limit) throws {
    let sql = """
      SELECT file.failure FROM file JOIN folder ON folder.id = file.folder
      WHERE file.failure NOT NULL ORDER BY folder.path, file.name
      """
    let failures = try String.fetchCursor(db.cachedStatement(sql: sql))
    while let failure = try failures.next() { add(Sanitizer.line(failure), limit: limit) }
  }
}

extension BriefIndex {
  /// The files that could not be read when they were looked at last.
  package func unreadableFiles() throws(LibraryError) -> UnreadableFiles {
    try read { db in try UnreadableFiles(db) }
  }
}
