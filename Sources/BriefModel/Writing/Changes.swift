/// Finds what is to be changed in a brief for a style of citations.
struct Changes {
  let brief: Brief
  let text: [UInt8]
  let style: CitationStyle
  var all: [Change] = []
  private var meanings: LabelMeanings
  /// Whether names in a row, `fell [mofcom](…) [china](…).`, are how the brief cites.
  var namesSources = false

  init(_ brief: Brief, _ text: [UInt8], _ style: CitationStyle) {
    self.brief = brief
    self.text = text
    self.style = style
    meanings = LabelMeanings(brief)
    let groups = MarkGroup.all(of: MarkToken.all(of: brief, in: text), in: text)
    namesSources = groups.count { areNames($0) && $0.tokens.count > 1 } >= Changes.habit
    for group in groups {
      if isInMarkup(group) { leave(group) } else { add(group) }
    }
  }

  private mutating func add(_ group: MarkGroup) {
    switch style {
    case .inline: addLinks(group)
    case .numbered, .footnotes: addMarks(group)
    }
  }

  /// Whether a group stands in a block of HTML.
  private func isInMarkup(_ group: MarkGroup) -> Bool {
    group.tokens.contains { brief.citations[$0.citations.lowerBound].isInMarkup }
  }

  /// Leaves what stands in a block of HTML as it is, as any mark would be text there.
  private mutating func leave(_ group: MarkGroup) {
    for token in group.tokens where sources(of: token) != nil && !isWritten(token) {
      all.append(Change(citations: token.citations, choices: [], difference: .markup))
    }
  }

  /// The mark of one citation, taken apart.
  mutating func parts(of token: MarkToken) -> MarkParts {
    let citation = brief.citations[token.citations.lowerBound]
    return MarkParts(citation, meanings[citation], in: text)
  }

  /// The source of each citation of a mark; nil where one leads nowhere.
  func sources(of token: MarkToken) -> [Int]? {
    let sources = token.citations.compactMap { brief.citations[$0].source }
    return sources.count == token.citations.count && !token.range.isEmpty ? sources : nil
  }
}

// MARK: - Links

extension Changes {
  private mutating func addLinks(_ group: MarkGroup) {
    var run: [MarkToken] = []
    for token in group.tokens {
      if token.isNumeric, sources(of: token) != nil {
        run.append(token)
        continue
      }
      addLinks(run, group)
      run = []
      addLink(token)
    }
    addLinks(run, group)
  }

  /// Writes numbers as links in parentheses.
  private mutating func addLinks(_ run: [MarkToken], _ group: MarkGroup) {
    guard let first = run.first, let last = run.last else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    let links = run.flatMap { $0.citations }.compactMap(link)
    let isWide = isWide(before: range.lowerBound)
    let words = links.joined(separator: isWide ? "、" : ", ")
    let isInBrackets = group.brackets != nil && run.count == group.tokens.count
    var written = isInBrackets ? words : isWide ? "（\(words)）" : "(\(words))"
    if !isInBrackets, !isWide, isWord(before: range.lowerBound) { written = " " + written }
    if !isInBrackets, range.upperBound < text.count,
      text[range.upperBound].isLetter || text[range.upperBound].isDigit
    {
      written += " "
    }
    all.append(
      Change(
        citations: first.citations.lowerBound..<last.citations.upperBound,
        choices: [[MarkPatch(range, [.text(written)])]]))
  }

  /// Whether Chinese, Japanese or Korean text, or its marks, stand before an offset.
  func isWide(before offset: Int) -> Bool {
    let before = text[..<offset].suffix(8).drop { $0 & 0xC0 == 0x80 }
    let last = String(decoding: before, as: UTF8.self).unicodeScalars.last { $0 != " " }
    return last.map { $0.value >= 0x2E80 } ?? false
  }

  /// Whether a space is needed before what follows an offset's last byte.
  private func isWord(before offset: Int) -> Bool {
    guard offset > 0 else { return false }
    let byte = text[offset - 1]
    return !byte.isWhitespace && byte != 0x28 && byte != 0x5B && byte != 0x7C && byte != 0x3E
  }

  private mutating func addLink(_ token: MarkToken) {
    guard sources(of: token) != nil, let url = brief.citations[token.citations.lowerBound].url
    else { return }
    let parts = parts(of: token)
    let words: String?
    switch token.form {
    case .reference, .html: words = parts.label
    case .autolink, .address: words = outlet(of: parts.citation)
    case .link, .number, .footnote, .superscript, .digits, .leak: return
    }
    guard let words else { return }
    let title = MarkdownEscaping.title(parts.citation.title)
    let link = "[\(words)](\(MarkdownEscaping.destination(url))\(title))"
    all.append(
      Change(citations: token.citations, choices: [[MarkPatch(token.range, [.text(link)])]]))
  }

  /// A citation as a link whose label is the outlet.
  private func link(_ index: Int) -> String? {
    let citation = brief.citations[index]
    guard let words = outlet(of: citation), let url = citation.url else { return nil }
    return "[\(words)](\(MarkdownEscaping.destination(url)))"
  }

  private func outlet(of citation: Citation) -> String? {
    citation.source.map { MarkdownEscaping.words(brief.sources[$0].outlet) }
  }
}
