import BriefModel
import Dispatch
import Synchronization

/// Reads files on all processors, one batch ahead of who takes them, so that the database and the
/// parser are at work at the same time.
final class ReadAhead: Sendable {
  /// A batch ends with the file that fills one of these. Each is one transaction: a larger one
  /// makes fewer and longer runs of words, which have to be merged less often, and a smaller one
  /// lets go of the index sooner.
  private static let fileLimit = 256
  private static let byteLimit: Int64 = 4 << 20

  private let batches: [ArraySlice<FileComparison.File>]
  private let bounds: ReadBounds?
  private let today: CalendarDate
  /// Whether texts are kept.
  private let keeps: Bool
  private let queue = DispatchQueue(label: "reading", qos: .utility)
  private let read = DispatchGroup()
  private let state = Mutex(State())

  private struct State {
    /// As many batches were begun.
    var begun = 0
    /// The batch that was begun last, when it is read.
    var batch: [IndexedFile] = []
  }

  init(
    _ files: [FileComparison.File], within bounds: ReadBounds? = nil, today: CalendarDate,
    keepingTexts: Bool = false
  ) {
    self.bounds = bounds
    keeps = keepingTexts
    batches = Self.batches(of: files)
    self.today = today
    begin()
  }

  /// The next files in order, those left out that have gone since they were found; nil at the end.
  func next() -> [IndexedFile]? {
    read.wait()
    let batch = state.withLock { state -> [IndexedFile]? in
      guard state.begun <= batches.count else { return nil }
      defer { state.batch = [] }
      return state.batch
    }
    if batch != nil { begin() }
    return batch
  }

  private func begin() {
    let number = state.withLock { state in
      defer { state.begun += 1 }
      return state.begun
    }
    guard number < batches.count else { return }
    queue.async(group: read) { [self] in
      let files = read(batches[number])
      state.withLock { $0.batch = files }
    }
  }

  private func read(_ files: ArraySlice<FileComparison.File>) -> [IndexedFile] {
    let start = files.startIndex
    let slots = Slots<IndexedFile>(count: files.count)
    DispatchQueue.concurrentPerform(iterations: files.count) { number in
      let file = IndexedFile(
        files[start + number], within: bounds, today: today, keepingText: keeps)
      if let file { slots.set(number, file) }
    }
    return slots.taken()
  }

  static func batches(
    of files: [FileComparison.File]
  ) -> [ArraySlice<FileComparison.File>] {
    var batches: [ArraySlice<FileComparison.File>] = []
    var start = 0
    var bytes: Int64 = 0
    for (index, file) in files.enumerated() {
      bytes += min(file.size, byteLimit)
      let end = index + 1
      guard bytes >= byteLimit || end - start == fileLimit || end == files.count else { continue }
      batches.append(files[start..<end])
      (start, bytes) = (end, 0)
    }
    return batches
  }
}

extension IndexedFile {
  /// Reads a file; nil where it has gone since it was found, which the next look will tell.
  fileprivate init?(
    _ file: FileComparison.File, within bounds: ReadBounds?, today: CalendarDate, keepingText: Bool
  ) {
    let path = Self.path(file.name, in: file.folder)
    // What is read may be newer than this, and then is read again: never the other way round.
    guard let stamp = FileStamp(path: path) else { return nil }
    let content = Result { () throws(BriefError) in
      let (brief, text) = try BriefLoader.loadWithText(path: path, within: bounds, today: today)
      return IndexedBrief(brief, text: keepingText ? text : nil)
    }
    if case .failure(let error) = content, error.reason == .missing { return nil }
    self.init(folder: file.folder, name: file.name, stamp: stamp, content: content)
  }
}
