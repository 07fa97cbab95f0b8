import TerminalGrammar
import Testing

@testable import BriefModel

/// Every character that no text may show, in every place of a brief, through every format.
@Suite("What a brief becomes")
struct EverySinkTests {
  /// All of them, in pieces that a line of Markdown can hold; line ends would end it.
  private static let hidden: [String] = {
    var pieces = [""]
    for value in UInt32(1)...0x10FFFF where value != 0x0A && value != 0x0D {
      guard let scalar = Unicode.Scalar(value), !ShownScalar.isShowable(scalar) else { continue }
      pieces[pieces.count - 1].unicodeScalars.append(scalar)
      if pieces[pieces.count - 1].unicodeScalars.count > 400 { pieces.append("") }
    }
    return pieces
  }()

  private static func brief(_ hidden: String) throws -> Brief {
    let text = """
      ---
      title: "A\(hidden)B"
      ---
      # T\(hidden)T

      Lede *e\(hidden)e* `c\(hidden)c` ![i\(hidden)i](x.png) [1] [^n]

      ## S\(hidden)S

      The [l\(hidden)l](https://a.example/\(hidden)) and [m](https://b.example/x "t\(hidden)t") and
      [n](f\(hidden)f.md) [o](mailto:\(hidden)) and <b title="\(hidden)">b\(hidden)b</b>.

      | h\(hidden)h | b |
      |---|---|
      | d\(hidden)d | [x](https://c.example/) |

      ```q\(hidden)q
      code \(hidden) code
      ```

      - u\(hidden)u

      > v\(hidden)v

      [^n]: f\(hidden)f https://d.example/x

      ## Sources

      1. O\(hidden)O: [n\(hidden)n](https://e.example/) 2026-01-02
      """
    return try BriefParser.parse(
      bytes: Array(text.utf8), path: "p\(hidden)p.md", modified: nil, today: RealBriefs.today)
  }

  /// What each format makes of a brief, by its name.
  private static func outputs(of brief: Brief) -> [(name: String, bytes: [UInt8])] {
    var catalog = SourceCatalog()
    catalog.add(brief)
    let texts = brief.allTexts.map { $0.replacing("\t", with: " ") }.joined(separator: "\n")
    return [
      ("json", BriefJSON.encode(brief)), ("html", BriefHTML.encode(brief)),
      ("plain", Array(brief.sections.flatMap(\.blocks).plainText.utf8)),
      ("texts", Array(texts.utf8)),
    ] + SourceFormat.allCases.map { ($0.rawValue, $0.bytes(of: catalog.entries)) }
  }

  @Test("There are some thousand such characters, and none reaches what is made of a brief")
  func everySink() throws {
    #expect(Self.hidden.map(\.unicodeScalars.count).reduce(0, +) > 4000)
    for hidden in Self.hidden {
      for output in Self.outputs(of: try Self.brief(hidden)) {
        #expect(OutputGrammar.faults(in: output.bytes, of: .print) == [], "\(output.name)")
      }
    }
  }

  @Test("A message of several lines keeps its lines, and nothing that a terminal obeys")
  func lines() {
    #expect(Sanitizer.lines("a\u{1B}[2Jb\n\tc\u{9B}d\r\n\ne\u{202E}") == "a[2Jb\n\tcd \n\ne")
  }
}
