/// A piece of running text that is still open: a leaf block, emphasis, a link …
struct Span {
  enum Kind {
    /// The whole content of a leaf block.
    case leaf
    case emphasis, strong, strikethrough, image
    /// Code, whose text is gathered in the builder.
    case code
    /// A link with its title attribute; `isHTML` for one that an HTML tag opened.
    case link(LinkTarget, title: String?, isHTML: Bool)
    /// A span nested too deep: its content joins the one around it.
    case flattened
  }

  let kind: Kind
  var inlines: [Inline] = []
  /// Offset in the file of the first byte, once it is known.
  var start: Int?
  /// Offset before which the span cannot start.
  let lowerBound: Int
  /// The bytes in the file of the destination, where it is one piece of it.
  var destination: Range<Int>?
  /// The bytes in the file of the title, where it is one piece of it.
  var title: Range<Int>?
  /// Whether it starts in what is not shown.
  var isHidden = false

  init(_ kind: Kind, lowerBound: Int) {
    self.kind = kind
    self.lowerBound = lowerBound
  }

  /// Whether the place of its opening bracket is still to be found.
  var awaitsStart: Bool {
    switch kind {
    case .link, .image: start == nil
    case .leaf, .emphasis, .strong, .strikethrough, .code, .flattened: false
    }
  }

  /// Whether links in it cannot be.
  var isLink: Bool {
    switch kind {
    case .link, .image: true
    case .leaf, .emphasis, .strong, .strikethrough, .code, .flattened: false
    }
  }
}
