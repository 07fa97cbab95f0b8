import Glibc

@testable import BriefModel

/// A text in `Tests/Fixtures/Parsing` and the dump of the brief that it must give.
struct Fixture: Sendable, CustomStringConvertible {
  let name: String
  let markdown: String
  let expected: String

  var description: String { name }
}

enum Fixtures {
  static var folder: String {
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fixtures/Parsing"
  }

  /// All fixtures, by name; each is `name.md` with `name.dump` beside it.
  static var all: [Fixture] {
    let paths = (try? BriefFiles.paths(at: folder)) ?? []
    return paths.map { path in
      let stem = path.dropLast(3)
      return Fixture(
        name: String(stem.split(separator: "/").last ?? ""), markdown: text(path),
        expected: text(stem + ".dump"))
    }
  }

  private static func text(_ path: some StringProtocol) -> String {
    String(decoding: RealBriefs.bytes(String(path)), as: UTF8.self)
  }

  /// Writes a dump anew; only where `BROADSHEET_RECORD` is set.
  static func record(_ dump: String, for fixture: Fixture) {
    guard let file = fopen("\(folder)/\(fixture.name).dump", "w") else { return }
    fputs(dump, file)
    fclose(file)
  }

  static var isRecording: Bool { getenv("BROADSHEET_RECORD") != nil }
}
