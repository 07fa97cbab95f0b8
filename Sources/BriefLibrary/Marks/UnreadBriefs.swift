import BriefModel
import Foundation
import GRDB

/// How many briefs of a library have something unread, for a status bar that asks each second.
package enum UnreadBriefs {
  /// Counts those that a query finds, without a lock that others wait for and without writing: marks
  /// that the index has not taken over yet are counted in memory, though the query itself goes by
  /// those of the index. 0 where there is no library or no index.
  ///
  /// With an index that is `published` its briefs count, and the query goes by the reader's marks.
  package static func count(
    _ query: Query = .all, library: String, published: String? = nil
  ) throws(LibraryError) -> Int {
    let library = ReadOnlyFile(path: AbsolutePath.of(library), schema: .library)
    if let published {
      return try BriefIndex.openPublished(at: published).unread(query, markedIn: library)
    }
    let index = ReadOnlyFile(path: BriefIndex.path(besideLibrary: library.path), schema: .index)
    let unread = try index.read { db -> Int in
      let known = try SeenMarks(ofIndex: db)
      let transfer = try library.read { try MarkTransfer($0, after: known, withTexts: false) }
      return try count(query, db, with: transfer)
    }
    return unread ?? 0
  }

  /// The saved queries, with which folders the index of a library has, or one that is published.
  package static func knowingFolders(
    _ saved: SavedQueries, library: String, published: String? = nil
  ) -> SavedQueries {
    let path = published ?? BriefIndex.path(besideLibrary: AbsolutePath.of(library))
    return saved.knowing { folder in
      let index = ReadOnlyFile(path: path, schema: .index)
      let found = try? index.read { db in try QuerySQL.hasFolder(folder, db) }
      return found.flatMap { $0 } ?? true
    }
  }

  private static func count(
    _ query: Query, _ db: Database, with transfer: MarkTransfer?
  ) throws -> Int {
    let isWhole = transfer?.isWhole ?? false
    let sql = QuerySQL(query, ranking: false)
    let counted =
      query == .all && !isWhole
      ? "SELECT unread FROM counts"
      : "SELECT count(*) FROM brief WHERE \(isWhole ? "sections > 0" : "flags & 1") "
        + "AND \(sql.condition)"
    var count =
      try Int.fetchOne(db, sql: counted, arguments: StatementArguments(sql.arguments)) ?? 0
    for reading in transfer?.readings ?? [] {
      count += try change(by: reading, sql, db, isWhole: isWhole)
    }
    return count
  }

  /// -1, 0 or 1: what a reading that the index does not know makes of the number.
  private static func change(
    by reading: MarkTransfer.Reading, _ query: QuerySQL, _ db: Database, isWhole: Bool
  ) throws -> Int {
    let sql = """
      SELECT flags, sections, parts FROM brief WHERE fingerprint = ? AND \(query.condition)
      """
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: sql),
        arguments: [reading.fingerprint.data] + StatementArguments(query.arguments))
    else { return 0 }
    let known = try row.withUnsafeData(atIndex: 2) { data in
      data?.withUnsafeBytes(PartsBlob.decode) ?? .init()
    }
    let was =
      isWhole
      ? try row.decode(Int.self, atIndex: 1) > 0
      : try row.flags(at: 0).contains(.unread)
    let isNow = BriefFlags(
      known.parts, lede: known.lede, in: reading.fingerprint, reading.record
    ).contains(.unread)
    return (isNow ? 1 : 0) - (was ? 1 : 0)
  }
}
