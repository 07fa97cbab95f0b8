/// What would be another if a citation were written in a style: why it is left as it is.
enum Difference {
  /// The words of its heading, and so its anchor.
  case heading
  /// It would be no citation there, or one of something else.
  case reading
  /// It would belong to another sentence.
  case sentence
  /// Words of the text would be lost, or new ones shown.
  case words
  /// The day of the brief, or of the source.
  case day
  /// All sources together: their order or number.
  case sources
  /// Nothing of its own: one beside it cannot be written, by its index in `Brief.citations`.
  case neighbor(Int)
  /// What stands around the place makes something else of a mark.
  case place
  /// It stands in a block of HTML, where no mark is read.
  case markup
  /// No number is left that a mark can have: one beyond 999 is none where others are missing.
  case number
  /// Nothing that is known: the brief is too long for all ways to be tried.
  case effort

  /// What becomes of it, for the sentence that tells it is left.
  var words: String {
    switch self {
    case .heading: "its heading, and the anchor of it, would change"
    case .reading: "it would not be read as one there"
    case .sentence: "it would belong to another sentence"
    case .words: "words of the text would be lost"
    case .day: "another date would be read"
    case .sources: "the sources would be others"
    case .neighbor: "one beside it cannot be written"
    case .place: "what stands beside it would make something else of it"
    case .markup: "in a block of HTML no mark is read"
    case .number: "no number is left for it that would be read as one"
    case .effort: "the brief is too long for every way to be tried"
    }
  }
}
