import BriefModel

/// Marking more briefs than are marked while one waits: beside the loop, and without having them
/// in memory.
extension State {
  /// As many briefs are marked at once, and before the next key.
  private static let most = 1000

  /// Whether so many briefs of the library are marked beside the loop.
  func isBulk(_ count: Int) -> Bool { list.isLibrary && count > Self.most }

  mutating func markInBulk(_ rows: [Int]) -> [Effect] {
    let step = marks.beginBulk()
    library.bulk = BulkProgress(.marking, total: rows.count)
    return [.markBulk(rows.compactMap { list.ids[safe: $0] }, step: step)]
  }

  /// Takes a step back or does it again; nil where that is done here.
  mutating func replayInBulk(_ step: MarkStep, forward: Bool) -> [Effect]? {
    guard let bulk = step.bulk else { return nil }
    library.replayed = step.what
    library.bulk = BulkProgress(forward ? .redoing : .undoing, total: 0)
    return [.replayBulk(step: bulk, forward: forward)]
  }

  mutating func take(_ end: BulkEnd) {
    library.bulk = nil
    let done = told(end)
    guard let failure = end.failure else { return tell(done ?? "Nothing was to be marked") }
    tell(done.map { $0 + "; then: " + failure } ?? failure, isFailure: true)
  }

  /// What was done; nil where nothing was.
  private mutating func told(_ end: BulkEnd) -> String? {
    guard end.done > 0 else { return nil }
    switch end.what {
    case .marking:
      let what = "\(Count.of(end.done, "brief")) marked read"
      marks.add(MarkStep(changes: [], bulk: end.step, what: what))
      return what + (keymap.hint(.undo).map { "; \($0) undoes" } ?? "")
    case .undoing, .redoing:
      let verb = end.what == .undoing ? "Undone" : "Done again"
      return "\(verb): \(end.failure == nil ? library.replayed : Count.of(end.done, "mark"))"
    }
  }
}
