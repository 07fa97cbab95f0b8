/// One place in the prose that cites a source.
package struct Citation: Sendable, Equatable {
  /// 1-based, in the order of the text.
  package var number: Int
  /// Index into `Brief.sources`.
  package var source: Int
  /// Index into `Brief.sections`; nil in the lede.
  package var section: Int?
  /// The label in plain text; empty for a bare link without one.
  package var label: String
  /// The target as written in the file, checked; the same source may be cited by several.
  package var url: SourceURL
  /// 1-based line in the file of the link's first byte (`[`, `<` or the URL's own).
  package var line: Int
  /// 1-based column of that byte, in bytes.
  package var column: Int

  package init(
    number: Int, source: Int, section: Int?, label: String, url: SourceURL, line: Int, column: Int
  ) {
    self.number = number
    self.source = source
    self.section = section
    self.label = label
    self.url = url
    self.line = line
    self.column = column
  }
}
