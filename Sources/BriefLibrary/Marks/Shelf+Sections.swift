import BriefModel
import GRDB

/// The marks of sections whose ids are others in a new text.
extension Shelf {
  /// Puts the marks of a brief where its sections are now; they keep their times.
  func settle(_ brief: Int64, on parts: [BriefSummary.Part]) throws {
    guard !parts.isEmpty else { return }
    let old = try record(of: brief)
    let new = old.marks(on: parts)
    guard new != old.readSections else { return }
    let times = try times(of: brief)
    for id in old.readSections.keys where new[id] != old.readSections[id] {
      try write("DELETE FROM section_mark WHERE brief = ? AND section = ?", [brief, id])
    }
    for (id, fingerprint) in new where old.readSections[id] != fingerprint {
      try write(
        "INSERT INTO section_mark (brief, section, fingerprint, changed_at) VALUES (?, ?, ?, ?)",
        [brief, id, fingerprint.data, times[fingerprint] ?? Clock.now])
    }
  }

  /// When each content was marked.
  private func times(of brief: Int64) throws -> [Fingerprint: Int64] {
    let sql = "SELECT fingerprint, changed_at FROM section_mark WHERE brief = ?"
    var times: [Fingerprint: Int64] = [:]
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [brief])
    while let row = try rows.next() {
      if let fingerprint = try row.fingerprint(at: 0) {
        times[fingerprint] = try row.decode(atIndex: 1)
      }
    }
    return times
  }
}
