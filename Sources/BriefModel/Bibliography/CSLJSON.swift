/// CSL-JSON, the input of citation processors:
/// <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>.
enum CSLJSON {
  /// An array with one item a line.
  static func bytes(of entries: [CitationKeys.Keyed]) -> [UInt8] {
    var json = JSONBytes()
    json.lines(entries, write)
    json.raw("\n")
    return json.bytes
  }

  private static func write(_ json: inout JSONBytes, _ item: CitationKeys.Keyed) {
    json.object {
      $0.field("id", item.key)
      $0.field("type", item.isNews ? "article-newspaper" : "webpage")
      if let title = item.entry.title { $0.field("title", title) }
      $0.field("container-title", item.entry.outlet)
      if let date = item.entry.date {
        $0.object("issued") { $0.field("date-parts", [date], writeParts) }
      }
      $0.field("URL", item.entry.url.ascii)
    }
  }

  private static func writeParts(_ json: inout JSONBytes, _ date: CalendarDate) {
    json.array([date.year, date.month] + (date.day.map { [$0] } ?? [])) { $0.number($1) }
  }
}
