/// A link of the file that leads to no web address, and where it stands.
package struct OtherLink: Sendable, Equatable {
  /// Why nothing is opened.
  package enum Kind: Sendable, Equatable {
    /// `http` or `https`, but the checker refuses it.
    case refused
    /// Another scheme, `//host`, or no destination at all.
    case scheme
    /// A path relative to the brief's own.
    case file
  }

  package var kind: Kind
  /// The destination, sanitised; may be empty.
  package var address: String
  /// The bytes of the whole link in the decoded text.
  package var range: Range<Int>

  package init(kind: Kind, address: String, range: Range<Int>) {
    self.kind = kind
    self.address = address
    self.range = range
  }
}
