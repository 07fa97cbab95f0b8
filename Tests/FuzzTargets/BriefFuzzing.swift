import TerminalGrammar

@testable import BriefModel

/// Briefs: read or refused, never with a text that a terminal obeys.
enum BriefFuzzing {
  static func fault(in bytes: [UInt8]) -> String? {
    let brief: Brief
    let text: [UInt8]
    do throws(BriefError) {
      (brief, text) = try BriefParser.parseWithText(
        bytes: bytes, path: "a.md", modified: nil, today: FuzzDay.today)
    } catch {
      return TextFuzzing.unshowable(in: error.description).map { "the error has \($0)" }
    }
    for citation in brief.citations where citation.range.upperBound > text.count {
      return "a citation stands at \(citation.range) of \(text.count) bytes"
    }
    return faultOfTexts(brief) ?? faultOfAddresses(brief) ?? faultOfOutput(brief)
      ?? faultOfPage(brief) ?? faultOfWriting(bytes, text, brief)
  }

  private static func faultOfTexts(_ brief: Brief) -> String? {
    let texts =
      [brief.title] + brief.notices.map(\.text) + brief.sections.flatMap { [$0.title, $0.id] }
      + brief.citations.map(\.label) + brief.sources.flatMap { [$0.outlet, $0.title ?? ""] }
    for text in texts {
      if let found = TextFuzzing.unshowable(in: text) { return "a text has \(found)" }
    }
    return nil
  }

  private static func faultOfAddresses(_ brief: Brief) -> String? {
    for url in brief.citations.compactMap(\.url) {
      guard url.ascii.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        return "an address is not printable ASCII: \(url.ascii)"
      }
      for text in [url.display, url.host] {
        if let found = TextFuzzing.unshowable(in: text) { return "an address shows \(found)" }
      }
    }
    return nil
  }

  /// What the formats make of it; of the page each text is showable, line ends apart.
  private static func faultOfOutput(_ brief: Brief) -> String? {
    let plain = brief.sections.flatMap(\.blocks).plainText
    for line in plain.split(separator: "\n") {
      if let found = TextFuzzing.unshowable(in: String(line).replacing("\t", with: " ")) {
        return "the plain text has \(found)"
      }
    }
    let json = BriefJSON.encode(brief)
    let control = json.first { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }
    return control.map { "the JSON has the control \($0)" }
  }

  /// Of a page of HTML each line is showable, and no script is in it.
  private static func faultOfPage(_ brief: Brief) -> String? {
    let page = String(decoding: BriefHTML.encode(brief), as: UTF8.self)
    for line in page.split(separator: "\n") {
      if let found = TextFuzzing.unshowable(in: String(line).replacing("\t", with: " ")) {
        return "the page has \(found)"
      }
    }
    return page.contains("<script") ? "the page has a script" : nil
  }

  /// Written back in one of the styles, which the bytes choose, a brief says the same.
  private static func faultOfWriting(_ bytes: [UInt8], _ text: [UInt8], _ brief: Brief) -> String? {
    let styles = CitationStyle.allCases
    let style = styles[bytes.reduce(0) { ($0 * 31 + Int($1)) % 9973 } % styles.count]
    do throws(BriefError) {
      let written = try BriefWriter.write(
        bytes: bytes, path: "a.md", style: style, today: FuzzDay.today)
      if written.bytes == text { return nil }
      let other = try BriefParser.parse(
        bytes: written.bytes, path: "a.md", modified: nil, today: FuzzDay.today)
      return difference(brief, other).map { "written as \(style) it has other \($0)" }
    } catch {
      return "written as \(style) it cannot be read: \(error.description)"
    }
  }

  private static func difference(_ brief: Brief, _ other: Brief) -> String? {
    if brief.title != other.title { return "titles" }
    if !other.sections.map(\.id).starts(with: brief.sections.map(\.id)) { return "sections" }
    if targets(brief) != targets(other) { return "citations" }
    return brief.sources.map(\.url.canonical) == other.sources.map(\.url.canonical)
      ? nil : "sources"
  }

  private static func targets(_ brief: Brief) -> [String?] {
    brief.citations.map { $0.source.map { brief.sources[$0].url.canonical } }
  }
}
