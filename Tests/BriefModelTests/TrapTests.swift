import Glibc
import Testing

@testable import BriefModel

/// Texts that make readers of Markdown slow: four times as much may take some four times as long.
///
/// `Tests/Benchmarks/traps.py` measures the same and more with a megabyte of each.
@Suite("Traps of time", .serialized)
struct TrapTests {
  /// Linear work grows by 8, quadratic work by 64; what lies between is for the bench to show, as a
  /// busy machine must not decide a test.
  private static let bound = 40.0
  private static let size = 12_000

  @Test("what makes Markdown slow takes no more time a byte the more of it there is")
  func growth() throws {
    for trap in Self.traps {
      let few = Array(trap.text(Self.size).utf8)
      let many = Array(trap.text(8 * Self.size).utf8)
      var growth = Double.infinity
      // What else the machine does can only slow a round: the best of some is nearest to the truth.
      for _ in 0..<5 where growth > Self.bound {
        let base = try max(0.002, Self.seconds(reading: few))
        growth = try min(growth, Self.seconds(reading: many) / base)
      }
      #expect(growth <= Self.bound, "\(trap.name): \(growth) times as long for eight times as much")
    }
  }

  /// The time of the processor that parsing takes in this thread.
  private static func seconds(reading bytes: [UInt8]) throws -> Double {
    let began = processorTime
    let brief = try BriefParser.parse(
      bytes: bytes, path: "trap.md", modified: nil, today: RealBriefs.today)
    #expect(!brief.title.isEmpty)
    return processorTime - began
  }

  static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A text of any size that is slow to read for who does not take care.
struct Trap: Sendable {
  let name: String
  let text: @Sendable (_ size: Int) -> String

  init(_ name: String, _ text: @escaping @Sendable (_ size: Int) -> String) {
    self.name = name
    self.text = text
  }

  /// A piece over and over.
  init(_ piece: String, before: String = "", after: String = "") {
    name = String(piece.prefix(40))
    text = { before + String(repeating: piece, count: $0 / piece.utf8.count) + after }
  }

  /// Pieces that count up.
  init(counting form: @escaping @Sendable (Int) -> String, before: String = "") {
    name = form(1)
    text = { size in
      var text = before
      var number = 1
      while text.utf8.count < size {
        text += form(number)
        number += 1
      }
      return text
    }
  }
}

extension TrapTests {
  private static let list =
    "\n\n## Sources\n\n" + (1...20).map { "\($0). T \($0): https://a.b/\($0)\n" }.joined()

  private static let traps = unclosed + marks + links + blocks

  private static let unclosed = [
    Trap("["), Trap("[a]("), Trap("[a](<b"), Trap("[a](b (", before: "[a]: /u\n\n"), Trap("!["),
    Trap("[^1"), Trap("【1"), Trap("[1, 2, 3", after: list), Trap("[cite_start]a [cite: 1"),
    Trap("a\u{E200}cite"), Trap("<grok:render "), Trap("<grok:render a=\"b\">"),
    Trap(":contentReference[oaicite:0]{index="), Trap("<!-- "), Trap("a <!-- "),
    Trap("a <!A <? <![CDATA[ "), Trap("<span style=\"display:none\">"),
    Trap("a <span style=\"display:none\"> "), Trap("<a href=\""), Trap("<a href=http://c.d>a"),
    Trap("<sup>1", after: list), Trap("`a"), Trap("*a **b _c __d "),
  ]

  private static let marks = [
    Trap("Fell.[1] "), Trap("Fell.[1] ", after: list), Trap("[1]", after: list),
    Trap("Fell.[^1] "), Trap("a.[1-999999] [1-999] ", after: list), Trap("a.[1-30]", after: list),
    Trap("¹", before: "a", after: list), Trap("fell.¹²³ ", after: list),
    Trap("a<sup>1</sup>", after: list), Trap("跌。【1】", after: list),
    Trap("It fell.3 It rose.12\n", after: list), Trap(".3", before: "a", after: list),
    Trap(counting: { "[^\($0)]: T https://a.b/\($0)\n\n" }),
    Trap(counting: { "[^\($0)]: T https://a.b/\($0)\n" }), Trap("[^1]: https://a.b\n"),
    Trap(counting: { "[\($0)]: https://a.b/\($0)\n" }),
  ]

  private static let links = [
    Trap("[a](http://a.b) "), Trap(counting: { "[a](http://a.b/\($0)) " }),
    Trap("[a](http://a.b) ", before: "<a href=http://c.d>", after: "</a>"),
    Trap("[a] ", before: "[a]: http://a.b\n\n"), Trap("http://a.b/c?d "), Trap("http://"),
    Trap("(http://a.b"), Trap("www.a@b."), Trap("(", before: "https://a.b/"),
    Trap(")", before: "https://a.b/"),
    Trap(counting: { "- https://a.b/\($0)\n" }, before: "## Sources\n\n"),
    Trap(counting: { "\($0). T: https://a.b/\($0)\n" }, before: "## Sources\n\n"),
    Trap("A. [b](http://c.d) "), Trap("## a [b](http://c.d)\n"),
  ]

  private static let blocks = [
    Trap("-"), Trap("- "), Trap("--- -\n"), Trap("|-|-|\n"), Trap("# a\n"), Trap("> ---\n"),
    Trap(String(repeating: "> ", count: 60) + "a* *a _b__ \n"), Trap("**Sources:**\n\n"),
    Trap("**重点：**说明"), Trap("&amp;"), Trap("\u{301}", before: "a"),
    Trap("a table of 120 columns") { size in
      let row = "|" + String(repeating: "a|", count: 120) + "\n"
      let delimiter = "|" + String(repeating: "-|", count: 120) + "\n"
      return row + delimiter + String(repeating: row, count: size / row.utf8.count)
    },
    Trap("items that nest one deeper each, with blank lines") { size in
      var text = ""
      var depth = 0
      while text.utf8.count < size {
        text += String(repeating: "  ", count: depth) + "- x\n\n"
        depth += 1
      }
      return text
    },
  ]
}
