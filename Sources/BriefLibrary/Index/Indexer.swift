package import BriefModel
import Dispatch

/// Brings an index up to date with the files of some folders.
///
/// Only files whose size, time or inode changed are read, the newest first. What was read is in the
/// index after each batch, so that an indexer that was stopped or killed goes on where it was.
package struct Indexer {
  let index: BriefIndex
  let library: Library?
  let today: CalendarDate
  let archives: Bool
  /// Whether only what lies in the folders is read, and not what links in them lead to elsewhere.
  let isConfined: Bool
  private(set) var progress = IndexProgress()
  private var movedFiles: MovedFiles?
  /// Where files lay that were found elsewhere with another text.
  private var moved: Set<String> = []
  private let start = DispatchTime.now().uptimeNanoseconds

  /// `library` tells which of the briefs were read; without one they count as unread. With
  /// `archiving` those whose files are gone are kept. With `confined` links are followed as far as
  /// they lead into the folders, and what else was indexed before goes.
  package init(
    index: BriefIndex, library: Library?, today: CalendarDate, archiving: Bool = false,
    confined: Bool = false
  ) {
    isConfined = confined
    archives = archiving && library != nil
    self.index = index
    self.library = library
    self.today = today
  }

  /// Looks through the folders and reads what changed; nil where another process is at it.
  ///
  /// With a `scope` of some folders only these are looked through, as far as that tells all that
  /// changed in them.
  ///
  /// `report` is called after each batch and may return false to stop; so may `goesOn` before each
  /// folder.
  package mutating func run(
    folders: [String], scope: IndexScope = .all, goesOn: () -> Bool = { true },
    report: (IndexProgress) -> Bool
  ) throws(LibraryError) -> IndexProgress? {
    guard let lock = try IndexLock(path: index.path) else { return nil }
    defer { withExtendedLifetime(lock) {} }
    if let library { try index.takeMarks(from: library) }
    try index.prepareForWriting()
    defer { index.endWriting() }
    guard let (comparison, missing) = try compare(folders, scope, goesOn) else { return progress }
    progress.missing = missing
    if !comparison.places.isEmpty {
      try index.write { db in try IndexWriter(db: db).put(comparison.places) }
    }
    progress.total = comparison.changed.count
    movedFiles = try movedFiles(comparison)
    guard report(progress), try read(comparison.changed, in: folders, report) else {
      return progress
    }
    try remove(comparison.gone, folders)
    if comparison.isWhole { try settle(folders, missing, report) }
    progress.seconds = elapsed
    _ = report(progress)
    return progress
  }

  /// What differs from the index, and what could not be looked into; nil where it is to stop.
  private func compare(
    _ folders: [String], _ scope: IndexScope, _ goesOn: () -> Bool
  ) throws(LibraryError) -> (FileComparison, [UnseenFolder])? {
    if case .folders(let paths) = scope {
      var comparison = FileComparison(needingTexts: archives, within: bounds(folders))
      let isEnough = try index.read { db in
        try comparison.compare(only: paths, of: folders, with: db)
      }
      if isEnough { return (comparison, []) }
    }
    var comparison = FileComparison(needingTexts: archives, within: bounds(folders))
    let missing = try index.read { db in
      try comparison.compare(folders, with: db, goesOn: goesOn)
    }
    return missing.map { (comparison, $0) }
  }

  private func bounds(_ folders: [String]) -> LibraryRoots? {
    isConfined ? LibraryRoots(folders) : nil
  }

  /// Files that were links' names when they were found may be links when they are read.
  func readBounds(_ folders: [String]) -> ReadBounds? { isConfined ? ReadBounds(folders) : nil }

  /// What of the files that are gone may lie elsewhere; nil where none can, or nothing is kept.
  private func movedFiles(_ comparison: FileComparison) throws(LibraryError) -> MovedFiles? {
    guard library != nil, !comparison.gone.isEmpty, !comparison.changed.isEmpty else { return nil }
    let files = try index.read { db in
      try MovedFiles(comparison.gone, found: comparison.inodes, db)
    }
    return files.isEmpty ? nil : files
  }

  /// Tells the library which of some files lay elsewhere before, so that their marks follow them as
  /// those of files that are rewritten.
  private mutating func follow(_ files: [IndexedFile]) throws(LibraryError) {
    guard let library, var left = movedFiles else { return }
    let moves = try index.read { db in
      try files.compactMap { file in
        try left.takeOrigin(of: file, db).map { FileMove(from: $0, to: file.path) }
      }
    }
    movedFiles = left
    guard !moves.isEmpty else { return }
    try library.learn(index.earlier(at: moves.map(\.from)))
    try library.follow(moves)
    moved.formUnion(moves.map(\.from))
  }

  /// What is done once the index has all of the folders.
  private func settle(
    _ folders: [String], _ missing: [UnseenFolder], _ report: (IndexProgress) -> Bool
  ) throws(LibraryError) {
    try settleArchive(folders)
    // Of a folder that is missing the files cannot be read once more.
    if !missing.contains(where: \.mayHoldBriefs) { try renewWords(folders, report) }
    EarlierIndices(besideIndex: index.path)?.remove()
  }

  var elapsed: Double {
    Double(DispatchTime.now().uptimeNanoseconds - start) / 1_000_000_000
  }

  private mutating func read(
    _ files: [FileComparison.File], in folders: [String], _ report: (IndexProgress) -> Bool
  ) throws(LibraryError) -> Bool {
    let batches = ReadAhead(
      files, within: readBounds(folders), today: today, keepingTexts: archives)
    while let batch = batches.next() {
      try put(batch)
      progress.done += batch.count
      progress.seconds = elapsed
      guard report(progress) else { return false }
    }
    return true
  }

  /// Tells the library what files hold now.
  private func follow(
    _ keys: [BriefKey], of files: [IndexedFile]
  ) throws(LibraryError) -> [ReadingRecord] {
    guard let library else { return [] }
    let known = try index.known(keys.map(\.fingerprint))
    let now = Dictionary(keys.map { ($0.path, $0.fingerprint) }) { first, _ in first }
    let earlier = try index.earlier(at: files.map(\.path)).filter { now[$0.path] != $0.fingerprint }
    return try library.follow(keys, known: known, earlier: earlier)
  }

  private mutating func put(_ files: [IndexedFile]) throws(LibraryError) {
    let keys = files.compactMap { file -> BriefKey? in
      guard case .success(let content) = file.content else { return nil }
      return BriefKey(
        path: file.path, fingerprint: content.fingerprint, parts: content.summary.parts)
    }
    try follow(files)
    // A mark that comes between this and the rows of its brief is taken over once more.
    let touched = try library?.lastTouched() ?? 0
    var records = try follow(keys, of: files)[...]
    try index.write { db in
      let writer = IndexWriter(db: db)
      let meta = IndexMeta(db: db)
      try meta.set(.touched, min(touched, meta.number(.touched)))
      let words = try files.compactMap { file in
        let isRead = (try? file.content.get()) != nil
        let record = isRead ? records.popFirst() : nil
        return try writer.put(file, record: record ?? ReadingRecord())
      }
      try words.forEach(writer.put)
    }
    for file in files {
      guard case .failure(let error) = file.content else { continue }
      progress.unreadable.add(error.description)
    }
  }

  /// Takes out files that are in the folders no more, with their briefs where nothing else holds them.
  mutating func remove(
    _ files: [FileComparison.Gone], _ folders: [String]
  ) throws(LibraryError) {
    let lost = files.filter { !moved.contains($0.path) }
    if !moved.isEmpty {
      try index.write { db in
        for file in files where moved.contains(file.path) {
          try IndexWriter(db: db).remove(file.name, in: file.folder)
        }
      }
    }
    for start in stride(from: 0, to: lost.count, by: 64) {
      let batch = lost[start..<min(lost.count, start + 64)]
      try library?.learn(index.earlier(at: batch.map(\.path), withCopies: true))
      try library?.leave(batch.map(\.path))
      let kept = try archive(batch, folders)
      try library?.leave(zip(batch, kept).filter(\.1).map(\.0.path), archived: true)
      progress.elsewhere += try index.write { db in
        let writer = IndexWriter(db: db)
        var elsewhere = 0
        for (file, isKept) in zip(batch, kept) {
          elsewhere += try writer.liesElsewhere(file.name, in: file.folder) ? 1 : 0
          if isKept {
            try writer.archive(file.name, in: file.folder)
          } else {
            try writer.remove(file.name, in: file.folder)
          }
        }
        return elsewhere
      }
    }
    progress.gone = files.count
    progress.elsewhere += files.count - lost.count
  }
}
