package import BriefModel
import Foundation
import GRDB

extension BriefIndex {
  /// Counts all briefs of the index; kept ready by its triggers.
  package func counts() throws(LibraryError) -> LibraryCounts {
    try read { db in
      let sql = "SELECT briefs, unread, changed, starred FROM counts"
      guard let row = try Row.fetchOne(db.cachedStatement(sql: sql)) else {
        return LibraryCounts()
      }
      return LibraryCounts(
        briefs: try row.decode(atIndex: 0), unread: try row.decode(atIndex: 1),
        changed: try row.decode(atIndex: 2), starred: try row.decode(atIndex: 3))
    }
  }

  /// The briefs that a query finds, in groups and in an order; the first `limit` of them.
  package func listing(
    _ query: Query = .all, order: BriefOrder, grouping: BriefGrouping = .none, limit: Int = .max
  ) throws(LibraryError) -> BriefListing {
    let sql = QuerySQL(query)
    let words: [any DatabaseValueConvertible] = sql.pattern.isEmpty ? [] : [sql.pattern]
    return try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(sql: sql.listing(order, grouping)),
        arguments: StatementArguments(words + sql.arguments + [limit]))
      var listing = BriefListing(phrases: query.phrases)
      while let row = try rows.next() {
        listing.append(
          try row.decode(atIndex: 0), try row.flags(at: 1), in: try grouping.name(of: row))
      }
      listing.isCut = listing.ids.count == limit
      return listing
    }
  }

  /// How many briefs a query finds, and how many of them have something unread.
  package func count(_ query: Query) throws(LibraryError) -> FoundCount {
    let sql = QuerySQL(query)
    let words: [any DatabaseValueConvertible] = sql.pattern.isEmpty ? [] : [sql.pattern]
    return try read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(sql: sql.count),
        arguments: StatementArguments(words + sql.arguments))
      return FoundCount(
        briefs: try row?.decode(atIndex: 0) ?? 0, unread: try row?.decode(atIndex: 1) ?? 0)
    }
  }

  /// The saved queries, with which folders the index has. What cannot be asked counts as there.
  package func knowingFolders(_ saved: SavedQueries) -> SavedQueries {
    saved.knowing { path in
      self.hasFolder(path, isBegun: false)
    } begun: { path in
      self.hasFolder(path, isBegun: true)
    }
  }

  private func hasFolder(_ path: String, isBegun: Bool) -> Bool {
    (try? read { db in try QuerySQL.hasFolder(path, isBegun: isBegun, db) }) ?? true
  }

  /// The number of the brief that the file at a path holds; nil where the index has none.
  package func brief(at path: String) throws(LibraryError) -> Int64? {
    try read { db in try Self.brief(at: path, db) }
  }

  static func brief(at path: String, _ db: Database) throws -> Int64? {
    guard let (folder, name) = path.folderAndName else { return nil }
    let sql = """
      SELECT file.brief FROM folder JOIN file ON file.folder = folder.id
      WHERE folder.path = ? AND file.name = ?
      """
    return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [folder, name])
  }

  /// Those of some contents that the index has.
  package func known(_ fingerprints: [Fingerprint]) throws(LibraryError) -> Set<Fingerprint> {
    try read { db in
      let writer = IndexWriter(db: db)
      return Set(try fingerprints.filter { try writer.brief(holding: $0) != nil })
    }
  }

  /// How SQLite finds the rows of all briefs' list (`EXPLAIN QUERY PLAN`).
  func plan(order: BriefOrder, grouping: BriefGrouping) throws(LibraryError) -> [String] {
    let sql = QuerySQL(.all).listing(order, grouping)
    return try read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: [1]).map {
        try $0.decode(atIndex: 3)
      }
    }
  }

  /// Rows of the list, in the order asked; those that are gone are left out.
  ///
  /// `library` tells what was read; without one it counts as unread.
  package func rows(
    of ids: some Sequence<Int64>, from library: Library?
  ) throws(LibraryError) -> [ListedBrief] {
    var rows = try read { db in try ids.compactMap { try Self.row(of: $0, db) } }
    let records = try library?.knownRecords(of: rows.map(\.fingerprint))
    for (index, record) in (records ?? []).enumerated() { rows[index].record = record }
    return rows
  }

  static func row(of id: Int64, _ db: Database) throws -> ListedBrief? {
    let sql = """
      SELECT fingerprint, title, day, origin, sources, outlets, parts, flags
      FROM brief WHERE id = ?
      """
    guard
      let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]),
      let fingerprint = try row.fingerprint(at: 0)
    else { return nil }
    let origin = try row.decode(String?.self, atIndex: 3).flatMap(BriefDate.Origin.init)
    let date = CalendarDate(code: try row.decode(atIndex: 2)).flatMap { date in
      origin.map { BriefDate(date, origin: $0) }
    }
    let known = try row.withUnsafeData(atIndex: 6) { data in
      data?.withUnsafeBytes(PartsBlob.decode) ?? .init()
    }
    let summary = BriefSummary(
      title: try row.line(at: 1), date: date, parts: known.parts, lede: known.lede,
      sourceCount: try row.decode(atIndex: 4), outletCount: try row.decode(atIndex: 5))
    let paths = try paths(of: id, db)
    return ListedBrief(
      id: id, path: paths.first ?? "", otherPaths: Array(paths.dropFirst()),
      fingerprint: fingerprint, summary: summary, record: ReadingRecord(),
      isArchived: try row.flags(at: 7).contains(.archived))
  }

  /// Where a brief lies, in the order of folders and names.
  private static func paths(of id: Int64, _ db: Database) throws -> [String] {
    let sql = """
      SELECT folder.path, file.name FROM file JOIN folder ON folder.id = file.folder
      WHERE file.brief = ? ORDER BY folder.path, file.name
      """
    return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).map { row in
      let folder: String = try row.decode(atIndex: 0)
      return IndexedFile.path(try row.decode(atIndex: 1), in: folder)
    }
  }
}

