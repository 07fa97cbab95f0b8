/// A brief as Markdown again.
package struct WrittenBrief: Sendable, Equatable {
  package var bytes: [UInt8]
  /// What could not be written in the style, for the writer of the brief to be told.
  package var notices: [Notice]
}

/// Writes a brief back with its citations in one style and all other bytes as they are.
///
/// What it writes is read again: a change after which a section, a citation, its sentence or a
/// source would be another is taken back, so that the brief says the same.
package struct BriefWriter {
  private let brief: Brief
  private let text: [UInt8]
  private let path: String
  private let today: CalendarDate
  private let definitions: LinkDefinitions
  /// What may be citations in the text.
  private let marks: [Mark]

  private init(
    _ brief: Brief, _ text: [UInt8], marks: [Mark], path: String, today: CalendarDate
  ) {
    self.brief = brief
    self.text = text
    self.marks = marks
    self.path = path
    self.today = today
    definitions = LinkDefinitions(text)
  }

  /// The brief of these bytes in a style; nil leaves its bytes as they are, in UTF-8.
  ///
  /// Throws for what is no brief.
  package static func write(
    bytes: [UInt8], path: String, style: CitationStyle?, today: CalendarDate
  ) throws(BriefError) -> WrittenBrief {
    let decoding = try TextDecoding(bytes, path: path)
    guard let style else { return WrittenBrief(bytes: decoding.written, notices: []) }
    // What is left at first may be written once all else is: it goes on until nothing changes.
    var text = decoding.written
    for _ in 0..<limit(passLimit, for: text) {
      let written = try once(text, path: path, style: style, today: today)
      if written.bytes == text { return written }
      text = written.bytes
    }
    return try once(text, path: path, style: style, today: today)
  }

  /// How often a brief is written until it stays the same.
  private static let passLimit = 6

  /// No more often than reading so many bytes allows: a brief of megabytes is no brief, and is left
  /// as it is sooner.
  private static func limit(_ rounds: Int, for text: [UInt8]) -> Int {
    max(2, min(rounds, 3_000_000 / max(1, text.count)))
  }

  private static func once(
    _ text: [UInt8], path: String, style: CitationStyle, today: CalendarDate
  ) throws(BriefError) -> WrittenBrief {
    let (brief, _, marks) = try BriefParser.parseWithMarks(
      bytes: text, path: path, modified: nil, today: today)
    return BriefWriter(brief, text, marks: marks, path: path, today: today).write(style)
  }

  /// How often a brief is written and read again before it is left as it is.
  private static let roundLimit = 60

  private func write(_ style: CitationStyle) -> WrittenBrief {
    var changes = Changes(brief, text, style).all
    for mode in SourceListing.Mode.allCases where !changes.allSatisfy({ !$0.isActive }) {
      let attempt = written(changes, style, mode)
      if let bytes = attempt.bytes {
        return WrittenBrief(bytes: bytes, notices: notices(of: attempt.changes, style))
      }
      guard mode == SourceListing.Mode.allCases.last else { continue }
      changes = attempt.changes
    }
    for index in changes.indices where changes[index].isActive {
      changes[index].retreat(.sources, isLast: true)
    }
    return WrittenBrief(bytes: text, notices: notices(of: changes, style))
  }

  /// Writes changes and takes back what makes the brief say something else, until it says the same;
  /// without bytes where nothing is left to write, or it never does.
  private func written(
    _ changes: [Change], _ style: CitationStyle, _ mode: SourceListing.Mode
  ) -> (bytes: [UInt8]?, changes: [Change]) {
    var changes = changes
    var avoided: Set<Int> = []
    let limit = BriefWriter.limit(BriefWriter.roundLimit, for: text)
    for round in 1...limit {
      let listing = listing(for: changes, style, mode, avoided)
      let marks = listing.marks
      for index in changes.indices where !changes[index].isWritable(with: marks) {
        changes[index].retreat(.number, isLast: true)
      }
      let written = PatchedText(text, patches(of: changes, listing))
      if written.bytes == text { break }
      guard let likeness = likeness(of: written, forms(of: changes, style), listing) else { break }
      if likeness.isPerfect { return (written.bytes, changes) }
      if !likeness.taken.isSubset(of: avoided) {
        avoided.formUnion(likeness.taken)
      } else if !changes.retreat(from: likeness, isLast: round > limit / 2) {
        break
      }
    }
    return (nil, changes)
  }

  /// How each citation is to be written.
  private func forms(of changes: [Change], _ style: CitationStyle) -> [Citation.Form] {
    var forms = brief.citations.map(\.form)
    for change in changes where change.isActive {
      for index in change.citations { forms[index] = style.form }
    }
    return forms
  }

  /// The list for the sources that changes mark.
  private func listing(
    for changes: [Change], _ style: CitationStyle, _ mode: SourceListing.Mode, _ avoided: Set<Int>
  ) -> SourceListing {
    let isNeeded = changes.contains { $0.patches.contains { !$0.sources.isEmpty } }
    let cited = brief.sources.indices.filter { !brief.sources[$0].citations.isEmpty }
    let needed = isNeeded ? Set(cited) : []
    let taken = TakenNumbers(brief, marks: marks, style, avoided: avoided)
    return SourceListing(brief, text, style, mode, needed: needed, taken: taken)
  }

  private func patches(of changes: [Change], _ listing: SourceListing) -> [Patch] {
    let marks = listing.marks
    return changes.flatMap { $0.patches.compactMap { $0.written(marks) } } + listing.patches
      + unused(changes)
  }

  /// The definitions that no reference needs any more: alone they would be shown.
  private func unused(_ changes: [Change]) -> [Patch] {
    var lines: Set<Range<Int>> = []
    for change in changes where change.isActive {
      for citation in brief.citations[change.citations] where isUnlistedReference(citation) {
        if let line = definitions.line(of: text[citation.range]) { lines.insert(line) }
      }
    }
    for change in changes where !change.isActive {
      for citation in brief.citations[change.citations] where citation.form == .reference {
        if let line = definitions.line(of: text[citation.range]) { lines.remove(line) }
      }
    }
    return lines.map { Patch($0, "") }
  }

  private func isUnlistedReference(_ citation: Citation) -> Bool {
    citation.form == .reference && citation.source.map { !brief.sources[$0].isListed } ?? false
  }

  private func likeness(
    of written: PatchedText, _ forms: [Citation.Form], _ listing: SourceListing
  ) -> Likeness? {
    let again = try? BriefParser.parse(
      bytes: written.bytes, path: path, modified: nil, today: today)
    let added = Letters(listing.patches.flatMap(\.bytes))
    return again.map { Likeness(brief, $0, of: written, forms: forms, added: added) }
  }

  private func notices(of changes: [Change], _ style: CitationStyle) -> [Notice] {
    let notices = changes.filter { !$0.isActive && !isInline($0, style) }.map { change in
      let why = change.difference.map { ", \($0.words)" } ?? ""
      return Notice(
        "This citation is left as it is: as \(style.words)\(why).",
        line: brief.citations[change.citations.lowerBound].line)
    }
    let lost = brief.citations.filter { $0.source == nil }
    return notices
      + lost.map {
        Notice("This citation leads to no source, and is left as it is.", line: $0.line)
      }
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
  /// How a citation of the style is written.
  fileprivate var form: Citation.Form {
    switch self {
    case .inline: .link
    case .numbered: .number
    case .footnotes: .footnote
    }
  }

  /// The style in a sentence.
  fileprivate var words: String {
    switch self {
    case .inline: "a link"
    case .numbered: "a number"
    case .footnotes: "a footnote"
    }
  }
}
