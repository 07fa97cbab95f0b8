/// CSL-JSON, the input of citation processors:
/// <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>.
enum CSLJSON {
  /// An array with one item a line.
  static func bytes(of entries: [CitationKeys.Keyed]) -> [UInt8] {
    var json = JSONBytes()
    json.raw("[")
    for (index, item) in entries.enumerated() {
      json.raw(index == 0 ? "\n" : ",\n")
      write(item, to: &json)
    }
    json.raw("\n]\n")
    return json.bytes
  }

  private static func write(_ item: CitationKeys.Keyed, to json: inout JSONBytes) {
    json.raw("{\"id\":")
    json.string(item.key)
    json.raw(",\"type\":")
    json.string(item.isNews ? "article-newspaper" : "webpage")
    if let title = item.entry.title {
      json.raw(",\"title\":")
      json.string(title)
    }
    json.raw(",\"container-title\":")
    json.string(item.entry.outlet)
    if let date = item.entry.date {
      json.raw(",\"issued\":{\"date-parts\":[")
      json.array([date.year, date.month] + (date.day.map { [$0] } ?? [])) { $0.number($1) }
      json.raw("]}")
    }
    json.raw(",\"URL\":")
    json.string(item.entry.url.ascii)
    json.raw("}")
  }
}
