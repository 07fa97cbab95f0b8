import BriefModel
import Testing

@testable import Audit

@Suite("Damaged and hostile briefs", .serialized)
struct HostileTests {
  /// What the rules turn on.
  private static let pieces: [[UInt8]] =
    [
      "[", "](", ")", "](https://", "(x)[https://", "**", "```\n", "\n\n", "> ", "- ", "|", "#",
      "##X",
      "|---|---|\n", "---\n", "<!-- broadsheet: ignore ", "bad-url", ", ", " -->", "<!--",
      "https://", "http://a.b/2031/01/01/c?utm_source=d#f", "https://u:p@h.org", "https://сосо.org",
      "[x]: http://r.s \"t\"\n", "[1]", "[^1]", "\u{E200}", "[cite_start]", "【1†source】", "…",
      "...",
      "## Sources\n", "\\", "`", "\u{202E}", "\u{1B}[31m", "日本",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xE2, 0x80], [0xEF, 0xBB, 0xBF]]

  @Test("1,000 damaged briefs are checked, and every finding has a place and a clean message")
  func damaged() throws {
    let real = RealBriefs.paths.compactMap { path in
      (try? BriefLoader.loadWithText(path: path, today: today)).map { Array($0.text.prefix(2000)) }
    }
    let seeds = Sample.all.map { Array($0.markdown.utf8) } + real
    var state: UInt64 = 7
    for round in 0..<1_000 {
      var bytes = seeds[Self.roll(seeds.count, &state)]
      for _ in 0...Self.roll(8, &state) { Self.damage(&bytes, &state) }
      guard let manuscript = try? manuscript(bytes) else { continue }
      let audit = Audit()
      let findings = audit.findings(in: manuscript)
      let places = findings.map { [$0.line, $0.column] }
      #expect(places == places.sorted { $0.lexicographicallyPrecedes($1) }, "round \(round)")
      for finding in findings {
        #expect(finding.range.upperBound <= manuscript.text.count, "round \(round)")
        #expect(Sanitizer.isClean(finding.message), "round \(round): \(finding.message)")
        #expect(finding.message.utf8.count < 1500, "round \(round)")
      }
      if round % 20 == 0 {
        var sarif = SARIF(version: "1", audit: audit)
        sarif.add("x", findings, text: manuscript.text)
        #expect(String(validating: sarif.encoded(), as: UTF8.self) != nil)
      }
    }
  }

  /// What is quadratic takes minutes for that much.
  @Test(
    "Nothing repeated for 200 KB takes more than seconds", .timeLimit(.minutes(1)),
    arguments: [
      "[a](http://b.c/d) ", "##X\n", "**a ", "[a](https://b c) ", "(a)[https://b ",
      "<!-- broadsheet: ignore bad-url -->\n", "a <!-- broadsheet: ignore bad-url --> ",
      "<!-- broadsheet: ignore bad-url -->\na\n", "| a |\n|---|---|\n", "|a|b|\n|-|-|\n|c|\nd\n\n",
      "```\n", "[cite_start]", "# a\n", "a\n---\n", "\u{E200}", "https://a.b/... ", "[1]", "`|",
      "## Sources\n\n- https://a.b/c\n\n", "<!-- ",
      "# Sources\n- [1] https://a.b/c\n- [2] https://a.b/c\n",
      "<!-- a -- b ", "a <!-- -- -->", "[^1]: https://a.b/c\n[^1]: https://a.b/d\n",
      "[a]: https://a.b/c\n[a]: https://a.b/d\n", "[1, 9", "a.¹ ", "a word.1 ", "a.[^] ",
      "# S\na.[^] [^1, ^2]\n## Sources\n- https://a.b/c\n", "[a]([https://a.b](https://a.b)) ",
      "[a](#) ", "[file:1] ",
    ])
  func repeated(_ piece: String) throws {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let manuscript = try manuscript(text)
    let audit = Audit()
    let findings = audit.findings(in: manuscript)
    var sarif = SARIF(version: "1", audit: audit)
    sarif.add("x", findings, text: manuscript.text)
    #expect(findings.count <= text.utf8.count)
  }

  /// SplitMix64.
  private static func roll(_ sides: Int, _ state: inout UInt64) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(sides, 1)))
  }

  private static func damage(_ bytes: inout [UInt8], _ state: inout UInt64) {
    let place = roll(bytes.count + 1, &state)
    let end = min(bytes.count, place + roll(40, &state))
    switch roll(5, &state) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[place..<end]), at: roll(bytes.count + 1, &state))
    default: bytes.insert(contentsOf: pieces[roll(pieces.count, &state)], at: place)
    }
  }
}
