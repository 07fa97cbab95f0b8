import GRDB

/// Rows of a library that can only come of damage which SQLite does not see, and that nothing reads.
struct LibraryFault {
  let name: String
  /// The statement that counts them.
  let count: String
  /// What sets them right, or takes them out.
  let mending: String

  static let all =
    [
      orphans("marks", in: "section_mark"), orphans("marks as unread", in: "section_unmark"),
      orphans("texts", in: "revision"), orphans("paths", in: "path"),
      orphans("changes", in: "touched"), contradictions, times,
    ]

  private static func orphans(_ name: String, in table: String) -> Self {
    let rows = "FROM \(table) WHERE brief NOT IN (SELECT id FROM brief)"
    return Self(
      name: "\(name) without a brief", count: "SELECT count(*) \(rows)", mending: "DELETE \(rows)")
  }

  /// The later of both holds, as it does where they come from two machines.
  private static let contradictions = Self(
    name: "sections both read and marked unread",
    count: "SELECT count(*) FROM section_mark JOIN section_unmark USING (brief, section)",
    mending: """
      DELETE FROM section_mark WHERE EXISTS (
        SELECT 1 FROM section_unmark AS trace
        WHERE trace.brief = section_mark.brief AND trace.section = section_mark.section
          AND trace.changed_at > section_mark.changed_at);
      DELETE FROM section_unmark WHERE EXISTS (
        SELECT 1 FROM section_mark AS mark
        WHERE mark.brief = section_unmark.brief AND mark.section = section_unmark.section)
      """)

  private static let times = Self(
    name: "marks of a time that no clock tells",
    count: """
      SELECT (SELECT count(*) FROM section_mark WHERE changed_at \(isNoTime))
        + (SELECT count(*) FROM section_unmark WHERE changed_at \(isNoTime))
        + (SELECT count(*) FROM brief WHERE starred_at \(isNoTime) OR placed_at \(isNoTime))
      """,
    mending: """
      UPDATE section_mark SET changed_at = \(bounded("changed_at")) WHERE changed_at \(isNoTime);
      UPDATE section_unmark SET changed_at = \(bounded("changed_at")) WHERE changed_at \(isNoTime);
      UPDATE brief SET starred_at = \(bounded("starred_at")), placed_at = \(bounded("placed_at"))
      WHERE starred_at \(isNoTime) OR placed_at \(isNoTime)
      """)

  private static let isNoTime = "NOT BETWEEN 0 AND \(LibraryState.lastTime)"

  private static func bounded(_ column: String) -> String {
    "min(max(\(column), 0), \(LibraryState.lastTime))"
  }
}

extension Library {
  /// Mends what `LibraryCheck` finds in a library whose pages are in order; returns what that was,
  /// each with its number.
  package func mend() throws(LibraryError) -> [String] {
    try access { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      return try inWriting(db) {
        try LibraryFault.all.compactMap { fault in
          let number = try Int.fetchOne(db, sql: fault.count) ?? 0
          guard number > 0 else { return nil }
          try db.execute(sql: fault.mending)
          return "\(fault.name) (\(number))"
        }
      }
    }
  }
}
