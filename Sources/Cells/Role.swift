/// What a piece of the screen is; themes give each role its style.
///
/// A role that a theme leaves out takes the style of the role up to its last dot, at last `text`.
package enum Role: String, CaseIterable, Sendable {
  case text
  /// Anything secondary: dates, counts, what has been read.
  case textDim = "text.dim"
  case title
  case heading
  case headingRead = "heading.read"
  case lede
  case emphasis
  case strong
  case strikethrough
  case code
  case quote
  /// Thin lines: rules, table lines, the bar beside a quote.
  case line
  case listMarker = "list.marker"
  case image
  /// A citation's label.
  case citation
  case citationNumber = "citation.number"
  /// The current citation; label and number alike.
  case citationCurrent = "citation.current"
  /// A link that is not a citation.
  case link
  case linkCurrent = "link.current"
  case markUnread = "mark.unread"
  case markRead = "mark.read"
  case markChanged = "mark.changed"
  case markStarred = "mark.starred"
  /// Words that came since the brief was read, and the signs of lines that did.
  case changeAdded = "change.added"
  case changeRemoved = "change.removed"
  /// The `▌` before the row under the cursor, in the focused pane.
  case cursor
  /// The row under the cursor.
  case row
  case rowCurrent = "row.current"
  case rowRead = "row.read"
  case header
  case headerFocused = "header.focused"
  case divider
  case linkLine = "linkline"
  case linkLineHost = "linkline.host"
  case status
  case statusKey = "status.key"
  case notice
  case error
  case match
  case matchCurrent = "match.current"
  /// The letters put on links by `;`.
  case label
  case overlay
  case overlayHeader = "overlay.header"
  case overlayKey = "overlay.key"
}
