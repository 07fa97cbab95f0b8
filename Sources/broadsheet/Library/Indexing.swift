import BriefLibrary
import BriefModel
import Glibc
import Reader

/// All of `broadsheet index`: brings the index up to date, and tells how far it is.
struct Indexing {
  var isQuiet = false
  /// Whether others are shown the index, who are not to see what lies outside of the folders.
  var isPublished = false
  /// Whose settings hold.
  var given = GivenReader()

  func run(_ publishing: Publishing? = nil) throws {
    let files = try OpenLibrary(given: given)
    // Of folders that were removed the briefs go too.
    guard try !files.folders.isEmpty || files.index.counts().briefs > 0 else {
      throw Refusal.noFolders
    }
    files.library.backUpDaily()
    guard var end = try pass(files, files.folders) else { throw Refusal.busy }
    // Those, too, that have not changed since an earlier run.
    end.unreadable = try files.index.unreadableFiles()
    if let publishing { try files.index.publish(to: publishing.path, from: files.library) }
    try tell(end, files)
  }

  /// Brings the index up to date once; nil where another process is at it. One that turns out to
  /// be damaged is made anew, which is told.
  func pass(
    _ files: OpenLibrary, _ folders: [String], _ scope: IndexScope = .all,
    until isEnding: () -> Bool = { false }
  ) throws -> IndexProgress? {
    do {
      return try look(through: folders, scope, files, until: isEnding)
    } catch let error as LibraryError where error == .indexRemade(path: error.path) {
      Failure.tell(error.description)
      return try look(through: folders, .all, files, until: isEnding)
    }
  }

  private func look(
    through folders: [String], _ scope: IndexScope, _ files: OpenLibrary,
    until isEnding: () -> Bool
  ) throws -> IndexProgress? {
    var line = ProgressLine(isQuiet: isQuiet, isDumb: files.setup.isDumb)
    defer { line.clear() }
    var indexer = Indexer(
      index: files.index, library: files.library, today: try .today(),
      archiving: files.setup.settings.archive,
      confined: isConfined(files))
    return try indexer.run(folders: folders, scope: scope) { progress in
      line.show(progress)
      return !isEnding()
    }
  }

  /// Whether what lies outside of the folders is left alone.
  func isConfined(_ files: OpenLibrary) -> Bool {
    isPublished || files.setup.publishedIndex != nil
  }

  /// Says what was done, and what could not be.
  func tell(_ end: IndexProgress, _ files: OpenLibrary) throws {
    end.problems.forEach(Failure.tell)
    guard !isQuiet else { return }
    let counts = try files.index.counts()
    StandardOutput.prepare()
    try StandardOutput.write(
      "\(Count.of(counts.briefs, "brief")), \(Count.of(end.done, "file")) read, \(end.gone - end.elsewhere) gone\n"
    )
  }
}

/// A line on standard error that is written over itself; nothing where that is no terminal, or one
/// that obeys nothing.
struct ProgressLine {
  private let isShown: Bool
  private var last = 0.0

  init(isQuiet: Bool, isDumb: Bool) {
    isShown = !isQuiet && !isDumb && isatty(STDERR_FILENO) == 1
  }

  /// Shows how far it is, ten times a second at most.
  mutating func show(_ progress: IndexProgress) {
    guard isShown, progress.seconds - last >= 0.1 else { return }
    last = progress.seconds
    put(progress.sentence)
  }

  func clear() {
    if isShown { put("") }
  }

  private func put(_ text: String) {
    StandardError.write("\r\u{1B}[K\(text)")
  }
}
