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
  /// Whether there is more, after `touched`.
  var isCut = false

  /// Whether the index is up to date.
  package var isEmpty: Bool { readings.isEmpty && !isWhole }
}

extension MarkTransfer {
  /// What of an open library is new to an index that knows it up to `touched`; or everything, where
  /// the index knows another library, or this one as it will be: a copy of earlier days was put in
  /// its place. Of many readings the first `limit`.
  /// `withTexts` also what is known of the texts that were read, by which new parts are told.
  init(
    _ db: Database, after touched: Int64, of known: Data?, limit: Int = .max, withTexts: Bool
  ) throws {
    let identity = try Data.fetchOne(db, sql: "SELECT value FROM identity") ?? Data()
    let sql = "SELECT max(number) FROM touched"
    let last = try Int64.fetchOne(db.cachedStatement(sql: sql)) ?? 0
    let isWhole = known != identity || touched > last
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT brief.id, brief.fingerprint, touched.number
          FROM touched JOIN brief ON brief.id = touched.brief
          WHERE touched.number > ? ORDER BY touched.number LIMIT ?
          """), arguments: [isWhole ? 0 : touched, limit])
    let readings = try rows.compactMap { row -> Reading? in
      guard let fingerprint = try row.fingerprint(at: 1) else { return nil }
      let id: Int64 = try row.decode(atIndex: 0)
      let shelf = Shelf(db: db)
      let record = try withTexts ? shelf.record(of: id) : shelf.marks(of: id)
      return Reading(fingerprint: fingerprint, record: record)
    }
    let isCut = rows.count == limit
    let reached: Int64? = isCut ? try rows.last?.decode(atIndex: 2) : nil
    self.init(
      library: identity, touched: reached ?? last, isWhole: isWhole,
      readings: readings, isCut: isCut)
  }
}

extension BriefIndex {
  /// What of the index changed with the marks of a library.
  package struct TakenMarks: Sendable {
    /// Whether more may have changed than is told.
    package var isWhole = false
    /// The flags that briefs have now.
    package var flags: [Int64: BriefFlags] = [:]
    /// Whether there are more.
    package var isCut = false

    /// Whether nothing changed.
    package var isEmpty: Bool { !isWhole && flags.isEmpty }
  }

  /// Takes over what changed in the marks of a library.
  @discardableResult
  package func takeMarks(from library: Library) throws(LibraryError) -> TakenMarks {
    var seen: SeenMarks?
    return try takeMarks(from: library, seen: &seen)
  }

  /// Takes over what changed in the marks of a library, and returns what is new to somebody who has
  /// seen them up to a place: another program may have brought it into the index before.
  ///
  /// Of many that is done some at a time, so that they are never all in memory.
  package func takeMarks(
    from library: Library, seen: inout SeenMarks?
  ) throws(LibraryError) -> TakenMarks {
    var taken = TakenMarks()
    repeat {
      let some = try takeSomeMarks(from: library, seen: &seen)
      taken.isWhole = taken.isWhole || some.isWhole
      taken.flags.merge(some.flags) { _, new in new }
      taken.isCut = some.isCut
    } while taken.isCut
    return taken
  }

  /// Takes over the marks of a library that are new where that is done in a moment: a few, and
  /// without waiting for who writes to the index. Returns up to where the index has them then; nil
  /// where it knows no library.
  package func takeFewMarks(from library: Library) -> SeenMarks? {
    if isPublished {
      // Nobody has taken any over here, and nobody else writes.
      var seen: SeenMarks?
      _ = try? takeSomeMarks(from: library, seen: &seen)
      return seen
    }
    if let few = try? newMarks(of: library, limit: Self.fewMarks), !few.isWhole, !few.isCut,
      !few.isEmpty
    {
      _ = try? withoutWaiting { db in try IndexWriter(db: db).take(few) }
    }
    return try? read { db in
      let touched = try IndexMeta(db: db).number(.touched)
      return try IndexMeta(db: db).data(.library).map { SeenMarks(library: $0, touched: touched) }
    }
  }

  private func newMarks(of library: Library, limit: Int) throws(LibraryError) -> MarkTransfer {
    let (touched, known) = try read { db in
      (try IndexMeta(db: db).number(.touched), try IndexMeta(db: db).data(.library))
    }
    return try library.access {
      try MarkTransfer($0, after: touched, of: known, limit: limit, withTexts: true)
    }
  }

  /// As many readings are taken over in one transaction, and at once before the first frame.
  static let takenAtOnce = 1024
  static let fewMarks = 64

  /// Does the same with the first of many; without waiting it fails where another writes to the index.
  package func takeSomeMarks(
    from library: Library, seen: inout SeenMarks?, waiting: Bool = true
  ) throws(LibraryError) -> TakenMarks {
    let (touched, known) = try read { db in
      (try IndexMeta(db: db).number(.touched), try IndexMeta(db: db).data(.library))
    }
    let isSeen = seen?.library == known
    let start = isSeen ? min(touched, seen?.touched ?? touched) : touched
    let transfer = try library.access {
      try MarkTransfer($0, after: start, of: known, limit: Self.takenAtOnce, withTexts: true)
    }
    let wasSeen = seen
    seen = SeenMarks(library: transfer.library, touched: transfer.touched)
    guard !transfer.isEmpty else { return TakenMarks() }
    let isIndexed = !transfer.isWhole && touched >= transfer.touched
    let flags =
      if isIndexed {
        try read { db in try IndexWriter(db: db).flags(of: transfer) }
      } else if waiting {
        try write { db in try IndexWriter(db: db).take(transfer) }
      } else {
        try withoutWaiting { db in try IndexWriter(db: db).take(transfer) }
      }
    let isOther = wasSeen.map { $0.library != transfer.library } ?? false
    return TakenMarks(
      isWhole: transfer.isWhole || isOther, flags: flags, isCut: transfer.isCut)
  }
}

/// Up to where somebody has seen the marks of a library.
package struct SeenMarks: Sendable {
  let library: Data
  let touched: Int64
}

extension Library {
  /// All marks that there are now, as seen.
  package func seenMarks() throws(LibraryError) -> SeenMarks {
    try access { db in
      SeenMarks(
        library: try Data.fetchOne(db, sql: "SELECT value FROM identity") ?? Data(),
        touched: try Int64.fetchOne(db, sql: "SELECT max(number) FROM touched") ?? 0)
    }
  }

  /// What is known of the briefs whose reading changed since somebody saw the marks last, without
  /// the texts that were read of them.
  package func newReadings(since seen: inout SeenMarks?) throws(LibraryError) -> [ReadingRecord] {
    let known = seen
    let transfer = try access { db in
      try MarkTransfer(db, after: known?.touched ?? 0, of: known?.library, withTexts: false)
    }
    seen = SeenMarks(library: transfer.library, touched: transfer.touched)
    return transfer.readings.map(\.record)
  }
}

extension IndexWriter {
  /// The flags of the briefs that the index has, which it took over before.
  func flags(of transfer: MarkTransfer) throws -> [Int64: BriefFlags] {
    let statement = try db.cachedStatement(sql: "SELECT id, flags FROM brief WHERE fingerprint = ?")
    var flags: [Int64: BriefFlags] = [:]
    for reading in transfer.readings {
      let row = try Row.fetchOne(statement, arguments: [reading.fingerprint.data])
      if let row { flags[try row.decode(atIndex: 0)] = try row.flags(at: 1) }
    }
    return flags
  }

  /// Returns the flags of the briefs that the index has.
  func take(_ transfer: MarkTransfer) throws -> [Int64: BriefFlags] {
    if transfer.isWhole { try forgetMarks() }
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
