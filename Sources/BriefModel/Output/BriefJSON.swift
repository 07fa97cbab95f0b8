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
    json.raw("{\"path\":")
    json.string(error.path)
    json.raw(",\"error\":")
    json.string(error.description)
    json.raw("}")
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
    json.raw("{\"schema\":\"broadsheet.brief/1\",\"path\":")
    json.string(brief.path)
    json.raw(",\"title\":")
    json.string(brief.title)
    json.raw(",\"date\":")
    json.string(brief.date?.date.description)
    json.raw(",\"dateOrigin\":")
    json.string(brief.date?.origin.rawValue)
    json.raw(",\"lede\":")
    let lede = brief.lede.plainText
    json.string(lede.isEmpty ? nil : lede)
    json.raw(",\"sections\":")
    json.array(brief.sections, writeSection)
    json.raw(",\"citations\":")
    let cited = sentences.all(in: brief)
    json.array(brief.citations) { writeCitation($1, brief, cited[$1.number - 1], to: &$0) }
    json.raw(",\"sources\":")
    json.array(brief.sources, writeSource)
    json.raw("}")
  }

  private func writeSection(_ json: inout JSONBytes, _ section: Section) {
    json.raw("{\"id\":")
    json.string(section.id)
    json.raw(",\"title\":")
    json.string(section.title)
    json.raw(",\"level\":")
    json.number(section.level)
    json.raw(",\"kind\":")
    json.string(section.kind.rawValue)
    json.raw(",\"text\":")
    json.string(section.blocks.plainText)
    json.raw(",\"citations\":")
    json.array(section.citations) { $0.number($1 + 1) }
    json.raw("}")
  }

  private func writeCitation(
    _ citation: Citation, _ brief: Brief, _ sentence: String, to json: inout JSONBytes
  ) {
    json.raw("{\"number\":")
    json.number(citation.number)
    json.raw(",\"source\":")
    if let source = citation.source {
      json.number(brief.sources[source].number)
    } else {
      json.raw("null")
    }
    json.raw(",\"section\":")
    if let section = citation.section { json.number(section) } else { json.raw("null") }
    json.raw(",\"label\":")
    json.string(citation.label)
    json.raw(",\"form\":")
    json.string(citation.form.rawValue)
    json.raw(",\"sentence\":")
    json.string(sentence)
    json.raw(",\"line\":")
    json.number(citation.line)
    json.raw(",\"column\":")
    json.number(citation.column)
    json.raw("}")
  }

  private func writeSource(_ json: inout JSONBytes, _ source: Source) {
    json.raw("{\"number\":")
    json.number(source.number)
    json.raw(",\"url\":")
    json.string(source.url.ascii)
    json.raw(",\"canonicalURL\":")
    json.string(source.url.canonical)
    json.raw(",\"outlet\":")
    json.string(source.outlet)
    json.raw(",\"host\":")
    json.string(source.url.host)
    json.raw(",\"domain\":")
    json.string(source.url.domain)
    json.raw(",\"title\":")
    json.string(source.title)
    json.raw(",\"date\":")
    json.string(source.date?.description)
    json.raw(",\"listed\":")
    json.bool(source.isListed)
    json.raw(",\"cited\":")
    json.number(source.citations.count)
    json.raw("}")
  }
}
