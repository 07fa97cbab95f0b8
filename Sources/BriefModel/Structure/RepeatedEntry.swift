/// A footnote, or an entry of a list of sources, that has the name or the number of another one: what
/// cites that leads to the other.
package struct RepeatedEntry: Sendable, Equatable {
  /// How it is called: `[^a]`, `[2]`, or `2.` where the list itself counts.
  package var name: String
  /// The number by which the text would cite it; nil for a footnote.
  package var number: Int?
  /// The bytes of its name, or else of its first link.
  package var range: Range<Int>
  /// The bytes of its links.
  package var links: [Range<Int>]
  /// 1-based line of the one that counts.
  package var countingLine: Int
}
