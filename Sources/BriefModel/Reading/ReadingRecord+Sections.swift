extension ReadingRecord {
  /// The marks as they are on the parts of a text: where sections of one title came, went or moved,
  /// their ids are others now, and a mark goes to the part that says what was read.
  ///
  /// A mark whose part says something else now stays, unless another takes its place.
  package func marks(on parts: [BriefSummary.Part]) -> [String: Fingerprint] {
    let wanting = parts.filter { readSections[$0.id] != $0.fingerprint }
    guard !wanting.isEmpty, !readSections.isEmpty else { return readSections }
    let held = Set(parts.map(\.id)).subtracting(wanting.map(\.id))
    var free: [Fingerprint: [String]] = [:]
    for (id, fingerprint) in readSections where !held.contains(id) {
      free[fingerprint, default: []].append(id)
    }
    var moved: [String: Fingerprint] = [:]
    var marks = readSections
    for part in wanting {
      guard let id = free[part.fingerprint]?.popLast() else { continue }
      marks[id] = nil
      moved[part.id] = part.fingerprint
    }
    return marks.merging(moved) { $1 }
  }
}
