import Foundation
import Testing

@testable import BriefModel

/// What other programs make of the bibliographies: pandoc, and bibutils for RIS, which old versions
/// of pandoc do not read.
@Suite("Bibliographies")
struct BibliographyTests {
  /// Titles with all that means something to TeX, to JSON, to RIS or to a citation processor.
  static let titles = [
    "100% of \"A\\B\" -- {C}_d ~e ^f #g $h & i | j", "It's a “quoted” title: with ends",
    "日本の見出し、その二", "ER  - TY  - JOUR", "a < b > c", "@article{x, title={y}}",
    "Straße, Łódź – naïve café", "under_score and 'single' ''double''", "$x^2$ \\LaTeX{} %comment",
    "</script><script>alert(1)</script>&amp;<b>x</b>", "C:\\dir\\%TEMP%\\", "TY  - \\end{document}",
  ]

  private var catalog: SourceCatalog {
    get throws {
      var brief = try brief(
        "# T\n\n"
          + Self.titles.indices.map {
            "[here](https://www.reuters.com/2025/02/08/a_b\($0)?x=%20~&y#z)"
          }
          .joined(separator: " ") + " [here](https://unknown.example/x)")
      for (index, title) in Self.titles.enumerated() { brief.sources[index].title = title }
      var catalog = SourceCatalog()
      catalog.add(brief)
      return catalog
    }
  }

  private func bytes(_ format: SourceFormat) throws -> [UInt8] {
    format.bytes(of: try catalog.entries)
  }

  // MARK: - As written

  @Test("TeX's own characters are escaped, and braces stay in pairs")
  func escaping() {
    #expect(BibTeX.escaped("50% & #1_a $") == "50\\% \\& \\#1\\_a \\$")
    #expect(
      BibTeX.escaped("a\\b ~ ^") == "a\\textbackslash{}b \\textasciitilde{} \\textasciicircum{}")
    #expect(BibTeX.escaped("{a}") == "\\{a\\}")
    #expect(BibTeX.escaped("}{") == "\\textbraceright{}\\textbraceleft{}")
    #expect(BibTeX.escaped("} {a} {") == "\\textbraceright{} \\{a\\} \\textbraceleft{}")
    #expect(BibTeX.escaped("a--b---c ''") == "a-{}-b-{}-{}-c '{}'")
    for text in Self.titles + ["}", "{", "}{", "{{}", "\\}", "\\"] {
      let escaped = BibTeX.escaped(text)
      var depth = 0
      for byte in escaped.utf8 {
        depth += byte == 0x7B ? 1 : byte == 0x7D ? -1 : 0
        #expect(depth >= 0, "\(escaped)")
      }
      #expect(depth == 0, "\(escaped)")
    }
  }

  @Test("An entry in RIS has a tag a line, each ended by CR LF")
  func ris() throws {
    let text = String(decoding: try bytes(.ris), as: UTF8.self)
    let lines = text.components(separatedBy: "\r\n")
    #expect(lines.last == "")
    for line in lines.dropLast() {
      #expect(line.wholeMatch(of: /(TY|ID|TI|T2|PY|DA|UR|ER)  - [^\r\n]*/) != nil, "\(line)")
    }
    #expect(lines.count { $0.hasPrefix("TY  - ") } == Self.titles.count + 1)
    #expect(lines.contains("DA  - 2025/02/08/") && lines.contains("TY  - ELEC"))
  }

  @Test("An item in CSL-JSON has its type, its date in parts, and no field for what is not known")
  func csl() throws {
    let items = try #require(
      try JSONSerialization.jsonObject(with: Data(try bytes(.cslJSON))) as? [[String: Any]])
    #expect(items.count == Self.titles.count + 1)
    #expect(items[0]["type"] as? String == "article-newspaper")
    let issued = items[0]["issued"] as? [String: [[Int]]]
    #expect(issued == ["date-parts": [[2025, 2, 8]]])
    #expect(items.last?["type"] as? String == "webpage")
    #expect(items.last?.keys.sorted() == ["URL", "container-title", "id", "type"])
  }

  // MARK: - As read by others

  private static func has(_ program: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + program)
  }

  /// What a program in `/usr/bin` makes of a file of these bytes.
  private func output(of program: String, _ arguments: [String], reading bytes: [UInt8]) throws
    -> Data
  {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "broadsheet-\(UUID().uuidString)")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/" + program)
    process.arguments = arguments + [file.path]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let told = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationStatus == 0, "\(told)")
    #expect(!told.localizedCaseInsensitiveContains("warning"), "\(told)")
    return data
  }

  /// A title with one kind of quotes and of spaces: pandoc makes them typographic, as TeX does.
  private func plain(_ title: String) -> String {
    title.replacing(/<[^>]*nocase[^>]*>|<\/span>/, with: "").replacing(/['"’‘“”]+/, with: "'")
      .replacing(/[ ]+/, with: " ")
  }

  @Test(
    "pandoc reads BibTeX and CSL-JSON as they are meant",
    .enabled(if: has("pandoc"), "pandoc is absent"), arguments: ["bibtex", "biblatex", "csljson"])
  func pandoc(format: String) throws {
    let written = try bytes(format == "csljson" ? .cslJSON : .bibtex)
    let data = try output(of: "pandoc", ["-f", format, "-t", "csljson"], reading: written)
    let items = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(items.count == Self.titles.count + 1)
    let entries = try catalog.entries
    for item in items {
      let entry = try #require(entries.first { $0.url.ascii == item["URL"] as? String })
      guard let title = entry.title else {
        #expect(item["type"] as? String == "webpage")
        continue
      }
      #expect(plain(item["title"] as? String ?? "") == plain(title))
      #expect(item["type"] as? String == "article-newspaper")
      #expect(item["container-title"] as? String == "Reuters")
      let issued = item["issued"] as? [String: Any]
      #expect(issued?["date-parts"] as? [[Int]] == [[2025, 2, 8]])
    }
  }

  @Test(
    "bibutils reads RIS as it is meant", .enabled(if: has("ris2xml"), "bibutils is absent"))
  func bibutils() throws {
    let xml = String(
      decoding: try output(
        of: "ris2xml", ["-i", "utf8", "-o", "utf8", "--verbose"].dropLast(), reading: bytes(.ris)),
      as: UTF8.self)
    #expect(xml.components(separatedBy: "<mods ID=").count == Self.titles.count + 2)
    for title in ["日本の見出し、その二", "ER  - TY  - JOUR", "a &lt; b &gt; c"] {
      #expect(xml.contains("<title>\(title)</title>"), "\(title)")
    }
    #expect(xml.contains("<dateIssued>2025-02-08</dateIssued>"))
    #expect(xml.contains("<url>https://www.reuters.com/2025/02/08/a_b0?x=%20~&amp;y#z</url>"))
  }
}
