import BriefModel

/// Why the library of what was read cannot be used; reading goes on without it.
package enum LibraryError: Error, Equatable, Sendable {
  /// The folder could not be made or entered; `why` is the system's reason.
  case folder(path: String, why: String)
  /// The folder or the file belongs to another user.
  case wrongOwner(path: String)
  /// Every user of the machine may write to the folder.
  case exposed(path: String)
  /// The file could not be made, opened or written; `why` is the reason.
  case unwritable(path: String, why: String)
  /// The index, or a file beside it, could not be made, opened or written; marks are kept without it.
  case indexUnwritable(path: String, why: String)
  /// Something else than a file lies at the path; `what` says what, as `a pipe`.
  case noFile(path: String, what: String)
  /// The library is not there any more, though there was one; nothing was put in its place.
  case lost(path: String, LibraryLoss)
  /// The file is not an SQLite database, or a damaged one.
  case damaged(path: String)
  /// What lies where an index is to be published is something else, and was left as it is.
  case notPublished(path: String)
  /// Damage showed in the index, which is empty now and to be brought up to date.
  case indexRemade(path: String)
  /// The file is a database that another program made.
  case foreign(path: String)
  /// A newer Broadsheet wrote the library; the file was left as it is.
  case newer(path: String, version: Int, known: Int)
  /// Another file lies at the path than the one that was opened, or none.
  case replaced(path: String)
  /// Another process held the lock for too long.
  case locked(path: String)
  case diskFull(path: String)
  /// Nothing more can be written, though the disk has room, as over a quota; `why` is the reason,
  /// and what to do.
  case noRoom(path: String, why: String)
  /// A copy of the library could not be made at the path; `why` is the reason.
  case uncopied(path: String, why: String)
  /// A brief that was changed is not in the library.
  case unknownBrief(path: String, record: Int64)
  /// Anything else that SQLite reports.
  case failed(path: String, why: String)
}

extension LibraryError: CustomStringConvertible {
  /// The file or folder that it is about.
  package var path: String {
    switch self {
    case .folder(let path, _), .wrongOwner(let path), .exposed(let path), .unwritable(let path, _),
      .indexUnwritable(let path, _), .noFile(let path, _), .lost(let path, _), .damaged(let path),
      .notPublished(let path),
      .indexRemade(let path),
      .foreign(let path), .newer(let path, _, _), .replaced(let path), .locked(let path),
      .diskFull(let path), .noRoom(let path, _), .uncopied(let path, _), .unknownBrief(let path, _),
      .failed(let path, _):
      path
    }
  }

  /// The same of the index, in which no mark is lost.
  var ofIndex: LibraryError {
    switch self {
    case .unwritable(let path, let why): .indexUnwritable(path: path, why: why)
    case .wrongOwner(let path): .indexUnwritable(path: path, why: "it belongs to another user")
    default: self
    }
  }

  /// Whether it may be over in a moment, without anybody changing the library.
  package var isPassing: Bool {
    switch self {
    case .diskFull, .noRoom, .locked: true
    case .folder, .wrongOwner, .exposed, .unwritable, .indexUnwritable, .noFile, .lost, .damaged,
      .notPublished, .indexRemade, .foreign, .newer, .replaced, .uncopied, .unknownBrief, .failed:
      false
    }
  }

  /// Whether the file is to be looked through when it is opened next: one that was opened for writing
  /// and cannot be written may say so in a damaged header.
  var suggestsDamage: Bool {
    switch self {
    case .damaged, .unwritable: true
    case .folder, .wrongOwner, .exposed, .indexUnwritable, .noFile, .lost, .notPublished,
      .indexRemade, .foreign, .newer, .replaced, .locked, .diskFull, .noRoom, .uncopied,
      .unknownBrief, .failed:
      false
    }
  }

  /// Whether opening the library again may mend it: damage, of which a note was left, or none or
  /// another file in its place, as when another program has just restored it and has taken the note
  /// away.
  package var isMendedByOpening: Bool {
    switch self {
    case .damaged, .lost, .replaced: true
    case .folder, .wrongOwner, .exposed, .unwritable, .indexUnwritable, .noFile, .notPublished,
      .indexRemade, .foreign, .newer, .locked, .diskFull, .noRoom, .uncopied, .unknownBrief,
      .failed:
      false
    }
  }

