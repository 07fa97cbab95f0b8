/// The numbers of one mark that would be citations if a list had them: `⁹` and `capital.9`.
package struct StrayNumbers: Sendable, Equatable {
  /// How the mark is written.
  package var form: Citation.Form
  /// Those that no list has.
  package var numbers: [Int]
  /// The bytes of the whole mark.
  package var range: Range<Int>
  /// Whether the mark is one number alone.
  package var isWhole: Bool
}
