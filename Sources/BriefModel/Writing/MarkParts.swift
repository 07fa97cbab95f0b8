/// A citation's mark in the bytes of its file, taken apart.
struct MarkParts {
  let citation: Citation
  /// The bytes between the brackets or tags, as they stand; nil where the mark has no words.
  let label: String?
  /// Whether the label says nothing that the sentence needs: a number, an address, a domain.
  let isBare: Bool
  /// Whether the label is the name of who published the source.
  let isOutlet: Bool

  init(_ citation: Citation, of brief: Brief, in text: [UInt8]) {
    self.citation = citation
    let mark = String(decoding: text[citation.range], as: UTF8.self)
    label = MarkParts.label(of: mark, citation.form)
    let words = citation.label.trimmed
    isBare =
      label == nil || OutletName.isAddress(words) || words.hasPrefix("citation:")
      || !words.unicodeScalars.contains { $0.isLetter || $0 == "#" }
    isOutlet =
      citation.url.map {
        OutletName.cited(words, of: $0) != nil || OutletLikeness.holds(between: words, and: $0)
      } ?? false || citation.source.map { brief.sources[$0].outlet == words } ?? false
  }

  private static func label(of mark: String, _ form: Citation.Form) -> String? {
    switch form {
    case .link: mark.inside(after: "[", before: "](")
    case .reference: mark.inside(after: "[", before: "][") ?? mark.inside(after: "[", before: "]")
    case .html:
      mark.firstIndex(of: ">").flatMap { tag in
        String(mark[mark.index(after: tag)...]).inside(after: "", before: "</")
      }
    case .autolink, .address, .number, .footnote, .superscript, .digits, .leak: nil
    }
  }
}

extension String {
  /// What stands between a start and the last place of an end; nil where they are not there.
  fileprivate func inside(after start: String, before end: String) -> String? {
    guard hasPrefix(start) else { return nil }
    let bytes = Array(utf8)
    let mark = Array(end.utf8)
    var index = bytes.count - mark.count
    while index >= start.utf8.count {
      if bytes[index..<index + mark.count].elementsEqual(mark) {
        return String(decoding: bytes[start.utf8.count..<index], as: UTF8.self)
      }
      index -= 1
    }
    return nil
  }

  /// Without spaces at its ends.
  fileprivate var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return "" }
    return String(scalars[first...last])
  }
}
