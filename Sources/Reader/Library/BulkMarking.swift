/// Marks that are made of many briefs at once, a batch after the other.
package enum BulkMarking: Sendable, Equatable {
  case marking, undoing, redoing
}

/// How far that is.
package struct BulkProgress: Sendable, Equatable {
  package var what: BulkMarking
  /// Briefs where they are marked, and marks where these are taken back or made again.
  package var done: Int
  package var total: Int

  package init(_ what: BulkMarking, done: Int = 0, total: Int) {
    self.what = what
    self.done = done
    self.total = total
  }

  /// For the status line.
  var sentence: String {
    let verb =
      switch what {
      case .marking: "Marking"
      case .undoing: "Undoing"
      case .redoing: "Doing again"
      }
    let noun = what == .marking ? "brief" : "mark"
    return total > 0 ? "\(verb): \(done) of \(Count.of(total, noun))" : "\(verb)"
  }
}

/// What came of it, once it has ended.
package struct BulkEnd: Sendable, Equatable {
  package var what: BulkMarking
  /// The number by which it can be taken back.
  package var step: Int
  /// Briefs or marks that were changed, all of which are kept.
  package var done = 0
  /// Why it ended before its time; nil where it did not.
  package var failure: String?

  package init(_ what: BulkMarking, step: Int, done: Int = 0, failure: String? = nil) {
    self.what = what
    self.step = step
    self.done = done
    self.failure = failure
  }
}
