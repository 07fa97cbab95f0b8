import BriefModel
import Glibc

/// The texts of the fixtures.
enum FuzzSeeds {
  static let briefs: [[UInt8]] = ["Parsing", "Shapes", "Check"].flatMap { folder in
    ((try? BriefFiles.paths(at: fixtures + folder)) ?? []).map { content($0) }
  }

  private static let fixtures =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fixtures/"

  private static func content(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes[..<count])
  }
}
