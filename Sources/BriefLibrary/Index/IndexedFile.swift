import BriefModel

/// A file that was found and read, whatever came of it.
struct IndexedFile: Sendable {
  /// Absolute, without links.
  var folder: String
  var name: String
  var stamp: FileStamp
  var content: Result<IndexedBrief, BriefError>

  var path: String { Self.path(name, in: folder) }

  /// The folder and the name of an absolute path; nil for what is none.
  static func parts(of path: String) -> (folder: String, name: String)? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  static func path(_ name: String, in folder: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }
}
