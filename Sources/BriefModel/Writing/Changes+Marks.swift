// MARK: - Numbers and footnotes

extension Changes {
  /// So many rows of names make a habit.
  static let habit = 3

  mutating func addMarks(_ group: MarkGroup) {
    let tokens = group.tokens.filter { sources(of: $0) != nil && !isWritten($0) }
    let isWhole = tokens.count == group.tokens.count && !tokens.contains(where: \.isNumeric)
    guard isWhole, let first = tokens.first, let last = tokens.last,
      group.brackets != nil || isList(tokens, of: group)
    else {
      let areNeedless = isWhole && (tokens.count > 1 || namesSources) && areNames(group)
      for token in tokens {
        all.append(change(for: token, of: group, isNeedless: areNeedless))
      }
      return
    }
    var parts: [MarkParts] = []
    for token in tokens { parts.append(self.parts(of: token)) }
    all.append(
      Change(
        citations: first.citations.lowerBound..<last.citations.upperBound,
        choices: choices(for: tokens, parts, in: group.brackets)))
  }

  /// Whether several labels, not all of which may go, end a line behind the end of a sentence, or have
  /// a stop of their own there.
  private mutating func isList(_ tokens: [MarkToken], of group: MarkGroup) -> Bool {
    guard group.isTrailing || group.followsStop && group.hasStop(in: text), tokens.count > 1 else {
      return false
    }
    for token in tokens where !parts(of: token).isDroppable { return tokens.allSatisfy(stands) }
    return false
  }

  /// Whether a group is one of names in small letters, as hosts have them, that stand in a row behind
  /// a claim, where no sentence has them: `fell [mofcom](…) [china](…).`
  mutating func areNames(_ group: MarkGroup) -> Bool {
    guard group.endsClause else { return false }
    for token in group.tokens {
      let parts = parts(of: token)
      guard parts.isOutlet, let label = parts.label, !label.isEmpty,
        label.utf8.allSatisfy({ $0.isLetter && $0 == $0.lowered || $0.isDigit || $0 == 0x2D })
      else { return false }
    }
    return true
  }

  /// The ways to write marks that stand in brackets, or in a list behind the end of a sentence: the
  /// list gets brackets, where it would not go with that sentence any more.
  private func choices(
    for tokens: [MarkToken], _ parts: [MarkParts], in brackets: Range<Int>?
  ) -> [[MarkPatch]] {
    let written = zip(tokens, parts).map(forms)
    let choices = [written.map(\.worded), written.map(\.spaced)]
    guard let brackets else { return choices + [enclosed(written.map(\.worded))] }
    guard parts.allSatisfy(\.isDroppable) else { return choices }
    let marks = tokens.flatMap { sources(of: $0) ?? [] }.map(MarkPatch.Piece.mark)
    return [[MarkPatch(brackets, marks + gap(after: brackets.upperBound))]] + choices
  }

  /// The patches of marks that stand together, with brackets around all of them.
  private func enclosed(_ patches: [MarkPatch]) -> [MarkPatch] {
    guard let start = patches.first?.range.lowerBound else { return patches }
    var patches = patches
    let (open, close) = isWide(before: start) ? ("（", "）") : ("(", ")")
    patches[0].pieces.insert(.text(open), at: 0)
    patches[patches.count - 1].pieces.append(.text(close))
    return patches
  }

  /// The ways to write one mark; `isNeedless` says that its words are none of the sentence.
  private mutating func change(
    for token: MarkToken, of group: MarkGroup, isNeedless: Bool
  ) -> Change {
    let parts = parts(of: token)
    let written = forms(of: token, parts)
    let isSaid = isAlone(token) || isSubject(token)
    let isNeedless =
      isNeedless || token.isNumeric || parts.isBare && !isSaid
      || group.isTrailing && parts.isDroppable
    var choices: [[MarkPatch]] = []
    if isNeedless, stands(token) { choices.append([written.bare]) }
    if !token.isNumeric {
      choices += [[written.worded], [written.spaced]]
      // With its words it would belong to the sentence behind it, which these are no part of.
      if group.followsStop, parts.isOutlet, !isNeedless, stands(token) {
        choices.append([written.bare])
      }
      if group.isTrailing, stands(token) { choices.append(enclosed([written.worded])) }
      if stands(token) { choices.append([written.leading]) }
    }
    if parts.isBare, !isNeedless, stands(token) { choices.append([written.bare]) }
    return Change(
      citations: token.citations, choices: choices, difference: choices.isEmpty ? .place : nil)
  }

  /// Whether a mark starts a line or a sentence that goes on with words: what it names is what they
  /// are about.
  private func isSubject(_ token: MarkToken) -> Bool {
    let rest = text[token.range.upperBound...].prefix { $0 == 0x20 }.endIndex
    guard rest > token.range.upperBound, rest < text.count, text[rest].isLetter else {
      return false
    }
    let before = text[..<token.range.lowerBound].suffix(8).reversed().drop { $0 == 0x20 }
    let isAfterStop = [".", "!", "?", "。", "！", "？"].contains {
      before.starts(with: $0.utf8.reversed())
    }
    return isAfterStop || starts(token.range.lowerBound) { !$0.isLetter && $0 < 0x80 }
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
  }

  private func forms(of token: MarkToken, _ parts: MarkParts) -> Forms {
    let marks = (sources(of: token) ?? []).map(MarkPatch.Piece.mark)
    let words = words(of: parts)
    let after = end(after: token.range)
    return Forms(
      bare: MarkPatch(token.range, marks + gap(after: token.range.upperBound)),
      worded: MarkPatch(token.range, [.text(words)] + marks + after),
      spaced: MarkPatch(token.range, [.text(words + " ")] + marks + after),
      leading: MarkPatch(token.range, marks + [.text(" " + words)]))
  }

  /// The words that stay beside a mark; of an address its host, as a paragraph of addresses would be
  /// one of nothing.
  private func words(of parts: MarkParts) -> String {
    let words = parts.citation.label
    if let label = parts.label, words.contains(" ") || !OutletName.isAddress(words) { return label }
    return parts.citation.url.map { MarkdownEscaping.words($0.host) } ?? parts.label ?? ""
  }

  /// Whether a mark is in the style already.
  func isWritten(_ token: MarkToken) -> Bool {
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
