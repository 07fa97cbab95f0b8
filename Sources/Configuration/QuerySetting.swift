/// One line of `[queries]`: a query that is kept under a name.
package struct QuerySetting: Sendable, Equatable {
  package var name: String
  /// As written, unchecked.
  package var query: String
  /// 1-based line in the file.
  package var line: Int?

  package init(name: String, query: String, line: Int? = nil) {
    self.name = name
    self.query = query
    self.line = line
  }
}

extension QuerySetting {
  /// What such a line does, in a sentence.
  package static let comment =
    "Each line keeps a query under a name, by which in:name finds the same."
  /// What may be set, in words.
  package static let values = "a string"
}
