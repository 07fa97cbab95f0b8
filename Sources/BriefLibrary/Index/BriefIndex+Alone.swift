package import BriefModel
import GRDB

extension BriefIndex {
  /// Rows of the list where the library cannot be asked, as the index knows them alone: a brief has
  /// its star, and counts as read where all of it is, and else as wholly unread.
  package func rowsAlone(of ids: some Sequence<Int64>) throws(LibraryError) -> [ListedBrief] {
    try read { db in
      try ids.compactMap { id in
        guard var row = try Self.row(of: id, db) else { return nil }
        row.record = try ReadingRecord(of: row.summary, Self.flags(of: id, db))
        return row
      }
    }
  }

  private static func flags(of id: Int64, _ db: Database) throws -> BriefFlags {
    let sql = "SELECT flags FROM brief WHERE id = ?"
    let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
    return try row?.flags(at: 0) ?? []
  }
}

extension ReadingRecord {
  /// What flags alone tell of a brief.
  fileprivate init(of summary: BriefSummary, _ flags: BriefFlags) {
    self.init(isStarred: flags.contains(.starred))
    guard !flags.contains(.unread) else { return }
    for part in summary.parts + [summary.lede].compactMap(\.self) {
      readSections[part.id] = part.fingerprint
    }
  }
}