extension QuerySQL {
  /// The statement for a list; its values are the pattern, where there is one, those of the
  /// condition, and the most rows.
  fileprivate func listing(_ order: BriefOrder, _ grouping: BriefGrouping) -> String {
    let isRanked = order == .rank && isRankable
    let ranked = isRanked ? "bm25(words, 8, 4, 1), " : ""
    return """
      SELECT brief.id, brief.flags\(grouping.column) FROM \(tables(grouping))
      WHERE \(pattern.isEmpty ? "" : "words MATCH ? AND ")\(condition)
      ORDER BY \(grouping.sql)\(ranked)\(order.sql) LIMIT ?
      """
  }

  /// The statement that counts all that is found, and what of it has something unread.
  fileprivate var count: String {
    """
    SELECT count(*), coalesce(sum(brief.flags & 1), 0) FROM \(tables(.none))
    WHERE \(pattern.isEmpty ? "" : "words MATCH ? AND ")\(condition)
    """
  }

  /// What follows `FROM`: the rows are found by the words first, where any are sought, and else by
  /// their group, in whose order an index has them.
  fileprivate func tables(_ grouping: BriefGrouping) -> String {
    let briefs = pattern.isEmpty ? "brief" : "words JOIN brief ON brief.id = words.rowid"
    switch grouping {
    case .none, .day: return briefs
    case .folder:
      return pattern.isEmpty
        ? "folder CROSS JOIN brief ON brief.folder = folder.id"
        : briefs + " JOIN folder ON folder.id = brief.folder"
    }
  }
}

extension BriefGrouping {
  /// The group of a row that has the grouping's column last.
  fileprivate func name(of row: Row) throws -> BriefGroup.Name? {
    switch self {
    case .none: nil
    case .day: .day(CalendarDate(code: try row.decode(atIndex: 2)))
    case .folder: .folder(try row.decode(atIndex: 2))
    }
  }
}
