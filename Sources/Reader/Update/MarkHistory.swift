import BriefModel

/// Changes of marks that belong together: one step of undo.
struct MarkStep: Sendable, Equatable {
  struct Change: Sendable, Equatable {
    var entry: Int
    /// The library's number for the brief that it was made of, which the entry may be no more once
    /// its file was rewritten; nil until there is one.
    var record: Int64?
    /// Key of the part; nil for the star.
    var part: String?
    var before: Fingerprint?
    var after: Fingerprint?
    var wasStarred = false
    var isStarred = false
  }

  var changes: [Change]
  /// The number under which the library has the changes, where they are too many to be here.
  var bulk: Int?
  /// What was done, for the status line.
  var what: String

  mutating func number(_ numbers: [Int: Int64]) {
    for index in changes.indices where changes[index].record == nil {
      changes[index].record = numbers[changes[index].entry]
    }
  }
}

/// The steps that can be undone and done again.
struct MarkHistory: Sendable, Equatable {
  private(set) var done: [MarkStep] = []
  private(set) var undone: [MarkStep] = []

  mutating func add(_ step: MarkStep) {
    done.append(step)
    undone = []
  }

  /// The number of a step whose changes the library has; nothing can be done again any more.
  mutating func beginBulk() -> Int {
    undone = []
    return (done.compactMap(\.bulk).max() ?? 0) + 1
  }

  /// Some entries got a number.
  mutating func number(_ numbers: [Int: Int64]) {
    for step in done.indices { done[step].number(numbers) }
    for step in undone.indices { undone[step].number(numbers) }
  }

  mutating func undo() -> MarkStep? {
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  mutating func redo() -> MarkStep? {
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }
}
