import Foundation

@testable import BriefLibrary

/// A folder for one test, gone with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let made = FileManager.default.temporaryDirectory
      .appendingPathComponent("broadsheet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: made, withIntermediateDirectories: false)
    path = AbsolutePath.of(made.path)
  }

  deinit {
    chmod(path, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  var library: String { path + "/state/broadsheet/library.sqlite" }

  /// Writes a file, with the folders that it needs, and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String = "") throws -> String {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path + "/" + name).deletingLastPathComponent(),
      withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    return path + "/" + name
  }

  func move(_ from: String, to: String) throws {
    try FileManager.default.moveItem(atPath: path + "/" + from, toPath: path + "/" + to)
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
  }
}
