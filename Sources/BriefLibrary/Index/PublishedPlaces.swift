import BriefModel
import GRDB

/// Tells a library what its files hold now by an index that is published, or that knew another
/// library, as the indexer does with what it reads: the marks of a brief that was rewritten go to its
/// new text.
struct PublishedPlaces {
  /// As many briefs are looked up at once; nobody waits for all of them.
  private static let batch = 256

  let index: BriefIndex
  let library: Library

  /// Where a brief lay of which something is kept, and what it held.
  private struct Home {
    var brief: Int64
    var path: String?
    var fingerprint: Fingerprint
  }

  /// What is to be told of some homes.
  private struct News {
    /// Where the same contents lie.
    var places: [BriefKey] = []
    /// What files hold now.
    var rewritten: [BriefKey] = []
  }

  func tell() throws(LibraryError) {
    var reached: Int64 = 0
    // What comes in by telling needs not to be told.
    let end = try library.access { db in
      try Int64.fetchOne(db, sql: "SELECT max(id) FROM brief") ?? 0
    }
    while reached < end {
      let homes = try homes(after: reached)
      guard let last = homes.last else { return }
      reached = last.brief
      let told = try index.read { db in try news(of: homes, db) }
      _ = try library.follow(told.rewritten, earlier: told.places)
    }
  }

  private func homes(after brief: Int64) throws(LibraryError) -> [Home] {
    let sql = """
      SELECT brief.id, path.path, brief.fingerprint
      FROM (SELECT id, fingerprint FROM brief WHERE id > ? ORDER BY id LIMIT ?) AS brief
      LEFT JOIN path ON path.brief = brief.id ORDER BY brief.id
      """
    return try library.access { db in
      try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [brief, Self.batch])
        .compactMap { row in
          guard let fingerprint = try row.fingerprint(at: 2) else { return nil }
          return Home(
            brief: try row.decode(atIndex: 0), path: try row.decode(atIndex: 1),
            fingerprint: fingerprint)
        }
    }
  }

  private func news(of homes: [Home], _ db: Database) throws -> News {
    var news = News()
    var seen: Set<Int64> = []
    for home in homes {
      if seen.insert(home.brief).inserted {
        news.places += try BriefIndex.places(of: home.fingerprint, db)
      }
      if let path = home.path, let id = try BriefIndex.brief(at: path, db),
        let row = try BriefIndex.row(of: id, db), row.fingerprint != home.fingerprint
      {
        news.rewritten.append(
          BriefKey(path: path, fingerprint: row.fingerprint, parts: row.summary.parts))
      }
    }
    return news
  }
}

extension BriefIndex {
  /// Tells a library what its files hold now.
  package func tell(_ library: Library) throws(LibraryError) {
    try PublishedPlaces(index: self, library: library).tell()
  }
}
