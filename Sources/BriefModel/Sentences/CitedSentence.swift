/// A sentence that cites, as a part of the text in which it stands.
struct CitedSentence {
  let text: CitedText
  /// The bytes of the sentence in the text.
  let range: Range<Int>
  /// The citations in it, with their labels' bytes in the text; at least one.
  let citations: ArraySlice<(index: Int, range: Range<Int>)>
}
