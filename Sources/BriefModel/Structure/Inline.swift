/// A piece of running text.
package enum Inline: Sendable, Equatable {
  /// Sanitised text without line ends.
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  /// Code in the line; sanitised, without line ends.
  case code(String)
  /// A citation in the prose: its index in `Brief.citations`, and the label as written.
  /// The label may be empty, and is for one that is no link.
  case citation(Int, label: [Inline])
  /// Any other link: an entry of the list of sources, an anchor, a relative link, an address.
  /// Boxed, as it would double the room of all others.
  indirect case link(Link)
  /// An image, shown by its alternative text (empty where none is given).
  case image(alternative: String)
  /// A line end of the file that means a space.
  case softBreak
  /// A line end that is meant.
  case lineBreak
}

/// A link that is not a citation.
package struct Link: Sendable, Equatable {
  /// Where a link leads that is not a citation.
  package enum Destination: Sendable, Equatable {
    /// An entry of the list of sources: an index into `Brief.sources`.
    case source(Int)
    /// A place in this brief: the fragment without `#`, percent-decoded.
    case anchor(String)
    /// A file relative to this brief's own, with the fragment where there is one.
    case file(String, fragment: String?)
    /// Anything else (`mailto:`, a refused URL …), never opened; sanitised.
    case other(String)
  }

  package var destination: Destination
  package var label: [Inline]

  package init(destination: Destination, label: [Inline]) {
    self.destination = destination
    self.label = label
  }
}
