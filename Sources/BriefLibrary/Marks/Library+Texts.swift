package import BriefModel

/// The texts of briefs as they were read, to tell later what changed since.
extension Library {
  /// The texts that were kept of a brief, decoded as `BriefLoader` gives them, the newest first;
  /// one that is damaged is left out.
  package func texts(of record: Int64) throws(LibraryError) -> [[UInt8]] {
    try access { db in try Shelf(db: db).texts(of: record) }.compactMap(\.text)
  }

  /// The paths at which a brief was found.
  package func paths(of record: Int64) throws(LibraryError) -> [String] {
    try access { db in try Shelf(db: db).paths(of: record) }
  }

  /// Keeps the text of a brief as the newest that was read of it.
  ///
  /// A text that is kept already only becomes the newest. A loss of power may take it.
  package func keep(_ text: [UInt8], as known: ReadText, of record: Int64) throws(LibraryError) {
    guard let deflated = DeflatedText(text) else { return }
    try access { db in
      // After many marks at once the texts of hundreds of briefs come on the same connection.
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      try inWriting(db) { try Shelf(db: db).keep(deflated, of: record, known) }
    }
  }
}
