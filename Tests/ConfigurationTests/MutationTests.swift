import Testing

@testable import Configuration

/// Files that somebody broke, by accident or on purpose.
@Suite struct MutationTests {
  /// The same numbers on every run (SplitMix64).
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  private func mutated(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var bytes = bytes
    let telling = Array("[]{}\"'=.#\n\\,\u{FF}\0 ".utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[index] = telling.randomElement(using: &random) ?? 0
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(telling.randomElement(using: &random) ?? 0, at: index)
      default: bytes.removeSubrange(index..<min(bytes.count, index + 20))
      }
    }
    return bytes
  }

  @Test func everyBrokenFileIsReadOrToldWithALineOfIt() {
    var random = Seeded(state: 1)
    var settings = Settings()
    settings.keys = [KeySetting(command: "open", keys: ["o", "\"", "'"])]
    let files = EmbeddedThemes.all.map(\.bytes) + [Array(settings.printed.utf8)]
    var told = 0
    for round in 0..<2000 {
      let bytes = mutated(files[round % files.count], &random)
      let lines = 1 + bytes.count { $0 == 0x0A }
      let problems =
        ThemeFile(bytes, name: "a", file: "a.toml").problems
        + SettingsFile(bytes, file: "a.toml").problems
      told += problems.isEmpty ? 0 : 1
      for problem in problems {
        let line = problem.line ?? 0
        #expect((1...lines + 1).contains(line), "round \(round): \(problem) of \(lines) lines")
        #expect(!problem.description.contains("\n"))
      }
    }
    #expect(told > 500)
  }

  /// The parser itself ends the program on these.
  @Test(arguments: ["[[[a]]]", "[[=", "[=]", "[.a]", "[", "[\n]", "[[\n]]", "[#", "\u{FEFF}[[[a"])
  func aHeaderWithoutANameIsToldWithItsLine(header: String) {
    let file = SettingsFile(Array("mouse = true\n\(header)\n".utf8), file: "a.toml")
    #expect(file.problems.map(\.line) == [2])
    #expect(SettingsFile(Array(header.utf8), file: "a.toml").problems.count == 1)
  }

  /// So it does on these.
  @Test(arguments: [
    "a = [}", "a = [1, }", "a = [ # why\n }", "a = [\u{85}", "a = [\u{2028}\"", "a = [1,\u{2029}=",
    "a\u{0B}[=", "[a" + String(repeating: ".a", count: 30_000) + "]",
  ])
  func whatTheParserDoesNotSurviveIsToldWithItsLine(text: String) {
    let file = SettingsFile(Array("mouse = true\n\(text)\n".utf8), file: "a.toml")
    #expect(file.problems.count == 1)
    #expect(file.problems.first?.line == (text.contains("#") ? 3 : 2))
  }

  @Test(arguments: ["[", "{a=", "a."]) func deepNestingIsRefusedAndNotFollowed(opening: String) {
    let text = "a = " + String(repeating: opening, count: 100_000)
    #expect(SettingsFile(Array(text.utf8), file: "a.toml").problems.count == 1)
  }

  @Test(
    "A value that no setting takes is told before the parser, which could end the program, sees it",
    arguments: [
      "d = 1979-05-27To7:32:00Z", "d = [1, 1979-05-27]", "n = 0x", "n = 1__0", "n = +", "n = 1e",
      "t = {a = tru}", "t = inf",
    ])
  func bareValues(line: String) {
    let file = SettingsFile(Array("mouse = true\n\(line)\n".utf8), file: "a.toml")
    #expect(file.problems.map(\.line) == [2])
    #expect(file.problems.first?.description.contains("neither text in quotes") == true)
  }

  @Test func plainValuesHeadersAndKeysAreLeftToTheParser() {
    let text = """
      measure = 66 # a comment with 1979-05-27
      mouse = false
      links = { osc8 = true, osc52 = false, browser = "x = 1979-05-27 \\" y" }
      [keys]
      "open" = ['o', "O"]
      next-section = [
        "]", # and
        "x",
      ]
      """
    #expect(SettingsFile(Array(text.utf8), file: "a.toml").problems == [])
  }

}
