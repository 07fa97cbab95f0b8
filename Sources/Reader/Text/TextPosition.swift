import BriefModel

/// Where the text pane stands in its layout.
struct TextPosition: Sendable, Equatable {
  /// First line shown.
  var top = 0
  /// The same as a place, which outlives a layout.
  var place = Place(section: nil, offset: 0)
  /// Columns by which wide tables and code are scrolled.
  var sideways = 0
  /// The selected link: index into `TextLayout.links`.
  var link: Int?
  /// The current section: set by the last of `]`, Tab and scrolling.
  var section: Int?
}
