/// What is told of a source, be it one of a brief's or of many briefs together.
package protocol SourceRecord {
  var number: Int { get }
  var url: SourceURL { get }
  var outlet: String { get }
  var title: String? { get }
  var date: CalendarDate? { get }
  /// Whether a list of sources has it.
  var isListed: Bool { get }
  /// How many citations there are of it.
  var citationCount: Int { get }
}

extension Source: SourceRecord {
  package var citationCount: Int { citations.count }
}

extension SourceCatalog.Entry: SourceRecord {}

extension JSONBytes {
  /// Appends the fields of a source, which are the same wherever one stands.
  mutating func fields(of source: some SourceRecord) {
    field("number", source.number)
    field("url", source.url.ascii)
    field("canonicalURL", source.url.canonical)
    field("outlet", source.outlet)
    field("host", source.url.host)
    field("domain", source.url.domain)
    field("title", source.title)
    field("date", source.date?.description)
    field("listed", source.isListed)
    field("cited", source.citationCount)
  }
}
