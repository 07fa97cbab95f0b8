/// Finds what is to be changed in a brief for a style of citations.
struct Changes {
  let brief: Brief
  let text: [UInt8]
  let style: CitationStyle
  private(set) var all: [Change] = []

  init(_ brief: Brief, _ text: [UInt8], _ style: CitationStyle) {
    self.brief = brief
    self.text = text
    self.style = style
    for group in MarkGroup.all(of: MarkToken.all(of: brief, in: text), in: text) {
      switch style {
      case .inline: addLinks(group)
      case .numbered, .footnotes: addMarks(group)
      }
    }
  }

  /// The source of each citation of a mark; nil where one leads nowhere.
  private func sources(of token: MarkToken) -> [Int]? {
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
    let isWide = range.lowerBound > 0 && text[range.lowerBound - 1] >= 0x80
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

  /// Whether a space is needed before what follows an offset's last byte.
  private func isWord(before offset: Int) -> Bool {
    guard offset > 0 else { return false }
    let byte = text[offset - 1]
    return !byte.isWhitespace && byte != 0x28 && byte != 0x5B && byte != 0x7C && byte != 0x3E
  }

  private mutating func addLink(_ token: MarkToken) {
    guard sources(of: token) != nil, let url = brief.citations[token.citations.lowerBound].url
    else { return }
    let parts = MarkParts(brief.citations[token.citations.lowerBound], of: brief, in: text)
    let words: String?
    switch token.form {
    case .reference, .html: words = parts.label
    case .autolink, .address: words = outlet(of: parts.citation)
    case .link, .number, .footnote, .superscript, .digits, .leak: return
    }
    guard let words else { return }
    let link = "[\(words)](\(MarkdownEscaping.destination(url)))"
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

// MARK: - Numbers and footnotes

extension Changes {
  private mutating func addMarks(_ group: MarkGroup) {
    let changes = group.tokens.compactMap { change(for: $0, isTrailing: group.isTrailing) }
    guard let brackets = group.brackets, changes.count == group.tokens.count,
      group.tokens.allSatisfy({ !$0.isNumeric && needsNoWords($0) })
    else { return all += changes }
    let marks = group.tokens.flatMap { sources(of: $0) ?? [] }.map(MarkPatch.Piece.mark)
    let whole = MarkPatch(brackets, marks + self.gap(after: brackets.upperBound))
    let single = changes.compactMap { $0.choices.last }.flatMap { $0 }
    all.append(
      Change(
        citations: changes[0].citations
          .lowerBound..<changes[changes.count - 1].citations.upperBound,
        choices: [[whole], single]))
  }

  /// Whether nobody misses the words of a mark that stands in parentheses.
  private func needsNoWords(_ token: MarkToken) -> Bool {
    let parts = MarkParts(brief.citations[token.citations.lowerBound], of: brief, in: text)
    return parts.isBare || parts.isOutlet
  }

  private func change(for token: MarkToken, isTrailing: Bool) -> Change? {
    guard let sources = sources(of: token), !isWritten(token), stands(token) else { return nil }
    let marks = sources.map(MarkPatch.Piece.mark)
    let gap = self.gap(after: token.range.upperBound)
    let parts = MarkParts(brief.citations[token.citations.lowerBound], of: brief, in: text)
    let bare = [MarkPatch(token.range, marks + gap)]
    guard !token.isNumeric, !parts.isBare, let label = parts.label else {
      return Change(citations: token.citations, choices: [bare])
    }
    let worded = [MarkPatch(token.range, [.text(label)] + marks + gap)]
    let spaced = [MarkPatch(token.range, [.text(label + " ")] + marks + gap)]
    let choices = isTrailing && parts.isOutlet ? [bare, worded] : [worded, spaced]
    return Change(citations: token.citations, choices: choices)
  }

  /// Whether a mark is in the style already.
  private func isWritten(_ token: MarkToken) -> Bool {
    switch style {
    case .inline: token.form == .link
    case .numbered: token.form == .number
    case .footnotes: token.form == .footnote
    }
  }

  /// Whether a mark may stand there: not after `!` or `^`, nor before a colon at a line's start.
  private func stands(_ token: MarkToken) -> Bool {
    let range = token.range
    if range.lowerBound > 0,
      text[range.lowerBound - 1] == 0x21 || text[range.lowerBound - 1] == 0x5E
    {
      return false
    }
    guard range.upperBound < text.count, text[range.upperBound] == 0x3A else { return true }
    let line = text[..<range.lowerBound].suffix(while: { $0 != 0x0A })
    return line.contains { !$0.isWhitespace && $0 != 0x3E }
  }

  /// A space where a parenthesis would make a link of the mark.
  private func gap(after offset: Int) -> [MarkPatch.Piece] {
    offset < text.count && text[offset] == 0x28 ? [.text(" ")] : []
  }
}

extension ArraySlice {
  /// The elements at the end that all meet a condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice {
    let start = lastIndex { !condition($0) }.map { index(after: $0) } ?? startIndex
    return self[start...]
  }
}
