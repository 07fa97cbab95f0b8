package import BriefModel
import GRDB

/// Where briefs lay when that was looked at last, for a library that may never have been told.
extension BriefIndex {
  /// Of a brief no more paths are told beside the one that was asked for.
  private static let copies = 16

  /// What lay at some paths, as far as the index has them; with some of the other paths of the same
  /// briefs where these are wanted.
  func earlier(
    at paths: [String], withCopies: Bool = false
  ) throws(LibraryError) -> [BriefKey] {
    try read { db in
      var places: [BriefKey] = []
      var seen: Set<Int64> = []
      for path in paths {
        guard let (id, fingerprint) = try Self.lying(at: path, db) else { continue }
        places.append(BriefKey(path: path, fingerprint: fingerprint))
        guard withCopies, seen.insert(id).inserted else { continue }
        places += try Self.places(of: fingerprint, db)
      }
      return places
    }
  }

  /// What lay at the paths of some briefs, however these are written, before it was this.
  package func earlier(of keys: [BriefKey]) throws(LibraryError) -> [BriefKey] {
    try earlier(at: keys.compactMap(\.path).flatMap { Set([$0, AbsolutePath.of($0)]) })
  }

  /// The brief that the file at a path held.
  private static func lying(
    at path: String, _ db: Database
  ) throws -> (id: Int64, fingerprint: Fingerprint)? {
    guard let (folder, name) = path.folderAndName else { return nil }
    let sql = """
      SELECT brief.id, brief.fingerprint FROM folder JOIN file ON file.folder = folder.id
      JOIN brief ON brief.id = file.brief
      WHERE folder.path = ? AND file.name = ? AND NOT file.gone
      """
    let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [folder, name])
    guard let row, let fingerprint = try row.fingerprint(at: 1) else { return nil }
    return (try row.decode(atIndex: 0), fingerprint)
  }

  /// Where the files of a content lie, some of them where they are many.
  static func places(of fingerprint: Fingerprint, _ db: Database) throws -> [BriefKey] {
    let sql = """
      SELECT folder.path, file.name FROM brief JOIN file ON file.brief = brief.id
      JOIN folder ON folder.id = file.folder
      WHERE brief.fingerprint = ? AND NOT file.gone LIMIT ?
      """
    return try Row.fetchAll(
      db.cachedStatement(sql: sql), arguments: [fingerprint.data, copies]
    ).map { row in
      let path = IndexedFile.path(try row.decode(atIndex: 1), in: try row.decode(atIndex: 0))
      return BriefKey(path: path, fingerprint: fingerprint)
    }
  }
}
