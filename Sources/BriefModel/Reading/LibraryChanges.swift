/// What one step changes of reading; it is kept whole or not at all.
package struct LibraryChanges: Sendable, Equatable {
  /// Of briefs that have a number.
  package var numbered: [LibraryChange]
  /// Of briefs that get one with it.
  package var unnumbered: [UnnumberedMarks]

  package init(_ numbered: [LibraryChange] = [], unnumbered: [UnnumberedMarks] = []) {
    self.numbered = numbered
    self.unnumbered = unnumbered
  }

  package var isEmpty: Bool { numbered.isEmpty && unnumbered.isEmpty }

  /// How many marks there are; places are none.
  package var markCount: Int {
    numbered.count(where: \.isCounted) + unnumbered.reduce(0) { $0 + $1.count }
  }

  /// Takes out the places that later changes put others in the place of, so that however long
  /// changes wait, there is one of each brief.
  package mutating func forgetPlaces(of later: LibraryChanges) {
    let records = Set(later.numbered.filter { !$0.isMark }.map(\.record))
    numbered.removeAll { !$0.isMark && records.contains($0.record) }
    for marks in later.unnumbered where marks.hasPlace {
      for index in unnumbered.indices where unnumbered[index].key == marks.key {
        unnumbered[index].forgetPlace()
      }
    }
    unnumbered.removeAll { $0.count == 0 && !$0.hasPlace }
  }

  /// Puts what is known of a brief in line with the changes; what they do to other briefs is
  /// nothing to it.
  package func apply(to record: inout ReadingRecord, of fingerprint: Fingerprint?) {
    for marks in unnumbered where marks.key.fingerprint == fingerprint {
      for change in marks.changes(of: record.id ?? 0) { change.apply(to: &record) }
    }
    for change in numbered where change.record == record.id { change.apply(to: &record) }
  }
}

extension LibraryChange {
  /// Whether a loss of power must not take it: a mark or a star, but not the place.
  package var isMark: Bool {
    switch self {
    case .section, .star: true
    case .place: false
    }
  }

  /// Whether it counts where marks are counted: that of a lede beside sections goes with theirs.
  package var isCounted: Bool {
    switch self {
    case .section(_, let id, _): id != BriefSummary.ledeID
    case .star: true
    case .place: false
    }
  }

  fileprivate func apply(to record: inout ReadingRecord) {
    switch self {
    case .section(_, let id, let read): record.readSections[id] = read
    case .star(_, let isStarred): record.isStarred = isStarred
    case .place(_, let place): record.place = place
    }
  }
}
