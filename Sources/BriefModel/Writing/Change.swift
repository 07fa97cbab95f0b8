/// One place that is to be written in another way, with what to try where the first would change
/// the meaning.
struct Change {
  /// Indices into `Brief.citations` of all that the place holds.
  var citations: Range<Int>
  /// What to write, the best first; after the last the place is left as it is.
  var choices: [[MarkPatch]]
  var choice = 0
  /// What was different with the last choice that was not taken.
  var difference: Difference?

  var patches: [MarkPatch] { isActive ? choices[choice] : [] }
  var isActive: Bool { choice < choices.count }
  /// Whether all sources that it marks have a mark.
  func isWritable(with marks: [Int: String]) -> Bool {
    !isActive || choices[choice].allSatisfy { $0.isWritable(with: marks) }
  }

  /// Takes the next choice, or with `isLast` none of them any more.
  mutating func retreat(_ difference: Difference, isLast: Bool) {
    choice = isLast ? choices.count : choice + 1
    self.difference = difference
  }
}

/// A patch whose marks get their numbers when it is known which sources need one.
struct MarkPatch {
  enum Piece {
    case text(String)
    /// The mark of a source: an index into `Brief.sources`.
    case mark(Int)
  }

  var range: Range<Int>
  var pieces: [Piece]

  init(_ range: Range<Int>, _ pieces: [Piece]) {
    self.range = range
    self.pieces = pieces
  }

  /// The sources that it marks.
  var sources: [Int] {
    pieces.compactMap { if case .mark(let source) = $0 { source } else { nil } }
  }

  /// Whether all sources that it marks have a mark.
  func isWritable(with marks: [Int: String]) -> Bool {
    pieces.allSatisfy { if case .mark(let source) = $0 { marks[source] != nil } else { true } }
  }

  /// The patch with marks by their source; nil where one has none.
  func written(_ marks: [Int: String]) -> Patch? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .mark(let source):
        guard let mark = marks[source] else { return nil }
        text += mark
      }
    }
    return Patch(range, text)
  }
}
