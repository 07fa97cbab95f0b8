/// A brief as Markdown again.
package struct WrittenBrief: Sendable, Equatable {
  package var bytes: [UInt8]
  /// What could not be written in the style, for the writer of the brief to be told.
  package var notices: [WritingNotice]
}

/// Writes a brief back with its citations in one style and all other bytes as they are.
///
/// What it writes is read again: a change after which a section, a citation, its sentence or a
/// source would be another is taken back, so that the brief says the same.
package struct BriefWriter {
  let brief: Brief
  let text: [UInt8]
  private let path: String
  private let today: CalendarDate
  /// What may be citations in the text.
  private let marks: [Mark]
  /// From what the text has been written.
  let passes: WrittenPasses
  /// How many citations and entries it has.
  private let linkCount: Int
  /// The addresses and entries of the brief, which are the same however their marks are written.
  private let memory: ReadingMemory

  private init(
    _ brief: Brief, _ text: [UInt8], marks: [Mark], passes: WrittenPasses,
    memory: ReadingMemory, path: String, today: CalendarDate
  ) {
    self.passes = passes
    self.memory = memory
    self.brief = brief
    linkCount = brief.sources.reduce(brief.citations.count) { $0 + $1.entries.count }
    self.text = text
    self.marks = marks
    self.path = path
    self.today = today
  }

  /// The brief of these bytes in a style; nil leaves its bytes as they are, in UTF-8.
  ///
  /// Throws for what is no brief.
  package static func write(
    bytes: [UInt8], path: String, style: CitationStyle?, today: CalendarDate
  ) throws(BriefError) -> WrittenBrief {
    let decoding = try TextDecoding(bytes, path: path)
    guard let style else { return WrittenBrief(bytes: decoding.written, notices: []) }
    var text = decoding.written
    let memory = ReadingMemory.again
    let (brief, _, marks) = try BriefParser.parseWithMarks(
      bytes: text, path: path, modified: nil, today: today, memory: memory)
    // A tag within which the file ends is read with the end of line that the file lacks.
    if brief.citations.contains(where: { $0.range.upperBound > text.count }) { text.append(0x0A) }
    var writer = BriefWriter(
      brief, text, marks: marks, passes: WrittenPasses(text), memory: memory, path: path,
      today: today)
    var effort = Effort()
    // What is left at first may be written once all else is: it goes on until nothing changes.
    var pass = 0
    while true {
      let attempt = writer.attempt(style, &effort)
      pass += 1
      guard pass < passLimit, !effort.isLow, let next = attempt.next,
        attempt.changes.contains(where: { !$0.isActive })
      else { return writer.written(attempt, style) }
      writer = next
    }
  }

  /// How often a brief is written until it stays the same.
  private static let passLimit = 6

  /// How often a brief is written and read again before it is left as it is.
  private static let roundLimit = 60

  /// What has come of writing a brief.
  private struct Attempt {
    /// The brief as written; nil where nothing could be.
    var next: BriefWriter?
    var changes: [Change]
    /// Why nothing could be: what is left is told so.
    var reason = Difference.sources
    /// How many sources have another outlet or title.
    var renamedCount = Int.max
  }

  private func written(_ attempt: Attempt, _ style: CitationStyle) -> WrittenBrief {
    let doubled = style == .footnotes ? attempt.next?.doubledList : nil
    return WrittenBrief(
      bytes: attempt.next?.text ?? text,
      notices: (doubled.map { [$0] } ?? []) + notices(of: attempt.changes, style))
  }

  private func attempt(_ style: CitationStyle, _ effort: inout Effort) -> Attempt {
    var changes = Changes(brief, text, style).all
    var reason = Difference.sources
    for mode in SourceListing.Mode.allCases where changes.contains(where: \.isActive) {
      let attempt = attempt(changes, style, mode, &effort)
      if attempt.next != nil { return attempt }
      if mode == SourceListing.Mode.allCases.last {
        (changes, reason) = (attempt.changes, attempt.reason)
      }
    }
    for index in changes.indices where changes[index].isActive {
      changes[index].retreat(reason, isLast: true)
    }
    return Attempt(next: nil, changes: changes)
  }

  /// Writes changes and takes back what makes the brief say something else, until it says the same.
  private func attempt(
    _ changes: [Change], _ style: CitationStyle, _ mode: SourceListing.Mode,
    _ effort: inout Effort
  ) -> Attempt {
    var changes = changes
    var avoided: Set<Int> = []
    var own = OwnEntries()
    var best = Attempt(next: nil, changes: changes, reason: .effort)
    for round in 1...BriefWriter.roundLimit {
      // Citations alone may be too many, whatever is written.
      guard effort.allows(0, links: linkCount) else { break }
      let listing = listing(for: changes, style, mode, avoided, own)
      changes.leave(unmarkedIn: listing.marks)
      let patches = patches(of: changes, listing)
      let size = patches.reduce(text.count) { $0 + $1.bytes.count }
      guard effort.mayRead(size, links: linkCount) else { break }
      let written = PatchedText(text, patches)
      guard written.bytes != text, let next = next(written) else {
        best.reason = .sources
        break
      }
      let likeness = Likeness(
        brief, next.brief, of: written, forms: forms(of: changes, style),
        added: listing.patches.lazy.flatMap(\.bytes), notes: listing.notes)
      if likeness.isPerfect {
        if likeness.renamed.count <= best.renamedCount, likeness.redated.isEmpty {
          best = Attempt(next: next, changes: changes, renamedCount: likeness.renamed.count)
        }
        guard
          style != .inline
            && own.change(after: likeness, listing, where: isNamable)
            || changes.retreat(fromDaysOf: likeness.redated, brief)
        else { return best }
        continue
      }
      let isLast = effort.isLow || round > BriefWriter.roundLimit / 2
      if !likeness.taken.isSubset(of: avoided) {
        avoided.formUnion(likeness.taken)
      } else if !changes.retreat(from: likeness, isLast: isLast) {
        best.reason = .sources
        break
      }
    }
    return best.next == nil ? Attempt(next: nil, changes: changes, reason: best.reason) : best
  }

  /// The brief that is read from a text with its patches; nil where that is none.
  private func next(_ written: PatchedText) -> BriefWriter? {
    let again = try? BriefParser.parseWithMarks(
      bytes: written.bytes, path: path, modified: nil, today: today, memory: memory)
    return again.map { brief, text, marks in
      // A tag within which the text ends is read with the end of line that the text lacks.
      let isCut = brief.citations.contains { $0.range.upperBound > written.bytes.count }
      return BriefWriter(
        brief, isCut ? text : written.bytes, marks: marks, passes: passes.adding(written),
        memory: memory, path: path, today: today)
    }
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
    for changes: [Change], _ style: CitationStyle, _ mode: SourceListing.Mode,
    _ avoided: Set<Int>, _ own: OwnEntries
  ) -> SourceListing {
    var marked: Set<Int> = []
    for change in changes {
      for patch in change.patches { marked.formUnion(patch.sources) }
    }
    // What shares the mark of an entry with others has one, unless it is cited in another way.
    let cited = brief.sources.indices.filter { index in
      let source = brief.sources[index]
      return marked.contains(index)
        || !source.citations.isEmpty && !source.entries.contains(where: \.isShared)
    }
    let needed = marked.isEmpty ? [] : Set(cited)
    let taken = TakenNumbers(brief, marks: marks, style, avoided: avoided)
    return SourceListing(
      brief, text, style, mode, needed: needed, taken: taken, own: own)
  }

  /// Whether a source's own entry has a place for the name of its outlet.
  private func isNamable(_ source: Int) -> Bool {
    EntryOutlets(text).naming(brief.sources[source]) != nil
  }

  private func patches(of changes: [Change], _ listing: SourceListing) -> [Patch] {
    let marks = listing.marks
    return changes.flatMap { $0.patches.compactMap { $0.written(marks) } } + listing.patches
      + unused(changes)
  }

  /// The definitions that no reference needs any more: alone they would be shown, and so would the
  /// later ones of the same name, which never counted.
  private func unused(_ changes: [Change]) -> [Patch] {
    let citations = brief.citations
    guard citations.contains(where: { $0.form == .reference }) else { return [] }
    let definitions = LinkDefinitions(text)
    // By the first line of a name.
    var gone: [Int: [Range<Int>]] = [:]
    var left: Set<Int> = []
    text.withUnsafeBufferPointer { text in
      for change in changes {
        for index in change.citations where citations[index].form == .reference {
          let lines = definitions.lines(of: text.slice(citations[index].range))
          guard let first = lines.first?.lowerBound else { continue }
          if !change.isActive {
            left.insert(first)
          } else if gone[first] == nil, let source = citations[index].source {
            gone[first] = Array(brief.sources[source].isListed ? lines.dropFirst() : lines[...])
          }
        }
      }
    }
    return gone.filter { !left.contains($0.key) }.values.joined().map { Patch($0, "") }
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
}
