import BriefModel
import GRDB
import Glibc

/// Where a folder with briefs was found.
struct FolderPlace: Equatable {
  /// The folder of the library in which it was found, be it by a link.
  var root: String
  /// The number of its file system.
  var device: Int64

  /// The folder at which a disk is not mounted any more, on which a folder was: the folder itself or
  /// the nearest above it that is there, where that is on another file system. Nil where it is on
  /// the same: then the folder is gone.
  func missingMount(of path: String) -> String? {
    var path = path
    var status = stat()
    while stat(path, &status) != 0 {
      guard let folder = path.folderAndName?.folder, folder != "/" else { return nil }
      path = folder
    }
    return Int64(bitPattern: UInt64(status.st_dev)) == device ? nil : path
  }

  /// All that an index knows, by path.
  static func all(_ db: Database) throws -> [String: FolderPlace] {
    var places: [String: FolderPlace] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT path, root, device FROM place")
    while let row = try rows.next() {
      places[try row.decode(atIndex: 0)] = FolderPlace(
        root: try row.decode(atIndex: 1), device: try row.decode(atIndex: 2))
    }
    return places
  }
}

extension IndexWriter {
  /// Takes note of where folders are.
  func put(_ places: [String: FolderPlace]) throws {
    for (path, place) in places {
      try run(
        "REPLACE INTO place (path, root, device) VALUES (?, ?, ?)",
        [path, place.root, place.device])
    }
  }
}
