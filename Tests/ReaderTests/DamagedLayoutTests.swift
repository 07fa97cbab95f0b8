import BriefModel
import Cells
import Foundation
import Testing

@testable import Reader

/// Lays out what a stranger could have written.
@Suite struct DamagedLayoutTests {
  /// The fixtures, and real briefs where the folder of them is.
  private static let seeds: [[UInt8]] = {
    let given = ProcessInfo.processInfo.environment["BROADSHEET_BRIEFS"] ?? ""
    let root = Reading.fixtures.deletingLastPathComponent().deletingLastPathComponent()
    let real = given.isEmpty ? root.appending(path: "../shared/briefs").path : given
    let folders = [real, Reading.fixtures.path]
    return folders.flatMap { (try? BriefFiles.paths(at: $0)) ?? [] }.compactMap {
      (try? Data(contentsOf: URL(filePath: $0))).map(Array.init)
    }
  }()

  /// What opens blocks and links, and what is wide, long or of no width.
  private static let pieces = [
    "> ", "- ", "1. ", "999999999. ", "    ", "\n\n", "# ", "|", "|---|\n", "```\n", "[", "](#a)",
    "](b.md)", "[](#a)", "](https://a.example/x)", "![", "**", "`", "<br>", "漢字、", "e\u{301}",
    "👩‍🚀", "x" + String(repeating: "y", count: 90), "  \n", "---\n",
  ].map { Array($0.utf8) }

  private static func damaged(_ random: inout SeededNumbers) -> [UInt8] {
    let seed = seeds[random.below(seeds.count)]
    let start = random.below(max(1, seed.count - 300))
    var bytes = Array("# T\n\n".utf8 + seed[start..<min(seed.count, start + 300)])
    for _ in 0...random.below(12) {
      let piece = pieces[random.below(pieces.count)]
      let times = random.below(4) == 0 ? random.below(40) : 1
      let place = random.below(bytes.count + 1)
      bytes.insert(contentsOf: Array(repeatElement(piece, count: times).joined()), at: place)
    }
    return bytes
  }

  @Test func noLineOf10000DamagedBriefsIsWiderThanTheMeasure() throws {
    let today = try #require(CalendarDate(year: 2026, month: 3, day: 13))
    var random = SeededNumbers(seed: 5)
    for round in 0..<10_000 {
      let bytes = Self.damaged(&random)
      let brief = try? BriefParser.parse(bytes: bytes, path: "b", modified: nil, today: today)
      guard let brief else { continue }
      let width = 20 + random.below(80)
      var builder = TextLayoutBuilder(
        brief: brief, width: width, isASCII: false, breaking: LineBreaking())
      let layout = builder.build()
      let wide = layout.lines.first { $0.kind != .preformatted && $0.width > width }
      let text = String(decoding: bytes, as: UTF8.self).debugDescription
      #expect(wide == nil, "round \(round), \(width) columns: \(text)")
      let lost = layout.links.first { !layout.lines.indices.contains($0.lines.upperBound) }
      #expect(lost == nil, "round \(round): \(text)")
      if wide != nil || lost != nil { return }
    }
  }

  @Test func textStaysOnTheScreenHoweverDeepItIsNested() throws {
    let text = String(repeating: "> ", count: 30) + "- 1. - deep words\n"
    let reading = try Reading("b.md", rows: 12, columns: 40, files: ["b.md": "# T\n\n" + text])
    #expect(reading.shows("deep words"))
  }

  @Test func aLinkWithoutALabelIsShownByWhereItLeads() throws {
    var reading = try Reading("b.md", files: ["b.md": "# T\n\n| [](#far) |\n|---|\n"])
    #expect(reading.shows("#far"))
    reading.press("<Tab><Enter>")
    #expect(reading.statusLine.contains("No section is called #far"))
  }
}
