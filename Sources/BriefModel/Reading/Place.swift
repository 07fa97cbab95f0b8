/// Where in a brief reading stopped, independent of the width of the screen.
package struct Place: Hashable, Sendable {
  /// The section's `id`; nil before the first section.
  package var section: String?
  /// UTF-8 bytes of the section's text before the top line of the screen; negative in the lines
  /// above the lede, counted back from it.
  package var offset: Int

  package init(section: String?, offset: Int) {
    self.section = section
    self.offset = offset
  }
}
