import BriefModel

/// A file that was found and read, whatever came of it.
struct IndexedFile: Sendable {
  /// Absolute, without links.
  var folder: String
  var name: String
  var stamp: FileStamp
  var content: Result<IndexedBrief, BriefError>

  var path: String { Self.path(name, in: folder) }

  static func path(_ name: String, in folder: String) -> String {
    folder == "/" ? "/" + name : folder + "/" + name
  }
}
