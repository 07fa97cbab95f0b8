import Testing

@testable import BriefModel

@Suite("Damaged briefs")
struct MutationTests {
  /// Real briefs where they are, and the texts of the fixtures.
  private var seeds: [[UInt8]] {
    let real = RealBriefs.paths.map { Array(RealBriefs.bytes($0).prefix(700)) }
    return real + Fixtures.all.map { Array($0.markdown.utf8) }
  }

  @Test("10,000 damaged briefs are read or refused, and leave no unclean text")
  func mutations() {
    let seeds = seeds
    var dice = Dice(state: 2)
    for round in 0..<10_000 {
      var bytes = seeds[dice.roll(seeds.count)]
      for _ in 0...dice.roll(6) { Mutation.apply(to: &bytes, &dice) }
      guard
        let brief = try? BriefParser.parse(
          bytes: bytes, path: "damaged", modified: nil, today: RealBriefs.today)
      else { continue }
      let dirty = brief.allTexts.first { !Sanitizer.isClean($0) }
      #expect(dirty == nil, "round \(round)")
      for citation in brief.citations {
        #expect(citation.url?.ascii.utf8.allSatisfy(isPrintable) ?? true)
        #expect(citation.range.upperBound <= bytes.count)
      }
      if round % 20 == 0 { #expect(!BriefJSON.encode(brief).isEmpty) }
    }
  }

  @Test("10,000 damaged texts come clean from the sanitiser, and stay as they are then")
  func sanitiser() {
    let seeds = seeds
    var dice = Dice(state: 3)
    for round in 0..<10_000 {
      var bytes = Array(seeds[dice.roll(seeds.count)].prefix(150))
      for _ in 0...dice.roll(20) { Mutation.apply(to: &bytes, &dice) }
      for mode in [Sanitizer.Mode.prose, .code, .address] {
        let clean = bytes.withUnsafeBufferPointer { Sanitizer.clean($0, for: mode) }
        let isHarmless = clean.unicodeScalars.allSatisfy {
          ScalarRule.of($0.value) == nil || mode == .code && $0 == "\t"
        }
        #expect(isHarmless, "round \(round), \(mode): \(clean.debugDescription)")
        var again = clean
        let twice = again.withUTF8 { Sanitizer.clean($0, for: mode) }
        #expect(twice == clean, "round \(round), \(mode)")
      }
    }
  }

  private func isPrintable(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(sides, 1)))
  }
}

/// Ways to damage a text.
enum Mutation {
  /// What the rules of Markdown, of addresses and of the sanitiser turn on.
  private static let pieces: [[UInt8]] =
    [
      "[", "](", ")", "<", ">", "**", "_", "~~", "`", "```\n", "\n\n", "> ", "- ", "1. ", "    ",
      "|",
      "|---|---|\n", "# ", "---\n", "+++\n", "![", "&amp;", "&#0;", "&#x202e;", "\\", "\t", "\r",
      "https://", "http://a.b/c?d=e#f", "<br>", "<a href=\"http://x.y\">", "<!--", "<script>",
      "\u{202E}",
      "\u{200D}", "\u{1F3FD}", "\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{FE0F}", "\u{1B}[31m",
      "新聞：",
      "[x]: http://r.s \"t\"\n", "[^1]", "www.", "\u{E0041}",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0x9B], [0xF4, 0x90],
    ]

  static func apply(to bytes: inout [UInt8], _ dice: inout Dice) {
    let place = dice.roll(bytes.count + 1)
    let end = min(bytes.count, place + dice.roll(40))
    switch dice.roll(6) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[place..<end]), at: dice.roll(bytes.count + 1))
    case 2: if place < bytes.count { bytes[place] = UInt8(dice.roll(256)) }
    default: bytes.insert(contentsOf: pieces[dice.roll(pieces.count)], at: place)
    }
  }
}
