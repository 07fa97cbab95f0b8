/// The forms in which a catalog of sources is written.
package enum SourceFormat: String, CaseIterable, Sendable {
  /// For reading.
  case text
  /// The schema `broadsheet.sources/1`, which `docs/sources.md` explains.
  case json
  /// CSL-JSON, for citation processors.
  case cslJSON = "csl-json"
  /// BibTeX, for LaTeX and most managers of references.
  case bibtex
  /// RIS, for managers of references.
  case ris
  /// One address a line.
  case urls

  /// The bytes of the entries in their order, with a line end after the last line.
  package func bytes(of entries: [SourceCatalog.Entry]) -> [UInt8] {
    switch self {
    case .text: SourceText.bytes(of: entries)
    case .json: SourceJSON.bytes(of: entries)
    case .cslJSON: CSLJSON.bytes(of: CitationKeys.keyed(entries))
    case .bibtex: BibTeX.bytes(of: CitationKeys.keyed(entries))
    case .ris: RIS.bytes(of: CitationKeys.keyed(entries))
    case .urls: entries.flatMap { Array($0.url.ascii.utf8) + [0x0A] }
    }
  }
}
