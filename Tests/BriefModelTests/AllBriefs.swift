@testable import BriefModel

/// Every text that tests may try: all fixtures, and the real briefs where they are.
enum AllBriefs {
  static var fixtureFolder: String {
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fixtures"
  }

  /// The paths of the fixtures, then those of the real briefs.
  static var paths: [String] {
    ((try? BriefFiles.paths(at: fixtureFolder)) ?? []) + RealBriefs.paths
  }

  /// The brief of a file, with the decoded bytes in which its ranges count.
  static func read(_ path: String) throws -> (brief: Brief, text: [UInt8]) {
    let bytes = RealBriefs.bytes(path)
    let brief = try BriefParser.parse(
      bytes: bytes, path: path, modified: nil, today: RealBriefs.today)
    return (brief, try TextDecoding(bytes, path: path).bytes)
  }
}
