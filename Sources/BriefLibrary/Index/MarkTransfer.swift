package import BriefModel
import Foundation
import GRDB

/// What changed in a library's marks since an index took them over last.
package struct MarkTransfer: Sendable {
  struct Reading: Sendable {
    var fingerprint: Fingerprint
    var record: ReadingRecord
  }

  /// Up to where the index knows the library then.
  var end: SeenMarks
  /// Whether everything has to be taken over, and not what is new to the index alone.
  var isWhole: Bool
  var readings: [Reading]
  /// Whether there is more, after the end.
  var isCut = false

  /// Whether the index is up to date.
  package var isEmpty: Bool { readings.isEmpty && !isWhole }
}

extension MarkTransfer {
  /// What of an open library is new to an index that has `known` it, after the number where it
  /// starts or the last one; or everything, where that was another library, or this one as it will
  /// be: a copy of earlier days was put in its place. Of many readings the first `limit`.
  /// `withTexts` also what is known of the texts that were read, by which new parts are told.
  init(
    _ db: Database, after known: SeenMarks?, from start: Int64? = nil, limit: Int = .max,
    withTexts: Bool
  ) throws {
    let now = try SeenMarks(ofLibrary: db)
    let isWhole = try known.map { try !$0.isContinued(in: db, upTo: now) } ?? true
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT brief.id, brief.fingerprint, touched.number
          FROM touched JOIN brief ON brief.id = touched.brief
          WHERE touched.number > ? ORDER BY touched.number LIMIT ?
          """), arguments: [isWhole ? 0 : start ?? known?.touched ?? 0, limit])
    let readings = try rows.compactMap { row -> Reading? in
      guard let fingerprint = try row.fingerprint(at: 1) else { return nil }
      let id: Int64 = try row.decode(atIndex: 0)
      let shelf = Shelf(db: db)
      let record = try withTexts ? shelf.record(of: id) : shelf.marks(of: id)
      return Reading(fingerprint: fingerprint, record: record)
    }
    let isCut = rows.count == limit
    let reached =
      try isCut
      ? rows.last.map { row in
        SeenMarks(
          library: now.library, number: try row.decode(atIndex: 2), row: try row.decode(atIndex: 0),
          readings.last)
      } : nil
    self.init(end: reached ?? now, isWhole: isWhole, readings: readings, isCut: isCut)
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
    if let few = try? newMarks(of: library, after: takenMarks(), limit: Self.fewMarks),
      !few.isWhole, !few.isCut, !few.isEmpty
    {
      _ = try? withoutWaiting { db in try IndexWriter(db: db).take(few) }
    }
    return try? takenMarks()
  }

  /// Tells a library that is not the one that the index knew, or an earlier copy of it, what its files
  /// hold: it may know them from before they were rewritten. Whether it was told.
  private func tellAnew(_ library: Library) throws(LibraryError) -> Bool {
    guard !isPublished, library.obstacle == nil, try counts().briefs > 0 else { return false }
    try tell(library)
    return true
  }

  private func takenMarks() throws(LibraryError) -> SeenMarks? {
    try read { db in try SeenMarks(ofIndex: db) }
  }

  private func newMarks(
    of library: Library, after known: SeenMarks?, from start: Int64? = nil, limit: Int
  ) throws(LibraryError) -> MarkTransfer {
    try library.access {
      try MarkTransfer($0, after: known, from: start, limit: limit, withTexts: true)
    }
  }

  /// As many readings are taken over in one transaction, and at once before the first frame.
  static let takenAtOnce = 1024
  static let fewMarks = 64

  /// Does the same with the first of many; without waiting it fails where another writes to the index.
  /// Nothing is taken over where that would begin anew, and not be all, unless the rest `follows`:
  /// who opens the index then would see what is left as unread.
  package func takeSomeMarks(
    from library: Library, seen: inout SeenMarks?, waiting: Bool = true, restFollows: Bool = true
  ) throws(LibraryError) -> TakenMarks {
    let known = try takenMarks()
    let touched = known?.touched ?? 0
    let start = seen.map { $0.library == known?.library ? min(touched, $0.touched) : touched }
    var transfer = try newMarks(of: library, after: known, from: start, limit: Self.takenAtOnce)
    if transfer.isWhole, try tellAnew(library) {
      transfer = try newMarks(of: library, after: known, from: start, limit: Self.takenAtOnce)
    }
    guard restFollows || !(transfer.isWhole && transfer.isCut) else { return TakenMarks() }
    let wasSeen = seen
    seen = transfer.end
    guard !transfer.isEmpty else { return TakenMarks() }
    let isIndexed = !transfer.isWhole && touched >= transfer.end.touched
    let flags =
      if isIndexed {
        try read { db in try IndexWriter(db: db).flags(of: transfer) }
      } else if waiting {
        try write { db in try IndexWriter(db: db).take(transfer) }
      } else {
        try withoutWaiting { db in try IndexWriter(db: db).take(transfer) }
      }
    let isOther = wasSeen.map { $0.library != transfer.end.library } ?? false
    return TakenMarks(
      isWhole: transfer.isWhole || isOther, flags: flags, isCut: transfer.isCut)
  }
}

extension Library {
  /// All marks that there are now, as seen.
  package func seenMarks() throws(LibraryError) -> SeenMarks {
    try access { db in try SeenMarks(ofLibrary: db) }
  }

  /// What is known of the briefs whose reading changed since somebody saw the marks last, without
  /// the texts that were read of them.
  package func newReadings(since seen: inout SeenMarks?) throws(LibraryError) -> [ReadingRecord] {
    let known = seen
    let transfer = try access { db in
      try MarkTransfer(db, after: known, withTexts: false)
    }
    seen = transfer.end
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
    try transfer.end.keep(in: db)
    return changed
  }
}
