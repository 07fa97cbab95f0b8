/// Finds what is to be changed in a brief for a style of citations.
struct Changes {
  let brief: Brief
  let text: [UInt8]
  let style: CitationStyle
  private(set) var all: [Change] = []
  private var meanings: LabelMeanings

  init(_ brief: Brief, _ text: [UInt8], _ style: CitationStyle) {
    self.brief = brief
    self.text = text
    self.style = style
    meanings = LabelMeanings(brief)
    for group in MarkGroup.all(of: MarkToken.all(of: brief, in: text), in: text) {
      switch style {
      case .inline: addLinks(group)
      case .numbered, .footnotes: addMarks(group)
      }
    }
  }

  /// The mark of one citation, taken apart.
  private mutating func parts(of token: MarkToken) -> MarkParts {
    let citation = brief.citations[token.citations.lowerBound]
    return MarkParts(citation, meanings[citation], in: text)
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

// MARK: - Numbers and footnotes

extension Changes {
  private mutating func addMarks(_ group: MarkGroup) {
    let tokens = group.tokens.filter { sources(of: $0) != nil && !isWritten($0) }
    guard tokens.count == group.tokens.count, let first = tokens.first, let last = tokens.last,
      !tokens.contains(where: \.isNumeric), group.brackets != nil || isList(tokens, of: group)
    else {
      for token in tokens { all.append(change(for: token, in: group)) }
      return
    }
    var parts: [MarkParts] = []
    for token in tokens { parts.append(self.parts(of: token)) }
    all.append(
      Change(
        citations: first.citations.lowerBound..<last.citations.upperBound,
        choices: choices(for: tokens, parts, in: group.brackets)))
  }

  /// Whether several labels, not all of them outlets, end a line behind the end of a sentence, or have
  /// a stop of their own there.
  private mutating func isList(_ tokens: [MarkToken], of group: MarkGroup) -> Bool {
    guard group.isTrailing || group.followsStop && group.hasStop(in: text), tokens.count > 1 else {
      return false
    }
    for token in tokens {
      let parts = parts(of: token)
      if !parts.isBare, !parts.isOutlet { return tokens.allSatisfy(stands) }
    }
    return false
  }

  /// The ways to write marks that stand in brackets, or in a list behind the end of a sentence.
  private func choices(
    for tokens: [MarkToken], _ parts: [MarkParts], in brackets: Range<Int>?
  ) -> [[MarkPatch]] {
    let written = zip(tokens, parts).map(forms)
    let marks = tokens.flatMap { sources(of: $0) ?? [] }.map(MarkPatch.Piece.mark)
    var choices = [written.map(\.worded), written.map(\.spaced)]
    guard let brackets else {
      let words = zip(tokens, parts).prefix(1).map {
        MarkPatch($0.range, marks + [.text(" " + self.words(of: $1))])
      }
      return choices + [words + written.dropFirst().map(\.wordsAlone), written.map(\.leading)]
    }
    if parts.allSatisfy({ $0.isBare || $0.isOutlet }) {
      choices.insert([MarkPatch(brackets, marks + gap(after: brackets.upperBound))], at: 0)
    }
    let start = brackets.lowerBound
    let leading = MarkPatch(start..<start, marks + [.text(" ")])
    return choices + [[leading] + written.map(\.wordsAlone)]
  }

  private mutating func change(for token: MarkToken, in group: MarkGroup) -> Change {
    let parts = parts(of: token)
    let written = forms(of: token, parts)
    let isNeedless =
      token.isNumeric || parts.isBare && !isAlone(token) || group.isTrailing && parts.isOutlet
    var choices: [MarkPatch] = []
    if isNeedless, stands(token) { choices.append(written.bare) }
    if !token.isNumeric {
      choices += [written.worded, written.spaced]
      // With its words it would belong to the sentence behind it, which these are no part of.
      if group.followsStop, parts.isOutlet, !isNeedless, stands(token) {
        choices.append(written.bare)
      }
      if stands(token) { choices.append(written.leading) }
    }
    if parts.isBare, !isNeedless, stands(token) { choices.append(written.bare) }
    return Change(
      citations: token.citations, choices: choices.map { [$0] },
      difference: choices.isEmpty ? .place : nil)
  }

  /// Whether nothing but the mark stands on its line: then its words are all that is said there.
  private func isAlone(_ token: MarkToken) -> Bool {
    let isOver = text[token.range.upperBound...].first { $0 == 0x0A || !$0.isWhitespace } ?? 0x0A
    return isOver == 0x0A && starts(token.range.lowerBound) { !$0.isLetter && $0 < 0x80 }
  }

  /// Whether nothing but such bytes stands between the start of a line and an offset; lines can be
  /// long, so that it is looked no further than to the first other byte.
  private func starts(_ offset: Int, after isNothing: (UInt8) -> Bool) -> Bool {
    let last = text[..<offset].last { $0 == 0x0A || !isNothing($0) }
    return last == nil || last == 0x0A
  }

  /// The ways to write a mark in place of a link.
  private struct Forms {
    /// The marks alone.
    let bare: MarkPatch
    /// The words, and the marks right behind them.
    let worded: MarkPatch
    /// The words, a space, and the marks.
    let spaced: MarkPatch
    /// The marks before the words: after the end of a sentence a mark belongs to it, and words do
    /// not.
    let leading: MarkPatch
    /// The words, whose marks stand elsewhere.
    let wordsAlone: MarkPatch
  }

  private func forms(of token: MarkToken, _ parts: MarkParts) -> Forms {
    let marks = (sources(of: token) ?? []).map(MarkPatch.Piece.mark)
    let words = words(of: parts)
    let after = end(after: token.range)
    return Forms(
      bare: MarkPatch(token.range, marks + gap(after: token.range.upperBound)),
      worded: MarkPatch(token.range, [.text(words)] + marks + after),
      spaced: MarkPatch(token.range, [.text(words + " ")] + marks + after),
      leading: MarkPatch(token.range, marks + [.text(" " + words)]),
      wordsAlone: MarkPatch(token.range, [.text(words)]))
  }

  /// The words that stay beside a mark; of an address its host, as a paragraph of addresses would be
  /// one of nothing.
  private func words(of parts: MarkParts) -> String {
    parts.label ?? parts.citation.url.map { MarkdownEscaping.words($0.host) } ?? ""
  }

  /// Whether a mark is in the style already.
  private func isWritten(_ token: MarkToken) -> Bool {
    switch style {
    case .inline: token.form == .link
    case .numbered: token.form == .number
    case .footnotes: token.form == .footnote
    }
  }

  /// Whether a mark alone may stand there: not after `!` or `^`, nor before a colon at a line's start.
  private func stands(_ token: MarkToken) -> Bool {
    let range = token.range
    if range.lowerBound > 0,
      text[range.lowerBound - 1] == 0x21 || text[range.lowerBound - 1] == 0x5E
    {
      return false
    }
    guard range.upperBound < text.count, text[range.upperBound] == 0x3A else { return true }
    return !starts(range.lowerBound) { $0.isWhitespace || $0 == 0x3E }
  }

  /// A space where a parenthesis would make a link of the mark.
  private func gap(after offset: Int) -> [MarkPatch.Piece] {
    offset < text.count && text[offset] == 0x28 ? [.text(" ")] : []
  }

  /// A space also before a word or a link, and after a link alone on its line an empty line before
  /// the dashes that would make a heading of its words.
  private func end(after range: Range<Int>) -> [MarkPatch.Piece] {
    let offset = range.upperBound
    guard offset < text.count else { return [] }
    let byte = text[offset]
    if byte == 0x5B || byte.isLetter || byte.isDigit { return [.text(" ")] }
    let line = text[offset...].prefix { $0 == 0x20 || $0 == 0x0D }
    guard line.endIndex < text.count, text[line.endIndex] == 0x0A else { return gap(after: offset) }
    let next = text[(line.endIndex + 1)...].prefix { $0 != 0x0A }.drop { $0.isWhitespace }
    let isRule = next.first == 0x2D && next.allSatisfy { $0 == 0x2D || $0.isWhitespace }
    guard isRule, starts(range.lowerBound, after: \.isWhitespace) else { return [] }
    return [.text(line.last == 0x0D ? "\r\n" : "\n")]
  }
}
