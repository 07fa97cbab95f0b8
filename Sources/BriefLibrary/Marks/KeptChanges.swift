package import BriefModel

/// What was kept, with the numbers that briefs got.
package struct KeptChanges: Sendable, Equatable {
  /// In their order, each with the number of its brief.
  package var changes: [LibraryChange] = []
  /// What is known now of the briefs that had no number, by their contents.
  package var records: [Fingerprint: ReadingRecord] = [:]

  package init() {}
}

extension Shelf {
  /// Makes the changes of some steps, in their order.
  func keep(_ steps: [LibraryChanges], path: String) throws -> KeptChanges {
    var kept = KeptChanges()
    var numbers: [Fingerprint: Int64] = [:]
    for step in steps {
      var changes: [LibraryChange] = []
      for marks in step.unnumbered {
        let number = try brief(for: marks.key.resolved)
        numbers[marks.key.fingerprint] = number
        changes += marks.changes(of: number)
      }
      changes += step.numbered
      for change in changes { try apply(change, path: path) }
      kept.changes += changes
    }
    for (fingerprint, number) in numbers { kept.records[fingerprint] = try record(of: number) }
    return kept
  }
}
