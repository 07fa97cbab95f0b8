/// One section of a brief: a heading and the blocks up to the next heading of any level.
package struct Section: Sendable, Equatable {
  /// What a section is for.
  package enum Kind: String, Sendable {
    /// Prose to be read.
    case body
    /// The list of sources: known as such, and not something to read.
    case sources
  }

  /// The heading's slug (lower case, words joined by `-`), made unique by `-1`, `-2` …; the
  /// target of in-page anchors, and the key of the section's read mark.
  package var id: String
  /// The heading's content.
  package var heading: [Inline]
  /// The heading in plain text; never empty.
  package var title: String
  /// Heading level, 1 to 6.
  package var level: Int
  package var kind: Kind
  package var blocks: [Block]
  /// Indices into `Brief.citations` of the citations in this section's heading and blocks.
  package var citations: Range<Int>
  /// 1-based line of the heading in the file.
  package var line: Int

  package init(
    id: String, heading: [Inline], title: String, level: Int, kind: Kind = .body,
    blocks: [Block] = [], citations: Range<Int> = 0..<0, line: Int = 1
  ) {
    self.id = id
    self.heading = heading
    self.title = title
    self.level = level
    self.kind = kind
    self.blocks = blocks
    self.citations = citations
    self.line = line
  }
}
