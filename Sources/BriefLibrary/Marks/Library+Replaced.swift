package import BriefModel
import GRDB

/// A library in whose place another file was put while it was open, as by who restored it.
extension Library {
  /// Changes with the contents and paths of their briefs instead of their numbers, which the other
  /// file gives to others. What the file that is open does not tell any more, as it is damaged, may
  /// be `known` all the same; else it is left out.
  package func byContent(
    _ changes: [LibraryChanges], known: [Int64: BriefKey] = [:]
  ) -> [LibraryChanges] {
    changes.map { changes in
      let numbered = changes.numbered.compactMap { byContent($0, known[$0.record]) }
      return LibraryChanges(unnumbered: changes.unnumbered + numbered)
    }
  }

  /// Whether nothing has the name of the file that is open any more, though something beside it tells
  /// of it, and nobody has begun to restore it.
  package var isLost: Bool {
    obstacle == nil && LibraryLoss(library: path).map { $0.trace != .replacement } ?? false
  }

  /// The same where nothing tells of it: who has it open is the last to know what was in it.
  package var isGone: Bool { isLost || obstacle == nil && FileStamp(path: path) == nil }

  /// Takes over all that a library has in its file, which is gone, as this one was made without it;
  /// what was done about that, with how much it was. What cannot be read stays missing, which is said
  /// then.
  package func take(from gone: Library, _ recovery: LibraryRecovery?) -> LibraryRecovery? {
    guard let state = try? gone.readReplaced(Self.state), let changes = try? take(state),
      var recovery
    else { return recovery }
    recovery.salvaged = changes
    // Whoever is told next knows it as it is told here.
    try? DamageNote(library: path).write(recovery)
    return recovery
  }

  private func byContent(_ change: LibraryChange, _ known: BriefKey?) -> UnnumberedMarks? {
    let found = try? readReplaced { db in try Self.key(of: change.record, db) }
    guard let key = found ?? known else { return nil }
    var marks = UnnumberedMarks(key)
    switch change {
    case .section(_, let id, let read): marks.set(id, read: read)
    case .star(_, let isStarred): marks.set(star: isStarred)
    case .place(_, let place): marks.set(place: place)
    }
    return marks
  }

  private static func key(of brief: Int64, _ db: Database) throws -> BriefKey? {
    let sql = "SELECT fingerprint FROM brief WHERE id = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [brief]),
      let fingerprint = try row.fingerprint(at: 0)
    else { return nil }
    var key = BriefKey(path: "-", fingerprint: fingerprint)
    var paths = try Shelf(db: db).paths(of: brief)
    if !paths.isEmpty { key.path = paths.removeFirst() }
    key.otherPaths = paths
    return key
  }
}
