package import BriefModel
import Dispatch
import Glibc

/// Brings an index up to date with the files of some folders.
///
/// Only files whose size, time or inode changed are read, the newest first. What was read is in the
/// index after each batch, so that an indexer that was stopped or killed goes on where it was.
package struct Indexer {
  /// As many files are read at once; between batches it may be stopped.
  private static let batch = 64

  private let index: BriefIndex
  private let library: Library?
  private let today: CalendarDate
  private var progress = IndexProgress()
  private let start = DispatchTime.now().uptimeNanoseconds

  /// `library` tells which of the briefs were read; without one they count as unread.
  package init(index: BriefIndex, library: Library?, today: CalendarDate) {
    self.index = index
    self.library = library
    self.today = today
  }

  /// Looks through the folders and reads what changed; nil where another process is at it.
  ///
  /// `report` is called after each batch and may return false to stop; so may `goesOn` before each
  /// folder.
  package mutating func run(
    folders: [String], goesOn: () -> Bool = { true }, report: (IndexProgress) -> Bool
  ) throws(LibraryError) -> IndexProgress? {
    guard let lock = try IndexLock(path: index.path) else { return nil }
    defer { withExtendedLifetime(lock) {} }
    if let library { try index.takeMarks(from: library) }
    var comparison = FileComparison()
    let missing = try index.read { db in
      try comparison.compare(folders, with: db, goesOn: goesOn)
    }
    guard let missing else { return progress }
    progress.missing = missing
    progress.total = comparison.changed.count
    guard report(progress), try read(comparison.changed, report) else { return progress }
    try remove(comparison.gone)
    progress.seconds = elapsed
    _ = report(progress)
    return progress
  }

  private var elapsed: Double {
    Double(DispatchTime.now().uptimeNanoseconds - start) / 1_000_000_000
  }

  private mutating func read(
    _ files: [FileComparison.File], _ report: (IndexProgress) -> Bool
  ) throws(LibraryError) -> Bool {
    for start in stride(from: 0, to: files.count, by: Self.batch) {
      let batch = Self.read(files[start..<min(files.count, start + Self.batch)], today: today)
      try put(batch)
      progress.done += batch.count
      progress.seconds = elapsed
      guard report(progress) else { return false }
    }
    return true
  }

  /// Reads files on all processors.
  private static func read(
    _ files: ArraySlice<FileComparison.File>, today: CalendarDate
  ) -> [IndexedFile] {
    let start = files.startIndex
    let slots = Slots<IndexedFile>(count: files.count)
    DispatchQueue.concurrentPerform(iterations: files.count) { number in
      if let file = IndexedFile(files[start + number], today: today) { slots.set(number, file) }
    }
    return slots.taken()
  }

  private mutating func put(_ files: [IndexedFile]) throws(LibraryError) {
    let keys = files.compactMap { file -> BriefKey? in
      guard case .success(let content) = file.content else { return nil }
      return BriefKey(path: file.path, fingerprint: content.fingerprint)
    }
    // A mark that comes between this and the rows of its brief is taken over once more.
    let touched = try library?.lastTouched() ?? 0
    var records = try library?.follow(keys)[...] ?? []
    try index.write { db in
      let writer = IndexWriter(db: db)
      let meta = IndexMeta(db: db)
      try meta.set(.touched, min(touched, meta.number(.touched)))
      for file in files {
        let isRead = (try? file.content.get()) != nil
        let record = isRead ? records.popFirst() : nil
        try writer.put(file, record: record ?? ReadingRecord())
      }
    }
    for file in files {
      progress.bytes += file.stamp.size
      guard case .failure(let error) = file.content else { continue }
      progress.failed += 1
      progress.failure = error.description
    }
  }

  private mutating func remove(_ files: [FileComparison.Gone]) throws(LibraryError) {
    guard !files.isEmpty else { return }
    try index.write { db in
      for file in files { try IndexWriter(db: db).remove(file.name, in: file.folder) }
    }
    progress.gone = files.count
  }
}

extension IndexedFile {
  /// Reads a file; nil where it has gone since it was found, which the next look will tell.
  fileprivate init?(_ file: FileComparison.File, today: CalendarDate) {
    let path = file.folder == "/" ? "/" + file.name : file.folder + "/" + file.name
    // What is read may be newer than this, and then is read again: never the other way round.
    guard let stamp = FileStamp(path: path) else { return nil }
    let content = Result { () throws(BriefError) in
      IndexedBrief(try BriefLoader.load(path: path, today: today))
    }
    if case .failure(let error) = content, error.reason == .missing { return nil }
    self.init(folder: file.folder, name: file.name, stamp: stamp, content: content)
  }
}
