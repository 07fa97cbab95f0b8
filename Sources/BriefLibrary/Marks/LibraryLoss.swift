import GRDB
import Glibc

/// A library that is not there any more, though there was one: what lies beside it tells.
package struct LibraryLoss: Sendable, Equatable, Codable {
  /// What tells that there was one, the most useful first.
  enum Trace: String, Codable { case replacement, copies, log, index }

  /// Whether a file without any bytes lies in its place.
  var isEmpty: Bool
  var trace: Trace

  /// Nil where the library is there, whatever is in it, and where there never was one.
  ///
  /// Another program may be making it just now: its file has bytes before its log has, so a trace
  /// counts only where the file still has none.
  package init?(library path: String) {
    let path = AbsolutePath.of(path)
    guard Self.isEmpty(path) != nil, let trace = Self.trace(of: path),
      let isEmpty = Self.isEmpty(path)
    else { return nil }
    self.init(isEmpty: isEmpty, trace: trace)
  }

  /// Whether a file without any bytes lies at a path, or nothing at all; nil for all else.
  private static func isEmpty(_ path: String) -> Bool? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return errno == ENOENT ? false : nil }
    return status.st_mode & S_IFMT == S_IFREG && status.st_size == 0 ? true : nil
  }

  init(isEmpty: Bool, trace: Trace) {
    self.isEmpty = isEmpty
    self.trace = trace
  }

  /// What is wrong with the file.
  var words: String { "\(isEmpty ? "has no bytes" : "is gone"), though \(traceWords) beside it" }

  private var traceWords: String {
    switch trace {
    case .replacement: "what was restored of it lies"
    case .copies: "copies of it lie"
    case .log: "its log lies"
    case .index: "an index of briefs lies"
    }
  }

  /// Whether its copies or its index tell that there was a library at a path, whatever lies there.
  static func isKnown(_ library: String) -> Bool {
    LibraryBackups(library: library).areThere || hasBriefs(BriefIndex.path(besideLibrary: library))
  }

  private static func trace(of library: String) -> Trace? {
    if LibraryReplacement(begunFor: library) != nil { return .replacement }
    if LibraryBackups(library: library).areThere { return .copies }
    if FileStamp(path: library + "-wal").map({ $0.size > 0 }) ?? false { return .log }
    return hasBriefs(BriefIndex.path(besideLibrary: library)) ? .index : nil
  }

  /// Whether an index has any: one without is made at the first start.
  private static func hasBriefs(_ index: String) -> Bool {
    let file = ReadOnlyFile(path: index, schema: .index)
    let found = try? file.read { try Bool.fetchOne($0, sql: "SELECT briefs > 0 FROM counts") }
    return (found ?? nil) ?? nil ?? false
  }
}
