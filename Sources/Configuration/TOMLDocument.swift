import BriefModel
import Synchronization
import TOMLKit

/// A parsed TOML file that knows the line of each of its keys.
package struct TOMLDocument: Sendable {
  package let file: String
  package let root: [String: TOMLNode]
  private let lines: KeyLines

  /// Parses the bytes of a file; what is no TOML is thrown with its line.
  package init(_ bytes: [UInt8], file: String) throws(ConfigurationProblem) {
    self.file = file
    if let line = Self.lineOfBadByte(bytes) {
      throw ConfigurationProblem(file: file, line: line, "holds bytes that are not text in UTF-8")
    }
    if let problem = TOMLGuard.problem(in: bytes) {
      throw ConfigurationProblem(
        file: file, line: problem.line, "is not valid TOML: \(problem.text)")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      root = TOMLConversion.table(try TOMLTable(string: text))
    } catch let error as TOMLParseError {
      throw ConfigurationProblem(
        file: file, line: error.source.begin.line, "is not valid TOML: \(error.description)")
    } catch {
      throw ConfigurationProblem(file: file, "is not valid TOML: \(error)")
    }
    lines = KeyLines(bytes)
  }

  /// Whether a key stands in it.
  package func sets(_ path: [String]) -> Bool {
    var node = TOMLNode.table(root)
    for name in path {
      guard case .table(let table) = node, let next = table[name] else { return false }
      node = next
    }
    return true
  }

  /// 1-based line of a key or table; that of what holds it where it has none of its own.
  ///
  /// The text is looked through when the first is asked for: lines are needed when something is
  /// wrong, and not at the start of the program when all is well.
  package func line(of path: [String]) -> Int? { lines.all.line(of: path) }

  /// A problem with the value of a key.
  package func problem(_ path: [String], _ text: String) -> ConfigurationProblem {
    ConfigurationProblem(file: file, line: line(of: path), text, setting: path)
  }

  /// The parser reads up to a NUL, and takes its text for granted.
  private static func lineOfBadByte(_ bytes: [UInt8]) -> Int? {
    let lineAt = { (index: Int) in 1 + bytes[..<index].count { $0 == 0x0A } }
    if let nul = bytes.firstIndex(of: 0) { return lineAt(nul) }
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var index = 0
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return lineAt(index) }
      index += part.count + 1
    }
    return nil
  }
}

/// The lines of a document's keys, from the first time that one is asked for.
private final class KeyLines: Sendable {
  private let bytes: [UInt8]
  private let found = Mutex<TOMLLines?>(nil)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var all: TOMLLines {
    found.withLock { found in
      if let found { return found }
      let lines = TOMLLines(bytes)
      found = lines
      return lines
    }
  }
}
