package import BriefModel
import GRDB

/// What came of marking some briefs of an index.
package struct MarkedBatch: Sendable {
  /// Briefs of which something was changed.
  package var briefs = 0
  package var changes: [LibraryChange] = []
}

/// Where taking a step back, or doing it again, has come to.
package struct BulkPosition: Sendable, Equatable {
  /// Number of the entry that was taken last; nil before the first.
  var entry: Int64?
  /// Marks that were set to what they were, or are to be again.
  package var done = 0

  package init() {}
}

/// Many marks at once, a batch after the other, each kept whole or not at all.
extension Library {
  /// As many marks are taken back at once.
  private static let replayed = 2048

  /// Changes marks of briefs of an index; a brief of which nothing is kept enters the library where
  /// something of it is to change.
  ///
  /// `change` says what is to change by the key, with the parts, and the record of a brief. Briefs whose reading
  /// was changed after the number `touched` are left as they are. With a `step` the changes can be
  /// taken back, as long as the library stays open.
  package func mark(
    _ ids: some Sequence<Int64>, of index: BriefIndex, unlessSince touched: Int64? = nil,
    step: Int64? = nil, _ change: (BriefKey, ReadingRecord) -> [LibraryChange]
  ) throws(LibraryError) -> MarkedBatch {
    let rows = try index.read { db in try ids.compactMap { try BriefIndex.row(of: $0, db) } }
    let briefs = rows.map(\.key.resolved)
    return try access { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      let log = try step.map { try BulkLog(db: db, step: $0) }
      return try inWriting(db, resolving: briefs) { shelf in
        var batch = MarkedBatch()
        var number = try log?.last() ?? 0
        for key in briefs {
          if let touched, try shelf.isTouched(key, after: touched) { continue }
          let (record, changes) = try shelf.changes(of: key) { change(key, $0) }
          for change in changes {
            number += 1
            try log?.add(change, to: record, number)
            try shelf.apply(change, path: path)
          }
          batch.changes += changes
          batch.briefs += changes.isEmpty ? 0 : 1
        }
        return batch
      }
    }
  }

  /// Begins a step of changes: it, and those that were numbered higher, are forgotten.
  package func beginBulk(step: Int64) throws(LibraryError) {
    try access { db in try BulkLog(db: db, step: step).forget() }
  }

  /// How many marks a step changed; 0 where it is not known any more.
  package func bulkSize(step: Int64) throws(LibraryError) -> Int {
    try access { db in Int(try BulkLog(db: db, step: step).last()) }
  }

  /// Takes some marks of a step back, the last first, or makes them again, in their order; false
  /// where that was done with all of them before.
  ///
  /// Marks that were changed since are passed over, and briefs that are not in the library any more.
  package func replay(
    step: Int64, forward: Bool, _ position: inout BulkPosition
  ) throws(LibraryError) -> Bool {
    let start = position.entry ?? (forward ? 0 : .max)
    let entries = try access { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      let log = try BulkLog(db: db, step: step)
      return try inWriting(db) {
        let entries = try log.entries(from: start, forward: forward, limit: Self.replayed)
        for entry in entries { try Shelf(db: db).set(entry, forward: forward, path: path) }
        return entries
      }
    }
    guard let last = entries.last else { return false }
    position.entry = last.number
    position.done += entries.count
    return true
  }
}

extension Shelf {
  /// Whether the reading of a content was changed after a number of `touched`.
  fileprivate func isTouched(_ key: BriefKey, after touched: Int64) throws -> Bool {
    let sql = """
      SELECT EXISTS (SELECT 1 FROM brief JOIN touched ON touched.brief = brief.id
      WHERE brief.fingerprint = ? AND touched.number > ?)
      """
    return try Bool.fetchOne(
      db.cachedStatement(sql: sql), arguments: [key.fingerprint.data, touched]) ?? false
  }

  /// What is to change of a brief, with its record; the brief enters the library where anything is.
  fileprivate func changes(
    of key: BriefKey, _ change: (ReadingRecord) -> [LibraryChange]
  ) throws -> (record: ReadingRecord, changes: [LibraryChange]) {
    let holder = try brief(holding: key.fingerprint)
    let known = try holder.map(marks) ?? ReadingRecord()
    let changes = change(known)
    guard !changes.isEmpty, try self.known(key) == nil else { return (known, changes) }
    // Marks may come with the path, or go back to an earlier content.
    let record = try marks(of: brief(for: key))
    return (record, change(record))
  }

  /// Sets a mark to what it was, or is to be again, unless it is another by now than was left there.
  fileprivate func set(_ entry: BulkLog.Entry, forward: Bool, path: String) throws {
    let (old, new) = forward ? (entry.before, entry.after) : (entry.after, entry.before)
    guard try mark(of: entry) == old else { return }
    do {
      try apply(.section(record: entry.brief, id: entry.section, read: new), path: path)
    } catch LibraryError.unknownBrief {
      return
    }
  }

  private func mark(of entry: BulkLog.Entry) throws -> Fingerprint? {
    let sql = "SELECT fingerprint FROM section_mark WHERE brief = ? AND section = ?"
    let row = try Row.fetchOne(
      db.cachedStatement(sql: sql), arguments: [entry.brief, entry.section])
    return try row?.fingerprint(at: 0)
  }
}

extension BulkLog {
  /// Notes a change of a mark before it is made; stars and places are no part of a step.
  fileprivate func add(
    _ change: LibraryChange, to record: ReadingRecord, _ number: Int64
  ) throws {
    guard case .section(let brief, let section, let after) = change else { return }
    try add(
      Entry(
        number: number, brief: brief, section: section, before: record.readSections[section],
        after: after))
  }
}
