/// Sources as JSON of the schema `broadsheet.sources/1`, which `docs/sources.md` explains.
enum SourceJSON {
  /// One object, with one source a line.
  static func bytes(of entries: [SourceCatalog.Entry]) -> [UInt8] {
    var json = JSONBytes()
    json.object {
      $0.field("schema", "broadsheet.sources/1")
      $0.key("sources")
      $0.lines(entries, write)
    }
    json.raw("\n")
    return json.bytes
  }

  private static func write(_ json: inout JSONBytes, _ entry: SourceCatalog.Entry) {
    json.object {
      $0.fields(of: entry)
      $0.field("uses", entry.uses, write)
    }
  }

  private static func write(_ json: inout JSONBytes, _ use: SourceCatalog.Use) {
    json.object {
      $0.field("path", use.path)
      $0.field("section", use.section)
      $0.field("line", use.line)
      $0.field("count", use.count)
    }
  }
}
