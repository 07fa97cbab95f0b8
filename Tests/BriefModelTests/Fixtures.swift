import Glibc

@testable import BriefModel

/// A text in `Tests/Fixtures` and the dump of the brief that it must give.
struct Fixture: Sendable, CustomStringConvertible {
  let name: String
  /// The path of the dump.
  let dump: String
  let markdown: String
  let expected: String

  var description: String { name }
}

enum Fixtures {
  private static var folder: String {
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fixtures/"
  }

  /// All fixtures, by name: `Parsing/name.md` with `name.dump` beside it, and for each shape of
  /// citation a folder `Shapes/shape` with `input.md` and `model.dump`.
  static var all: [Fixture] {
    let parsing = paths("Parsing").map { path in
      fixture(path, name: folders(of: path, 1), dump: path.dropLast(3) + ".dump")
    }
    return parsing + shapes
  }

  /// The fixtures of the shapes of citations.
  static var shapes: [Fixture] {
    paths("Shapes").map { path in
      fixture(
        path, name: folders(of: path, 2), dump: path.dropLast("input.md".count) + "model.dump")
    }
  }

  private static func paths(_ name: String) -> [String] {
    (try? BriefFiles.paths(at: folder + name)) ?? []
  }

  private static func fixture(_ path: String, name: String, dump: String) -> Fixture {
    Fixture(name: name, dump: dump, markdown: text(path), expected: text(dump))
  }

  /// The last parts of a path, without the extension or the file's name.
  private static func folders(of path: String, _ count: Int) -> String {
    let parts = path.split(separator: "/").suffix(count)
    return String(parts.first?.prefix { $0 != "." } ?? "")
  }

  private static func text(_ path: some StringProtocol) -> String {
    String(decoding: RealBriefs.bytes(String(path)), as: UTF8.self)
  }

  /// Writes a dump anew; only where `BROADSHEET_RECORD` is set.
  static func record(_ dump: String, for fixture: Fixture) {
    guard let file = fopen(fixture.dump, "w") else { return }
    fputs(dump, file)
    fclose(file)
  }

  static var isRecording: Bool { getenv("BROADSHEET_RECORD") != nil }
}
