import BriefModel
import Foundation
import Testing

@testable import Audit

/// The folder of real briefs, where it is present.
enum RealBriefs {
  static let folder =
    ProcessInfo.processInfo.environment["BROADSHEET_BRIEFS"].flatMap { $0.isEmpty ? nil : $0 }
    ?? Sample.root.deletingLastPathComponent().appending(path: "shared/briefs").path()
  static var paths: [String] { (try? BriefFiles.paths(at: folder)) ?? [] }
}

@Suite("All real briefs", .enabled(if: !RealBriefs.paths.isEmpty, "the real briefs are absent"))
struct RealBriefTests {
  @Test("The commissioned brief is told what its writer can use, and nothing else")
  func commissioned() throws {
    let path = RealBriefs.folder + "/000_20d8a64b5ad4b8da.txt"
    let (brief, text) = try BriefLoader.loadWithText(path: path, today: today)
    let findings = Audit().findings(in: Manuscript(brief: brief, text: text, today: today))
    #expect(
      findings.map { "\($0.line) \($0.rule)" } == [
        "9 single-outlet-section", "13 single-outlet-section", "17 uncited-section",
      ])
  }

  @Test("Every finding stands in its file, and points at the bytes of its line")
  func places() throws {
    for path in RealBriefs.paths {
      let (brief, text) = try BriefLoader.loadWithText(path: path, today: today)
      let manuscript = Manuscript(brief: brief, text: text, today: today)
      for finding in Audit().findings(in: manuscript) {
        let place = manuscript.lines.position(of: finding.range.lowerBound)
        #expect(place.line == finding.line && place.column == finding.column, "\(path)")
        #expect(finding.range.upperBound <= text.count, "\(path):\(finding.line)")
        #expect(Sanitizer.isClean(finding.message), "\(path):\(finding.line)")
      }
    }
  }
}
