/// Sources as JSON of the schema `broadsheet.sources/1`, which `docs/sources.md` explains.
enum SourceJSON {
  /// One object, with one source a line.
  static func bytes(of entries: [SourceCatalog.Entry]) -> [UInt8] {
    var json = JSONBytes()
    json.raw("{\"schema\":\"broadsheet.sources/1\",\"sources\":[")
    for (index, entry) in entries.enumerated() {
      json.raw(index == 0 ? "\n" : ",\n")
      write(entry, to: &json)
    }
    json.raw("\n]}\n")
    return json.bytes
  }

  private static func write(_ entry: SourceCatalog.Entry, to json: inout JSONBytes) {
    json.raw("{\"number\":")
    json.number(entry.number)
    json.raw(",\"url\":")
    json.string(entry.url.ascii)
    json.raw(",\"canonicalURL\":")
    json.string(entry.url.canonical)
    json.raw(",\"outlet\":")
    json.string(entry.outlet)
    json.raw(",\"host\":")
    json.string(entry.url.host)
    json.raw(",\"domain\":")
    json.string(entry.url.domain)
    json.raw(",\"title\":")
    json.string(entry.title)
    json.raw(",\"date\":")
    json.string(entry.date?.description)
    json.raw(",\"listed\":")
    json.bool(entry.isListed)
    json.raw(",\"cited\":")
    json.number(entry.citations)
    json.raw(",\"uses\":")
    json.array(entry.uses, write)
    json.raw("}")
  }

  private static func write(_ json: inout JSONBytes, _ use: SourceCatalog.Use) {
    json.raw("{\"path\":")
    json.string(use.path)
    json.raw(",\"section\":")
    json.string(use.section)
    json.raw(",\"line\":")
    json.number(use.line)
    json.raw(",\"count\":")
    json.number(use.count)
    json.raw("}")
  }
}
