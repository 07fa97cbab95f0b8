/// A search while it is typed: where it began, to return there, and the text that each key searches
/// anew.
struct TypedSearch: Sendable, Equatable {
  let pane: Pane
  /// Index of the entry that was shown.
  let entry: Int
  /// The search that was on.
  let before: Search?
  private(set) var text: TextPosition
  /// Columns of the layout in which `text` says a line.
  private(set) var width: Int?
  let briefs: ListCursor
  let sections: ListCursor
  let sources: ListCursor
  /// What was searched last.
  var query = ""
  /// The text as it is compared, once a key has asked for it.
  var searched: SearchedText?

  init(
    pane: Pane, entry: Int, before: Search?, text: TextPosition, layout: TextLayout?,
    briefs: ListCursor, sections: ListCursor, sources: ListCursor
  ) {
    self.pane = pane
    self.entry = entry
    self.before = before
    self.text = text
    width = layout?.width
    self.briefs = briefs
    self.sections = sections
    self.sources = sources
  }

  /// The text was laid out anew; in a file that was read again links have other numbers.
  mutating func forgetLayout(isOfNewText: Bool) {
    searched = nil
    width = nil
    if isOfNewText { text.link = nil }
  }
}
