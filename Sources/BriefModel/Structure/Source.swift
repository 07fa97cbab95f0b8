/// A source of a brief: one canonical URL, whoever cites it and however often.
package struct Source: Sendable, Equatable {
  /// 1-based: sources by first citation, then those only listed.
  package var number: Int
  /// The URL as first written.
  package var url: SourceURL
  /// Who published it: the label in the list of sources, else the citation's label when it is a
  /// name, else the host.
  package var outlet: String
  /// The article's title, where the brief gives one.
  package var title: String?
  /// The article's date, where its URL carries one.
  package var date: CalendarDate?
  /// Whether the brief's list of sources has it.
  package var isListed: Bool
  /// Indices into `Brief.citations`.
  package var citations: [Int]

  package init(
    number: Int, url: SourceURL, outlet: String, title: String? = nil, date: CalendarDate? = nil,
    isListed: Bool = false, citations: [Int] = []
  ) {
    self.number = number
    self.url = url
    self.outlet = outlet
    self.title = title
    self.date = date
    self.isListed = isListed
    self.citations = citations
  }
}
