extension [Inline] {
  /// A link's label without what machines and footnotes put before its words: `citation:`,
  /// `oai_citation:0‡`, `^`, and the brackets of `[1]`.
  var withoutCitationMarks: [Inline] {
    guard case .text(let first)? = first, let rest = LinkLabel.cleaned(first, isWhole: count == 1)
    else { return self }
    return (rest.isEmpty ? [] : [.text(rest)]) + dropFirst()
  }

  /// Whether the label of a link is one that a machine left.
  var isLeak: Bool {
    guard case .text(let first)? = first else { return false }
    return first.hasPrefix("oai_citation:") || first.hasPrefix("oaicite:")
  }
}

/// Tells the words of a link's label from the marks around them.
enum LinkLabel {
  /// The text without its marks; nil where it has none.
  static func cleaned(_ text: String, isWhole: Bool) -> String? {
    guard let lead = text.utf8.first, [0x63, 0x6F, 0x5B, 0x5E].contains(lead) else { return nil }
    if let rest = dropping("citation:", from: text) { return rest }
    if text.hasPrefix("oai_citation:"), let mark = text.firstIndex(of: "‡") {
      return String(text[text.index(after: mark)...])
    }
    guard isWhole else { return nil }
    if lead == 0x5B, text.utf8.last == 0x5D {
      let inner = text.utf8.dropFirst().dropLast()
      return !inner.isEmpty && inner.allSatisfy(\.isDigit) ? String(inner) : nil
    }
    let name = text.utf8.dropFirst()
    return lead == 0x5E && !name.isEmpty && name.allSatisfy(\.isDigit) ? String(name) : nil
  }

  private static func dropping(_ prefix: String, from text: String) -> String? {
    guard text.hasPrefix(prefix) else { return nil }
    return String(text.utf8.dropFirst(prefix.utf8.count).drop { $0 == 0x20 })
  }
}
