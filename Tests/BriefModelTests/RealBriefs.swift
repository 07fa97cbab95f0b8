import Glibc

@testable import BriefModel

/// The folder of real briefs that tests read where it is present.
enum RealBriefs {
  static let today = day(2026, 11, 23)

  static var folder: String {
    if let folder = getenv("BROADSHEET_BRIEFS").map({ String(cString: $0) }), !folder.isEmpty {
      return folder
    }
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(root)/../shared/briefs"
  }

  /// The paths of all briefs; empty where the folder is absent, which tests take as a reason to
  /// do nothing.
  static var paths: [String] { (try? BriefFiles.paths(at: folder)) ?? [] }

  static func bytes(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return bytes
  }
}

func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
  guard let date = CalendarDate(year: year, month: month, day: day) else {
    preconditionFailure("no such day: \(year)-\(month)-\(day)")
  }
  return date
}

/// Parses a text as a brief of the day 2026-11-23.
func brief(_ text: String, path: String = "brief.md") throws -> Brief {
  try BriefParser.parse(
    bytes: Array(text.utf8), path: path, modified: nil, today: RealBriefs.today)
}
