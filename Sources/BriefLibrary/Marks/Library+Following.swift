package import BriefModel
import GRDB

/// What the library is told of files.
extension Library {
  /// Tells the library of files that hold these contents, in the order given, and returns the
  /// records: marks follow briefs that were moved or rewritten. A brief of which nothing is kept
  /// does not enter the library; its record is empty.
  ///
  /// A content that was `known` before is no new text of the brief that lay at its path, but a brief
  /// of its own that was put there, and its record stays as it is. `earlier` is what lay at paths
  /// when they were looked at last, which may be new to the library.
  package func follow(
    _ keys: [BriefKey], known: Set<Fingerprint> = [], earlier: [BriefKey] = []
  ) throws(LibraryError) -> [ReadingRecord] {
    let keys = keys.map(\.resolved)
    let earlier = earlier.map(\.resolved)
    return try access { db in
      let shelf = Shelf(db: db)
      let (new, isKnown) = try db.transaction(.deferred) {
        let new = try earlier.filter(shelf.isNew)
        let paths = Set(new.map(\.path))
        let isKnown = try keys.map { key in
          try paths.contains(key.path) || key.path.flatMap(shelf.brief(at:)) != nil
            || shelf.brief(holding: key.fingerprint) != nil
        }
        return (new, isKnown)
      }
      guard isKnown.contains(true) || !new.isEmpty else { return keys.map { _ in ReadingRecord() } }
      return try inWriting(db, resolving: keys, earlier: new) { shelf in
        try zip(keys, isKnown).map { key, isKnown in
          guard isKnown else { return ReadingRecord() }
          if try shelf.leave(key, ifKnown: known) { return ReadingRecord() }
          return try shelf.record(of: shelf.brief(for: key))
        }
      }
    }
  }

  /// Tells the library where contents lie, or lay when that was looked at last: paths that lead to
  /// no brief lead to theirs from now on, as far as anything is kept of them.
  func learn(_ places: [BriefKey]) throws(LibraryError) { _ = try follow([], earlier: places) }

  /// Tells the library of files that were moved and rewritten, before it is told of what they hold:
  /// that is then a new text of the brief that lay at the old path. A path that leads to a brief
  /// already goes on doing so.
  func follow(_ moves: [FileMove]) throws(LibraryError) {
    try access { db in
      let shelf = Shelf(db: db)
      let known = try db.transaction(.deferred) {
        try moves.filter { try shelf.brief(at: $0.from) != nil }
      }
      guard !known.isEmpty else { return }
      try inWriting(db) { try known.forEach(shelf.follow) }
    }
  }

  /// Tells the library of files that are gone. A path at which a brief lay that lies elsewhere, too,
  /// leads to it no longer, so that what is put there next is a brief of its own; where its text is
  /// `archived` none does that leads nowhere else either.
  func leave(_ paths: [String], archived: Bool = false) throws(LibraryError) {
    try access { db in
      let shelf = Shelf(db: db)
      let (known, others) = try db.transaction(.deferred) {
        let known = try paths.filter { try shelf.brief(at: $0) != nil }
        return (known, try Set(known.flatMap(shelf.othersAt)))
      }
      guard !known.isEmpty else { return }
      let present = archived ? [] : FileStamp.present(others)
      try inWriting(db) {
        let shelf = Shelf(db: db, present: present)
        try known.forEach(archived ? shelf.leave : shelf.leaveIfCopied)
      }
    }
  }

  /// Runs a body that writes and finds out which briefs some keys mean, when what lay at their paths
  /// `earlier` has been learnt.
  ///
  /// Whether a brief lies elsewhere, too, is asked of the disk before other programs are kept from
  /// the library, as one that is not there may take its time to say so.
  func inWriting<T>(
    _ db: Database, resolving keys: [BriefKey], earlier: [BriefKey] = [],
    _ body: (Shelf) throws -> T
  ) throws -> T {
    var shelf = Shelf(db: db)
    if !keys.isEmpty {
      let others = try db.transaction(.deferred) {
        try shelf.otherPaths(of: keys, earlier: earlier)
      }
      shelf.present = FileStamp.present(others)
    }
    return try inWriting(db) {
      try earlier.forEach(shelf.learn)
      return try body(shelf)
    }
  }
}

extension Shelf {
  /// Where the brief of a path lies beside it.
  fileprivate func othersAt(_ path: String) throws -> [String] {
    try brief(at: path).map { try paths(of: $0, but: path) } ?? []
  }

  /// Where briefs lie, too, whose files hold a new content.
  fileprivate func otherPaths(of keys: [BriefKey], earlier: [BriefKey]) throws -> Set<String> {
    let places = Dictionary(earlier.map { ($0.path, $0.fingerprint) }) { first, _ in first }
    var others: Set<String> = []
    for key in keys {
      guard let path = key.path, try brief(holding: key.fingerprint) == nil else { continue }
      let resident = try brief(at: path) ?? places[path].flatMap(brief(holding:))
      if let resident { others.formUnion(try paths(of: resident, but: path)) }
    }
    return others
  }
}

extension FileStamp {
  /// The paths at which a file is.
  fileprivate static func present(_ paths: Set<String>) -> Set<String> {
    paths.filter { FileStamp(path: $0) != nil }
  }
}
