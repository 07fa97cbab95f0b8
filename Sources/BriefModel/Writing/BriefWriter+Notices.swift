/// Tells what could not be written.
extension BriefWriter {
  func notices(of changes: [Change], _ style: CitationStyle) -> [WritingNotice] {
    let places = passes.places
    let left = changes.filter { !$0.isActive && !isInline($0, style) }.map { change in
      let why = change.difference.map { ", \($0.words)" } ?? ""
      var notice = notice(
        "This citation is left as it is: as \(style.words)\(why).", change.citations, places)
      // One that the text would only get is nowhere yet.
      if case .neighbor(let citation)? = change.difference,
        brief.citations.indices.contains(citation)
      {
        notice.blamed = places(brief.citations[citation].range.lowerBound)
      }
      return notice
    }
    return left + lost(places)
  }

  /// What leads to no source: a group such as `[12-14]` once.
  private func lost(_ places: (Int) -> WritingNotice.Place) -> [WritingNotice] {
    MarkToken.all(of: brief, in: text).flatMap { token -> [WritingNotice] in
      let lost = token.citations.filter { brief.citations[$0].source == nil }
      let isWhole = lost.count == token.citations.count
      return (isWhole ? [token.citations] : lost.map { $0..<$0 + 1 }).map {
        notice("This citation leads to no source, and is left as it is.", $0, places)
      }
    }
  }

  /// That a numbered list has stayed, although definitions of footnotes have what it has.
  var doubledList: WritingNotice? {
    let doubled = brief.sources.filter { $0.entries.contains { $0.note != nil } }
    let entries = doubled.flatMap(\.entries).filter { $0.note == nil && $0.number != nil }
    return entries.min { $0.range.lowerBound < $1.range.lowerBound }.map { entry in
      WritingNotice(
        "The list of this entry stays beside the definitions of footnotes, as it would be read as "
          + "something else among them.",
        at: passes.places(entry.range.lowerBound), mark: text[entry.range])
    }
  }

  private func notice(
    _ text: String, _ citations: Range<Int>, _ places: (Int) -> WritingNotice.Place
  ) -> WritingNotice {
    let start = brief.citations[citations.lowerBound].range.lowerBound
    let end = brief.citations[citations.upperBound - 1].range.upperBound
    return WritingNotice(text, at: places(start), mark: self.text[start..<max(start, end)])
  }
}

extension BriefWriter {
  /// Whether what is left is a link all the same: in blocks of HTML, Markdown has none, and `<a>` is
  /// the link there.
  private func isInline(_ change: Change, _ style: CitationStyle) -> Bool {
    style == .inline && brief.citations[change.citations].allSatisfy { $0.form == .html }
  }
}

extension CitationStyle {
  /// The style in a sentence.
  fileprivate var words: String {
    switch self {
    case .inline: "a link"
    case .numbered: "a number"
    case .footnotes: "a footnote"
    }
  }
}
