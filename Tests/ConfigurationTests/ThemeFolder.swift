import Foundation

@testable import Configuration

/// A folder of a user's themes for one test, gone with it.
final class ThemeFolder {
  let path: String

  init(_ themes: [String: String]) throws {
    path = FileManager.default.temporaryDirectory.path + "/broadsheet-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    for (name, text) in themes {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name).toml"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Loads a theme; the problems come without the folder's path.
  func load(_ name: String) -> (loaded: ThemeCatalog.Loaded, problems: [String]) {
    let loaded = ThemeCatalog(folder: path).load(name)
    return (
      loaded,
      loaded.problems.map { $0.description.replacingOccurrences(of: path + "/", with: "") }
    )
  }
}
