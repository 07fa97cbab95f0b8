import BriefModel
import GRDB

/// What the reader of a published index has read, where their library is not to be told what its
/// files hold now (`PublishedPlaces`): what was read of a brief that was rewritten counts for its new
/// text all the same.
struct PublishedMarks {
  let index: Database
  let library: Database

  func transfer() throws -> MarkTransfer {
    var transfer = try MarkTransfer(library, after: 0, of: nil)
    transfer.readings += try transfer.readings.flatMap(rewritten)
    return transfer
  }

  /// The same of what lies now where a brief lay that the index does not have; a content that the
  /// library knows has a reading of its own.
  private func rewritten(_ old: MarkTransfer.Reading) throws -> [MarkTransfer.Reading] {
    guard let record = old.record.id,
      try IndexWriter(db: index).brief(holding: old.fingerprint) == nil
    else { return [] }
    let shelf = Shelf(db: library)
    return try shelf.paths(of: record).compactMap { path in
      guard let brief = try BriefIndex.brief(at: path, index),
        let row = try BriefIndex.row(of: brief, index),
        try shelf.brief(holding: row.fingerprint) == nil
      else { return nil }
      var new = MarkTransfer.Reading(fingerprint: row.fingerprint, record: old.record)
      new.record.readSections = old.record.marks(on: row.summary.parts)
      return new
    }
  }
}
