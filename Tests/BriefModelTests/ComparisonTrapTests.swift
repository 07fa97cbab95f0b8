import Glibc
import Testing

@testable import BriefModel

/// Texts that make comparisons slow: eight times as much may take some eight times as long.
@Suite("Traps of time in comparing", .serialized)
struct ComparisonTrapTests {
  private static let size = 24_000

  @Test("what makes comparing slow takes no more time a byte the more of it there is")
  func growth() throws {
    for trap in Self.traps {
      let few = try Self.briefs(trap.text, Self.size)
      let many = try Self.briefs(trap.text, 8 * Self.size)
      var growth = Double.infinity
      for _ in 0..<5 where growth > 40 {
        let base = max(0.004, Self.seconds(few))
        growth = min(growth, Self.seconds(many) / base)
      }
      #expect(growth <= 40, "\(trap.name): \(growth) times as long for eight times as much")
    }
  }

  private static func briefs(
    _ text: @escaping (Int, Int) -> String, _ size: Int
  ) throws -> (old: Brief, new: Brief) {
    let read = { (side: Int) in
      try BriefParser.parse(
        bytes: Array(text(size, side).utf8), path: "a.md", modified: nil, today: RealBriefs.today)
    }
    return try (read(0), read(1))
  }

  private static func seconds(_ briefs: (old: Brief, new: Brief)) -> Double {
    let began = time
    #expect(!BriefComparison(of: briefs.new, since: briefs.old).parts.isEmpty)
    return time - began
  }

  private static var time: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Texts of a size for the old side (0) and the new one (1).
  private static let traps = [
    PairTrap("two letters in other rhythms") { size, side in
      var state = UInt64(side + 1)
      return "# T\n\n"
        + (0..<size / 2).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return state >> 63 == 0 ? "a " : "b "
        }.joined()
    },
    PairTrap("nothing in common") { size, side in
      "# T\n\n" + (0..<size / 7).map { "\(side)x\($0) " }.joined()
    },
    PairTrap("the same words the other way round") { size, side in
      let words = (0..<size / 6).map { "w\($0) " }
      return "# T\n\n" + (side == 0 ? words : words.reversed()).joined()
    },
    PairTrap("characters") { size, side in
      "# T\n\n" + String(repeating: side == 0 ? "日本" : "本本日", count: size / 9)
    },
    PairTrap("many paragraphs that are like") { size, side in
      "# T\n\n"
        + (0..<size / 40).map { "one two three four five six \($0 * 2 + side)\n\n" }.joined()
    },
    PairTrap("many sections with other names") { size, side in
      (0..<size / 24).map { "## \(side)n\($0)\n\nwords \($0 + side)\n\n" }.joined()
    },
    PairTrap("many items") { size, side in
      "# T\n\n" + (0..<size / 8).map { "- a \($0 * 3 + side)\n" }.joined()
    },
    PairTrap("citations") { size, side in
      "# T\n\n" + (0..<size / 30).map { "[a](http://a.b/\($0 * 2 + side)) " }.joined()
    },
  ]
}

/// Two texts of any size that are slow to compare for who does not take care.
private struct PairTrap: Sendable {
  let name: String
  let text: @Sendable (_ size: Int, _ side: Int) -> String

  init(_ name: String, _ text: @escaping @Sendable (_ size: Int, _ side: Int) -> String) {
    self.name = name
    self.text = text
  }
}
