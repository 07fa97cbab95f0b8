import BriefModel
import GRDB

/// Finds where a file that is new lay before, though its text is another now: files that were moved
/// and edited between two looks.
///
/// Of three signs two have to hold: the inode, which a file keeps and the next file may get once it
/// is gone; the name; and a section that is the same.
struct MovedFiles {
  /// As many files of one name are compared with a new one.
  private static let namesakes = 16

  private var byInode: [Int64: FileComparison.Gone] = [:]
  private var byName: [String: [FileComparison.Gone]] = [:]

  /// `found` are the inodes of the files that are new or changed.
  init(_ gone: [FileComparison.Gone], found: Set<Int64>, _ db: Database) throws {
    for file in gone {
      let sql = "SELECT inode FROM file WHERE folder = ? AND name = ? AND NOT gone"
      let inode = try Int64.fetchOne(
        db.cachedStatement(sql: sql), arguments: [file.folder, file.name])
      if let inode, found.contains(inode) {
        byInode[inode] = file
      } else if byName[file.name, default: []].count < Self.namesakes {
        byName[file.name, default: []].append(file)
      }
    }
  }

  var isEmpty: Bool { byInode.isEmpty && byName.isEmpty }

  /// Takes the path out at which a file lay before; nil where it is known itself, and where its text
  /// is, which tells by itself whose it is.
  mutating func takeOrigin(of file: IndexedFile, _ db: Database) throws -> String? {
    guard case .success(let content) = file.content, !(try isKnown(file, content, db)) else {
      return nil
    }
    let parts = content.summary.parts
    if let gone = byInode[file.stamp.inode],
      try gone.name == file.name || sharesPart(gone, parts, db)
    {
      byInode[file.stamp.inode] = nil
      return gone.path
    }
    let namesakes = byName[file.name] ?? []
    guard let index = try namesakes.firstIndex(where: { try sharesPart($0, parts, db) }) else {
      return nil
    }
    return byName[file.name]?.remove(at: index).path
  }

  private func isKnown(
    _ file: IndexedFile, _ content: IndexedBrief, _ db: Database
  ) throws -> Bool {
    if try IndexWriter(db: db).brief(holding: content.fingerprint) != nil { return true }
    let sql = """
      SELECT EXISTS (SELECT 1 FROM file JOIN folder ON folder.id = file.folder
        WHERE folder.path = ? AND file.name = ? AND NOT file.gone)
      """
    return try Bool.fetchOne(
      db.cachedStatement(sql: sql), arguments: [file.folder, file.name]) ?? false
  }

  private func sharesPart(
    _ gone: FileComparison.Gone, _ parts: [BriefSummary.Part], _ db: Database
  ) throws -> Bool {
    let sql = """
      SELECT brief.parts FROM file JOIN brief ON brief.id = file.brief
      WHERE file.folder = ? AND file.name = ? AND NOT file.gone
      """
    let row = try Row.fetchOne(
      db.cachedStatement(sql: sql), arguments: [gone.folder, gone.name])
    let old = try row?.withUnsafeData(atIndex: 0) { data in
      data?.withUnsafeBytes(PartsBlob.decode).parts
    }
    return (old.flatMap(\.self) ?? []).contains { part in
      parts.contains { $0.id == part.id && $0.fingerprint == part.fingerprint }
    }
  }
}
