import BriefModel
import GRDB

/// What the reader of a published index has read, where their library is not to be told what its
/// files hold now (`PublishedPlaces`): what was read of a brief that was rewritten counts for its new
/// text all the same.
struct PublishedMarks {
  let index: Database
  /// What a fault of the index is told of.
  let indexPath: String
  let library: Database

  func transfer() throws -> MarkTransfer {
    var transfer = try MarkTransfer(library, after: nil, withTexts: false)
    transfer.readings += try transfer.readings.flatMap(rewritten)
    return transfer
  }

  /// The same of what lies now where a brief lay that the index does not have; a content that the
  /// library knows has a reading of its own.
  private func rewritten(_ old: MarkTransfer.Reading) throws -> [MarkTransfer.Reading] {
    guard let record = old.record.id,
      try ask({ try IndexWriter(db: $0).brief(holding: old.fingerprint) }) == nil
    else { return [] }
    let shelf = Shelf(db: library)
    return try shelf.paths(of: record).compactMap { path in
      let row = try ask { db in
        try BriefIndex.brief(at: path, db).flatMap { try BriefIndex.row(of: $0, db) }
      }
      guard let row, try shelf.brief(holding: row.fingerprint) == nil else { return nil }
      var new = MarkTransfer.Reading(fingerprint: row.fingerprint, record: old.record)
      new.record.readSections = old.record.marks(on: row.summary.parts)
      return new
    }
  }

  /// Asks the index from within what reads the library, who would take a fault for its own.
  private func ask<T>(_ body: (Database) throws -> T) throws(LibraryError) -> T {
    do { return try body(index) } catch { throw LibraryError(error, path: indexPath) }
  }
}
