/// Reads lines that start with numbers, which may be entries though no heading says so.
extension CitationReader {
  /// Reads lines that start with numbers as entries; false where they are none.
  ///
  /// Without a heading or a label above, one line alone is an entry only where it is nothing but a
  /// link, or where its number stands elsewhere too.
  mutating func readNumbered(
    _ lines: ArraySlice<Inline>, isAnnounced: Bool = false
  ) -> Bool {
    guard let first = lines.first, startsEntry(first) else { return false }
    let entries = Array(lines).entries
    let fitting = entries.count(where: looksLikeEntry)
    guard fitting > 0, 2 * fitting >= entries.count(where: LinkList.isEntry),
      isAnnounced || max(fitting, siblings) > 1
        || entries.contains(where: standsAlone)
    else { return false }
    for entry in entries { addEntry(entry) }
    return true
  }

  private func looksLikeEntry(_ line: ArraySlice<Inline>) -> Bool {
    guard let first = line.first, startsEntry(first) else { return false }
    return isDefinition(line) ? LinkList.isEntry(line) : EntryShape.fits(line)
  }

  private func standsAlone(_ line: ArraySlice<Inline>) -> Bool {
    isDefinition(line) || EntryShape.isBare(line) || isNamedElsewhere(line)
  }

  private func isDefinition(_ line: ArraySlice<Inline>) -> Bool {
    if case .definition? = line.first?.mark.map({ marks[$0].kind }) { true } else { false }
  }

  /// Whether the number with which a line starts stands in another place too.
  private func isNamedElsewhere(_ line: ArraySlice<Inline>) -> Bool {
    guard let mark = line.first?.mark, case .number(let number) = marks[mark].kind else {
      return false
    }
    return numberUses[number, default: 0] > 1
  }

  /// How many lines of blocks look like entries.
  func numberedLines(_ blocks: [Block]) -> Int {
    guard !marks.isEmpty else { return 0 }
    return blocks.reduce(0) { count, block in
      guard case .paragraph(let inlines) = block, let first = inlines.first, startsEntry(first)
      else { return count }
      return count + inlines.entries.count(where: looksLikeEntry)
    }
  }

  /// Whether a number or the name of a definition stands here.
  private func startsEntry(_ inline: Inline) -> Bool {
    switch inline.mark.map({ marks[$0].kind }) {
    case .number, .definition: true
    case .superscript, .digits, .footnote, .leak, .leakStart, nil: false
    }
  }
}
