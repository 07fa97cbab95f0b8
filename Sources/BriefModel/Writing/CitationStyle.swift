/// The way in which a brief is to write its citations.
package enum CitationStyle: String, Sendable, CaseIterable {
  /// `[label](url)`.
  case inline
  /// `[1]`, with a numbered list of sources.
  case numbered
  /// `[^1]`, with definitions.
  case footnotes
}
