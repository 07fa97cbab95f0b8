/// A path as the system takes it: bytes that slashes part, whatever follows one.
///
/// To Swift a slash with a combining mark behind it is another character than a slash, and two
/// strings are equal where Unicode says that they mean the same; to the system they are two names.
extension String {
  private static let slash = UInt8(ascii: "/")

  /// Whether the path begins at the root.
  package var isAbsolutePath: Bool { utf8.first == Self.slash }

  /// The names on the way, without the slashes.
  package var pathParts: [Substring] {
    utf8.split(separator: Self.slash).map { Substring($0) }
  }

  /// The last part; empty for the root.
  package var pathName: Substring {
    utf8.split(separator: Self.slash).last.map { Substring($0) } ?? ""
  }

  /// What stands before the last slash, the root with it, and what stands after; nil without one.
  package var folderAndName: (folder: String, name: String)? {
    guard let slash = utf8.lastIndex(of: Self.slash) else { return nil }
    let folder = slash == startIndex ? "/" : String(self[..<slash])
    return (folder, String(self[utf8.index(after: slash)...]))
  }

  /// Another file in the same folder, by its name.
  package func sibling(named name: String) -> String {
    guard let slash = utf8.lastIndex(of: Self.slash) else { return name }
    return String(self[..<slash]) + "/" + name
  }

  /// Whether both are the same path, byte by byte.
  package func isPath(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// What follows the path of a folder, where this is the path of something below it.
  package func path(below folder: String) -> Substring? {
    let start = folder.utf8.last == Self.slash ? folder : folder + "/"
    guard utf8.starts(with: start.utf8) else { return nil }
    return Substring(utf8.dropFirst(start.utf8.count))
  }
}
