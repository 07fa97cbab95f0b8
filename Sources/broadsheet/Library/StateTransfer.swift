import BriefLibrary
import BriefModel
import Glibc
import Reader

/// All of `broadsheet export` and `import`.
struct StateTransfer {
  /// The most bytes that are read.
  private static let sizeLimit = 1 << 28

  var reader = GivenReader()

  /// Writes the state to a file, or to standard output.
  func export(to file: String?) throws {
    let setup = try Setup(of: reader)
    // A name that was mistyped is none of a reader of whom nothing was kept.
    if setup.reader != nil { _ = try setup.existingLibrary() }
    let state = try setup.library(toRead: true, today: .today()).state()
    StandardOutput.prepare()
    guard let file, file != "-" else { return try StandardOutput.write(state.json, as: .json) }
    try PrivateFile(path: file).replace(with: state.json) { Self.isExport(file) }
    try StandardOutput.write("\(Sanitizer.line(file)): \(Count.of(state.briefs.count, "brief"))\n")
  }

  /// Takes over what is newer in a file; one with a mistake is refused whole.
  func take(from file: String) throws {
    let bytes = try read(file)
    let state: LibraryState
    do throws(JSONMistake) {
      state = try LibraryState(json: bytes)
    } catch {
      throw Refusal.data("\(Sanitizer.line(file)):\(error); nothing was taken over")
    }
    // What came through a pipe is read once.
    let changes = try LibraryRetry.run { try take(state) }
    StandardOutput.prepare()
    try StandardOutput.write(
      "\(Count.of(state.briefs.count, "brief")); new \(changes.marks == 1 ? "is" : "are") "
        + "\(Count.of(changes.marks, "mark")), and the star or place of "
        + "\(changes.briefs)\n")
  }

  /// Takes over what is newer; an index of one's own gets to know it.
  private func take(_ state: LibraryState) throws -> StateChanges {
    let setup = try Setup(of: reader)
    let library = try setup.library(today: .today())
    library.backUpDaily()
    let changes = try library.take(state)
    if setup.publishedIndex == nil {
      _ = try? setup.ownIndex(toRead: false, of: library).takeMarks(from: library)
    }
    library.backUpDaily()
    return changes
  }

  /// Whether a file is an export, which another may replace.
  private static func isExport(_ file: String) -> Bool {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let head = Array("{\"schema\":\"\(LibraryState.schema)\"".utf8)
    var bytes = [UInt8](repeating: 0, count: head.count)
    return Glibc.read(descriptor, &bytes, bytes.count) == head.count && bytes == head
  }

  private func read(_ file: String) throws(Refusal) -> [UInt8] {
    let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    let shown = Sanitizer.line(file)
    guard descriptor >= 0 else {
      throw .missing("\(shown): cannot be read (\(String(cString: strerror(errno))))")
    }
    defer { if file != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw .missing("\(shown): cannot be read (\(String(cString: strerror(errno))))")
      }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= Self.sizeLimit else {
        throw .data("\(shown): has more than \(Self.sizeLimit) bytes; is it an export?")
      }
    }
  }
}
