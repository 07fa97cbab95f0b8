/// A cited news brief: a title, a lede, sections whose sentences cite sources, and those sources.
///
/// A brief is a value without any link to the file system or the screen.
/// Every string in it has passed `Sanitizer`, so none holds a control character.
package struct Brief: Sendable, Equatable {
  /// Where the brief came from, as given on the command line; `-` for standard input.
  package var path: String
  /// The title in plain text; never empty.
  package var title: String
  /// The content of the title's heading, with its citations; empty where the title comes from
  /// elsewhere and no heading was taken for it.
  package var heading: [Inline]
  /// The day of the brief and where it was found; nil only when not even the file has a time.
  package var date: BriefDate?
  /// What stands before the first section heading (the title's heading excepted).
  package var lede: [Block]
  /// All sections in the order of the file, nested ones flat with their level.
  package var sections: [Section]
  /// All citations in the order of the text.
  package var citations: [Citation]
  /// All sources by their number: those that the brief itself numbers, then those cited, by first
  /// citation, then those only listed.
  package var sources: [Source]
  /// The links that lead to no web address, in the order of the file.
  package var otherLinks: [OtherLink]
  /// The footnotes and numbered entries that nothing can cite, as others have their names.
  package var repeatedEntries: [RepeatedEntry] = []
  /// The raised numbers, and those that stick to sentences, which are text as no entry is as high,
  /// where others of their form cite.
  package var strayNumbers: [StrayNumbers] = []
  /// What was repaired or left out while reading, for the reader to be told.
  package var notices: [Notice]

  package init(
    path: String, title: String, heading: [Inline] = [], date: BriefDate? = nil,
    lede: [Block] = [], sections: [Section] = [], citations: [Citation] = [],
    sources: [Source] = [], otherLinks: [OtherLink] = [],
    notices: [Notice] = []
  ) {
    self.path = path
    self.title = title
    self.heading = heading
    self.date = date
    self.lede = lede
    self.sections = sections
    self.citations = citations
    self.sources = sources
    self.otherLinks = otherLinks
    self.notices = notices
  }
}
