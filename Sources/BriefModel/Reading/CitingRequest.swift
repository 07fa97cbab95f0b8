/// A question for the brief next by date that cites a source, too.
package struct CitingRequest: Sendable, Hashable {
  package var url: SourceURL
  /// The index's number of the brief that the search starts from.
  package var brief: Int64
  /// Whether newer briefs are sought and not older ones.
  package var isBackward: Bool

  package init(_ url: SourceURL, from brief: Int64, isBackward: Bool) {
    self.url = url
    self.brief = brief
    self.isBackward = isBackward
  }
}
