/// The chooser of themes, under which the screen shows the one that the cursor is at.
struct ThemeOverlay: Sendable, Equatable {
  var cursor = ListCursor()
}
