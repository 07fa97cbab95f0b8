/// One entry of a list of sources: where it leads to its source.
package struct SourceEntry: Sendable, Equatable {
  /// The number that the list gives the entry, as in `[3] Title: https://…`; nil without one.
  package var number: Int?
  /// The name of the footnote in whose definition the entry stands; nil for one of a list.
  package var note: String?
  /// Whether that number or name cites other sources, too.
  package var isShared: Bool
  /// The address as written there.
  package var url: SourceURL
  /// The bytes of the entry's link or address in the decoded text.
  package var range: Range<Int>
  /// 1-based line in the file of the first of them.
  package var line: Int
  /// 1-based column of that byte, in bytes.
  package var column: Int

  package init(
    number: Int? = nil, note: String? = nil, isShared: Bool = false, url: SourceURL,
    range: Range<Int>, line: Int, column: Int
  ) {
    self.number = number
    self.note = note
    self.isShared = isShared
    self.url = url
    self.range = range
    self.line = line
    self.column = column
  }
}

/// A source of a brief: one canonical URL, whoever cites it and however often.
package struct Source: Sendable, Equatable {
  /// The brief's own number where its list gives unique ones to all its entries; else 1-based:
  /// sources by first citation, then those only listed. Not an index.
  package var number: Int
  /// The URL as first written.
  package var url: SourceURL
  /// Who published it: the label in the list of sources, else the name that the brief uses most
  /// for the host, else that of `OutletTable`, else the registrable domain.
  package var outlet: String
  /// The name of a known outlet that the brief gives it, where that one publishes elsewhere and is
  /// not `outlet` therefore.
  package var borrowedName: String?
  /// The article's title, where the brief gives one.
  package var title: String?
  /// The article's date, where its URL carries one.
  package var date: CalendarDate?
  /// Its entries in the brief's lists of sources, in the order of the file.
  package var entries: [SourceEntry]
  /// Indices into `Brief.citations`.
  package var citations: [Int]

  package init(
    number: Int, url: SourceURL, outlet: String, title: String? = nil, date: CalendarDate? = nil,
    entries: [SourceEntry] = [], citations: [Int] = []
  ) {
    self.number = number
    self.url = url
    self.outlet = outlet
    self.title = title
    self.date = date
    self.entries = entries
    self.citations = citations
  }

  /// Whether a list of sources of the brief has it.
  package var isListed: Bool { !entries.isEmpty }
}
