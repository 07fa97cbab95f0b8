import Testing

@testable import BriefModel

/// The bytes that a brief says its citations and entries are, against what stands there.
@Suite("Ranges of marks")
struct RangeTests {
  @Test("every citation and entry of every brief is the bytes of its mark, and none overlap")
  func everyBrief() throws {
    for path in AllBriefs.paths {
      let (brief, text) = try AllBriefs.read(path)
      for problem in Self.problems(brief, text) { Issue.record("\(path): \(problem)") }
    }
  }

  @Test("a mark ends where its last byte stands, whatever it holds")
  func marks() throws {
    for mark in Self.marks {
      for (before, after) in [("", ""), ("(", ")"), ("**", "**"), ("_a ", " b_"), ("> - x ", ".")] {
        let brief = try brief("\(before)\(mark)\(after)\n\n[r]: http://r.s/t \"u\"\n")
        let text = Array("\(before)\(mark)\(after)".utf8)
        let found = brief.citations.first.map { String(decoding: text[$0.range], as: UTF8.self) }
        #expect(found == mark, "in \(before)…\(after)")
      }
    }
  }

  @Test("ranges count the byte order mark of UTF-8, and the decoded bytes of UTF-16")
  func byteOrderMarks() throws {
    let text = "é [a](http://b.c)"
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let marked = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for (bytes, start) in [(marked, 6), (wide, 3)] {
      let brief = try BriefParser.parse(
        bytes: bytes, path: "a.md", modified: nil, today: RealBriefs.today)
      #expect(brief.citations.map(\.range) == [start..<start + 15])
    }
  }

  @Test("a link in an open tag of a link ends that one")
  func linksInTags() throws {
    let text = "<a href=\"http://a.b\">one [two](http://c.d) three</a> <a href=http://e.f>four"
    let brief = try brief(text)
    let bytes = Array(text.utf8)
    let found = brief.citations.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(
      found == [
        "<a href=\"http://a.b\">one ", "[two](http://c.d)", "<a href=http://e.f>four",
      ])
  }

  @Test(
    "a target behind a blank line belongs to no link",
    arguments: ["", "> "])
  func blankLine(_ quote: String) throws {
    let text = "\(quote)[a](\n\(quote)\n\(quote)http://b.c)\n\n[a]: http://b.c\n"
    let brief = try brief(text)
    let bytes = Array(text.utf8)
    let found = brief.citations.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(found == ["[a]", "http://b.c"])
  }

  /// Marks that are hard to find the end of.
  private static let marks = [
    "[a](http://b.c)", "[](http://b.c)", "[](http://b.c?d&amp;e)", "[ ](<http://b.c>)",
    "[[1]](http://b.c)", "[a\\]](http://b.c)", "[`]`](http://b.c)", "[**a**](http://b.c)",
    "[a](http://b.c/(d(e)))", "[a](<http://b.c/d)e>)", "[a](http://b.c \"t)\")",
    "[a](http://b.c 't \"u\"')", "[a](http://b.c (t))", "[a](http://b.c \"t \\\" &amp; u\")",
    "[a](http://b.c/\\(d)", "[a]( http://b.c )", "[a](http://b.c?d&amp;e \"f\")",
    "[![i](j)](http://b.c)", "[![](j)](http://b.c)", "[![i](j \"k\") l](http://b.c)",
    "[![i][r]](http://b.c)", "[a<b title=\"]\">](http://b.c)", "[&lt;a&gt;](http://b.c)",
    "[a][r]", "[a][]".replacing("a", with: "r"), "[r]", "[**a**][R]", "[![i](j)][r]",
    "<http://b.c>", "<HTTP://b.c/)>", "http://b.c/d", "http://b.c/d?e&amp;f", "https://b.c/(d)",
    "<a href=\"http://b.c\">d</a>", "<a href='http://b.c'><b>d</b> e</a>",
    "<A HREF=http://b.c>d</A>",
  ]
}

extension RangeTests {
  /// What is wrong with the ranges of a brief.
  static func problems(_ brief: Brief, _ text: [UInt8]) -> [String] {
    var problems: [String] = []
    var last = 0
    var lastLabel: String?
    for citation in brief.citations {
      defer { lastLabel = citation.label }
      let range = citation.range
      let place = "\(citation.line):\(citation.column)"
      // The dash of `[1-5]` is the part of 2; for 3 and 4 no bytes are left. Nor are any for the
      // further sources of a mark.
      let follows =
        range.lowerBound == last && (citation.form != .footnote || citation.label == lastLabel)
      let mayBeEmpty = !citation.form.isLink && citation.form != .leak && follows
      if range.isEmpty && !mayBeEmpty || range.upperBound > text.count {
        problems.append("\(place): no bytes at \(range)")
        continue
      }
      if range.isEmpty, citation.form == .footnote { continue }
      if range.lowerBound < last { problems.append("\(place): starts before the last one ends") }
      last = range.upperBound
      let mark = text[range]
      if !isMark(mark, citation.form, citation.url) {
        problems.append("\(place): \(citation.form) \(String(decoding: mark, as: UTF8.self))")
      }
    }
    for source in brief.sources {
      for entry in source.entries where !isEntry(text, entry) {
        problems.append("\(entry.line):\(entry.column): entry \(entry.url.display)")
      }
    }
    return problems
  }

  private static func isMark(
    _ mark: ArraySlice<UInt8>, _ form: Citation.Form, _ url: SourceURL?
  ) -> Bool {
    let text = String(decoding: mark, as: UTF8.self)
    switch form {
    case .link: return text.hasPrefix("[") && text.hasSuffix(")") && text.contains("](")
    case .reference: return text.hasPrefix("[") && text.hasSuffix("]")
    case .autolink:
      return text.hasPrefix("<") && text.hasSuffix(">")
        && leads(text.dropFirst().dropLast(), to: url)
    case .address:
      let lower = text.lowercased()
      return (lower.hasPrefix("http") || lower.hasPrefix("www.")) && leads(text[...], to: url)
    case .html:
      let lower = text.lowercased()
      return lower.hasPrefix("<a") && (lower.hasSuffix("</a>") || !lower.contains("</a"))
    case .footnote: return text.hasPrefix("[^") && text.hasSuffix("]")
    case .number, .superscript, .digits, .leak: return true
    }
  }

  /// Whether an address as it stands in the file, entities and escapes aside, is a URL.
  private static func leads(_ text: Substring, to url: SourceURL?) -> Bool {
    let plain = text.replacing("&amp;", with: "&").replacing("&quot;", with: "\"")
      .replacing("\\", with: "")
    return SourceURL((plain.hasPrefix("www.") ? "https://" : "") + plain)?.ascii == url?.ascii
  }

  private static func isEntry(_ text: [UInt8], _ entry: SourceEntry) -> Bool {
    guard !entry.range.isEmpty, entry.range.upperBound <= text.count else { return false }
    let mark = text[entry.range]
    switch mark.first {
    case 0x5B: return mark.last == 0x29 || mark.last == 0x5D
    case 0x3C: return mark.last == 0x3E
    default: return leads(String(decoding: mark, as: UTF8.self)[...], to: entry.url)
    }
  }
}
