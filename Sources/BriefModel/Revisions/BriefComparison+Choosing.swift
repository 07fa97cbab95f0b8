extension BriefComparison {
  /// Compares a brief with that of its earlier texts, the newest first, in which most of what has
  /// changed was read; nil where there is none.
  package init?(of brief: Brief, sinceOneOf texts: [Brief], record: ReadingRecord) {
    let changed = BriefSummary(brief).parts.filter { record.state(of: $0) == .changed }
    let read = changed.compactMap { record.readSections[$0.id] }
    var best: (text: Brief, count: Int)?
    for text in texts {
      // Ids are others where sections of one title came or went; fingerprints hold the title.
      let held = Set(BriefSummary(text).parts.map(\.fingerprint))
      let count = read.count(where: held.contains)
      if best.map({ count > $0.count }) ?? true { best = (text, count) }
    }
    guard let best else { return nil }
    self.init(of: brief, since: best.text)
  }
}

extension BriefSummary {
  /// What is kept when a part is marked read.
  package struct Mark: Hashable, Sendable {
    package var id: String
    package var fingerprint: Fingerprint

    package init(id: String, fingerprint: Fingerprint) {
      self.id = id
      self.fingerprint = fingerprint
    }
  }

  /// The marks of all parts, were they read now.
  package var marks: Set<Mark> { Set(parts.map { Mark(id: $0.id, fingerprint: $0.fingerprint) }) }
}
