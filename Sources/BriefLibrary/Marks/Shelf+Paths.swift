import BriefModel
import GRDB

/// Which paths lead to a brief.
extension Shelf {
  /// Lets a path that leads to no brief lead to this one.
  func learn(_ path: String, of brief: Int64) throws {
    try write("INSERT OR IGNORE INTO path (path, brief) VALUES (?, ?)", [path, brief])
  }

  /// The same with the brief of a content that lay there; nothing where none is kept.
  func learn(_ key: BriefKey) throws {
    guard let path = key.path, let brief = try brief(holding: key.fingerprint) else { return }
    try learn(path, of: brief)
  }

  /// Whether `learn` would change anything.
  func isNew(_ key: BriefKey) throws -> Bool {
    guard let path = key.path, try brief(at: path) == nil else { return false }
    return try brief(holding: key.fingerprint) != nil
  }

  /// Takes note that a path no longer leads to the brief that it led to.
  func leave(_ path: String) throws {
    try write("DELETE FROM path WHERE path = ?", [path])
  }

  /// The same where a file is gone, unless the brief lies nowhere else: then it may come back with
  /// another content.
  func leaveIfCopied(_ path: String) throws {
    guard let brief = try brief(at: path), try livesElsewhere(brief, than: path) else { return }
    try leave(path)
  }

  /// Notes that a path leads no longer to what lay there, where a content was put there that was
  /// known before and of which nothing is kept; whether it was so.
  @discardableResult
  func leave(_ key: BriefKey, ifKnown known: Set<Fingerprint>) throws -> Bool {
    guard known.contains(key.fingerprint), try brief(holding: key.fingerprint) == nil else {
      return false
    }
    if let path = key.path { try leave(path) }
    return true
  }

  /// Lets the path of a file that was moved lead to the brief that it led to at its old one.
  func follow(_ move: FileMove) throws {
    try write(
      "UPDATE OR IGNORE path SET path = ? WHERE path = ?", [move.to, move.from])
  }

  /// Whether a file is at another path of a brief.
  func livesElsewhere(_ brief: Int64, than path: String) throws -> Bool {
    try paths(of: brief, but: path).contains(where: present.contains)
  }

  func paths(of brief: Int64, but path: String) throws -> [String] {
    let sql = "SELECT path FROM path WHERE brief = ? AND path <> ?"
    return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [brief, path])
  }
}
