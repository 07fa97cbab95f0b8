/// Writes briefs as JSON of the schema `broadsheet.brief/1`, which `docs/brief-format.md` explains.
///
/// One writer serves any number of briefs; what it keeps between them is ICU's sentence rules.
package final class BriefJSON {
  private let sentences = Sentences()

  package init() {}

  /// Appends one object on one line, without a line end.
  package func append(_ brief: Brief, to output: inout [UInt8]) {
    var json = JSONBytes()
    swap(&json.bytes, &output)
    write(brief, to: &json)
    swap(&json.bytes, &output)
  }

  /// Appends `{"path":…,"error":…}` on one line, without a line end.
  package func append(_ error: BriefError, to output: inout [UInt8]) {
    var json = JSONBytes()
    json.object {
      $0.field("path", error.path)
      $0.field("error", error.description)
    }
    output += json.bytes
  }

  /// One brief as one line of JSON; for many, keep a writer.
  package static func encode(_ brief: Brief) -> [UInt8] {
    var output: [UInt8] = []
    BriefJSON().append(brief, to: &output)
    return output
  }

  /// One error as one line of JSON.
  package static func encode(_ error: BriefError) -> [UInt8] {
    var output: [UInt8] = []
    BriefJSON().append(error, to: &output)
    return output
  }
}

extension BriefJSON {
  private func write(_ brief: Brief, to json: inout JSONBytes) {
    let lede = brief.lede.plainText
    let cited = sentences.all(in: brief)
    json.object {
      $0.field("schema", "broadsheet.brief/1")
      $0.field("path", brief.path)
      $0.field("title", brief.title)
      $0.field("date", brief.date?.date.description)
      $0.field("dateOrigin", brief.date?.origin.rawValue)
      $0.field("lede", lede.isEmpty ? nil : lede)
      $0.field("sections", brief.sections, writeSection)
      $0.field("citations", brief.citations) {
        writeCitation($1, brief, cited[$1.number - 1], to: &$0)
      }
      $0.field("sources", brief.sources) { json, source in
        json.object { $0.fields(of: source) }
      }
    }
  }

  private func writeSection(_ json: inout JSONBytes, _ section: Section) {
    json.object {
      $0.field("id", section.id)
      $0.field("title", section.title)
      $0.field("level", section.level)
      $0.field("kind", section.kind.rawValue)
      $0.field("text", section.blocks.plainText)
      $0.field("citations", section.citations) { $0.number($1 + 1) }
    }
  }

  private func writeCitation(
    _ citation: Citation, _ brief: Brief, _ sentence: String, to json: inout JSONBytes
  ) {
    json.object {
      $0.field("number", citation.number)
      $0.field("source", citation.source.map { brief.sources[$0].number })
      $0.field("section", citation.section)
      $0.field("label", citation.label)
      $0.field("form", citation.form.rawValue)
      $0.field("sentence", sentence)
      $0.field("line", citation.line)
      $0.field("column", citation.column)
    }
  }
}
