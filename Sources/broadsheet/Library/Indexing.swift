import BriefLibrary
import BriefModel
import Glibc

/// All of `broadsheet index`: brings the index up to date, and tells how far it is.
struct Indexing {
  func run() throws {
    let files = try OpenLibrary()
    guard !files.folders.isEmpty else { throw Refusal.noFolders }
    files.backUpDaily()
    var line = ProgressLine()
    var indexer = Indexer(index: files.index, library: files.library, today: files.today)
    let end = try indexer.run(folders: files.folders) { progress in
      line.show(progress)
      return true
    }
    line.clear()
    guard let end else { throw Refusal.busy }
    for folder in end.missing {
      Failure.tell(
        "\(Sanitizer.line(folder)): cannot be looked into; what the index has of it stays")
    }
    if end.failed > 0, let failure = end.failure {
      Failure.tell("\(end.failed) files could not be read; the last: \(failure)")
    }
    let counts = try files.index.counts()
    StandardOutput.prepare()
    try StandardOutput.write(
      Array("\(counts.briefs) briefs, \(end.done) files read, \(end.gone) gone\n".utf8))
  }
}

/// A line on standard error that is written over itself; nothing where that is no terminal.
struct ProgressLine {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var last = 0.0

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
    let line = Array("\r\u{1B}[K\(text)".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

extension IndexProgress {
  /// Files done, the rate and the time left.
  var sentence: String {
    guard total > 0 else { return "Looking for what changed" }
    let rate = seconds > 0 ? Int(Double(done) / seconds) : 0
    let left = secondsLeft.map { ", \(Self.duration($0)) left" } ?? ""
    return "Reading \(done) of \(total) files, \(rate) a second\(left)"
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
