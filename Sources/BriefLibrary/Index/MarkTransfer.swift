package import BriefModel
import Foundation
import GRDB

/// What changed in a library's marks since an index took them over last.
package struct MarkTransfer: Sendable {
  struct Reading: Sendable {
    var fingerprint: Fingerprint
    var record: ReadingRecord
  }

  /// Which library it is.
  var library: Data
  /// The number up to which the index knows it then.
  var touched: Int64
  /// Whether everything has to be taken over, and not what is new to the index alone.
  var isWhole: Bool
  var readings: [Reading]

  /// Whether the index is up to date.
  package var isEmpty: Bool { readings.isEmpty && !isWhole }
}

extension MarkTransfer {
  /// What of an open library is new to an index that knows it up to `touched`; or everything, where
  /// the index knows another library, or this one as it will be: a copy of earlier days was put in
  /// its place.
  init(_ db: Database, after touched: Int64, of known: Data?) throws {
    let identity = try Data.fetchOne(db, sql: "SELECT value FROM identity") ?? Data()
    let sql = "SELECT max(number) FROM touched"
    let last = try Int64.fetchOne(db.cachedStatement(sql: sql)) ?? 0
    let isWhole = known != identity || touched > last
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT brief.id, brief.fingerprint FROM touched JOIN brief ON brief.id = touched.brief
          WHERE touched.number > ? ORDER BY touched.number
          """), arguments: [isWhole ? 0 : touched])
    let readings = try rows.compactMap { row -> Reading? in
      let bytes = try row.withUnsafeData(atIndex: 1) { Array($0 ?? .init()) }
      guard let fingerprint = Fingerprint(bytes: bytes) else { return nil }
      return Reading(fingerprint: fingerprint, record: try Shelf(db: db).record(of: row[0]))
    }
    self.init(library: identity, touched: last, isWhole: isWhole, readings: readings)
  }
}

extension BriefIndex {
  /// What of the index changed with the marks of a library.
  package struct TakenMarks: Sendable {
    /// Whether more may have changed than is told.
    package var isWhole = false
    /// The flags that briefs have now.
    package var flags: [Int64: BriefFlags] = [:]

    /// Whether nothing changed.
    package var isEmpty: Bool { !isWhole && flags.isEmpty }
  }

  /// Takes over what changed in the marks of a library.
  @discardableResult
  package func takeMarks(from library: Library) throws(LibraryError) -> TakenMarks {
    let (touched, known) = try read { db in
      (try IndexMeta(db: db).number(.touched), try IndexMeta(db: db).data(.library))
    }
    let transfer = try library.access { try MarkTransfer($0, after: touched, of: known) }
    guard !transfer.isEmpty else { return TakenMarks() }
    return TakenMarks(
      isWhole: transfer.isWhole, flags: try write { db in try IndexWriter(db: db).take(transfer) })
  }
}

extension IndexWriter {
  /// Returns the flags of the briefs that the index has.
  func take(_ transfer: MarkTransfer) throws -> [Int64: BriefFlags] {
    if transfer.isWhole {
      try db.execute(
        sql: "UPDATE brief SET unread = sections, flags = sections > 0")
    }
    var changed: [Int64: BriefFlags] = [:]
    for reading in transfer.readings {
      guard let (id, flags) = try take(reading.record, of: reading.fingerprint) else { continue }
      changed[id] = flags
    }
    try IndexMeta(db: db).set(.library, transfer.library)
    try IndexMeta(db: db).set(.touched, transfer.touched)
    return changed
  }
}