  /// Whether the file itself is damaged.
  var isDamage: Bool { self == .damaged(path: path) }

  /// Whether it tells how to restore the library, though it may be what it says: copies lie beside it.
  var offersRestoring: Bool {
    switch self {
    case .foreign, .newer: LibraryBackups(library: path).areThere
    case .folder, .wrongOwner, .exposed, .unwritable, .indexUnwritable, .noFile, .lost, .damaged,
      .notPublished, .indexRemade, .replaced, .locked, .diskFull, .noRoom, .uncopied,
      .unknownBrief, .failed:
      false
    }
  }

  /// Whether it is about what is in the file, and not about who may use it when.
  var isOfContent: Bool {
    switch self {
    case .damaged, .foreign, .newer, .failed: true
    case .folder, .wrongOwner, .exposed, .unwritable, .indexUnwritable, .noFile, .lost,
      .notPublished, .indexRemade, .replaced, .locked, .diskFull, .noRoom, .uncopied, .unknownBrief:
      false
    }
  }

  /// Whether what was kept can be read all the same.
  package var leavesReadable: Bool {
    switch self {
    case .unwritable, .indexUnwritable, .diskFull, .noRoom, .exposed, .wrongOwner: true
    case .folder, .noFile, .lost, .damaged, .notPublished, .indexRemade, .foreign, .newer,
      .replaced, .locked,
      .uncopied, .unknownBrief, .failed:
      false
    }
  }

  /// One line: where it failed, what, and what to do.
  package var description: String { "\(Sanitizer.line(path)): \(reason)" }

  /// The same for a line that may be cut at its end: what comes first, where last.
  package var message: String {
    reason.prefix(1).uppercased() + reason.dropFirst() + " (\(Sanitizer.line(path)))"
  }

  /// What else may be done where a damaged head says something that is not so: a copy lies there.
  private var restoring: String {
    guard offersRestoring else { return "" }
    return "; or run broadsheet doctor --restore-library where that is not so"
  }

  /// What to do about damage: a start makes an index anew, and restores what shows that it was a
  /// library.
  private var mending: String {
    let isMendedAtStart = path.hasSuffix(BriefIndex.fileName) || Library.isOurs(path)
    let first =
      isMendedAtStart
      ? "start broadsheet again to have it restored"
      : "run broadsheet doctor --restore-library if it was your library"
    return first + ", or see broadsheet doctor --check-library"
  }

  private var reason: String {
    switch self {
    case .folder(_, let why):
      "the folder for marks cannot be used (\(why)); check its permissions"
    case .wrongOwner:
      "belongs to another user, so marks are not kept there; change its owner"
    case .exposed:
      "others may write there, so marks are not kept; run chmod 700 on it"
    case .unwritable(_, let why):
      "marks cannot be kept (\(why)); check its permissions"
    case .indexUnwritable(_, let why):
      "the index cannot be brought up to date (\(why)); check its permissions"
    case .noFile(_, let what):
      "is \(what) and not a file; move it away"
    case .lost(_, let loss):
      "\(loss.words); start broadsheet again to have it restored, or run broadsheet doctor --restore-library"
    case .damaged:
      "is damaged or no library of marks; " + mending
    case .notPublished:
      "is something else than a published index and was left as it is; name another file, or move it away"
    case .indexRemade:
      "the index was damaged and is made anew; no mark was in it, and broadsheet index fills it"
    case .foreign:
      "is the database of another program; set another state path" + restoring
    case .newer(_, let version, let known):
      "is of version \(version), this program knows \(known); update broadsheet" + restoring
    case .replaced:
      "was moved or replaced while it was open, so marks are not kept; start broadsheet again"
    case .locked:
      "another program holds the file; try again when it has finished"
    case .diskFull:
      "cannot be written: the disk is full; free some space"
    case .noRoom(_, let why):
      "cannot be written: \(why)"
    case .uncopied(_, let why):
      "no copy was made (\(why))"
    case .unknownBrief(_, let record):
      "holds no brief \(record); open the brief again"
    case .failed(_, let why):
      "the library failed (\(why)); see broadsheet doctor --check-library if this happens again"
    }
  }
}
