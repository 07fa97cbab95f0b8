extension BriefComparison {
  /// Compares each part of a brief with that of its earlier texts, the newest first, in which the
  /// part was read last; those that were read in none, and what is gone, with the text in which most
  /// of what has changed was read, and with none that is as the brief is now, if there is another.
  /// Nil where there is no text.
  package init?(of brief: Brief, sinceOneOf texts: [Brief], record: ReadingRecord) {
    // Ids are others where sections of one title came or went; fingerprints hold the title.
    let held = texts.map { Set(BriefSummary($0).markedParts.map(\.fingerprint)) }
    let parts = BriefSummary(brief).markedParts
    let changed = parts.filter { record.state(of: $0) == .changed }
    let read = changed.compactMap { record.readSections[$0.id] }
    let others = texts.indices.filter { texts[$0].fingerprint != brief.fingerprint }
    let counts = held.map { read.count(where: $0.contains) }
    guard
      let best = (others.isEmpty ? Array(texts.indices) : others).max(by: {
        (counts[$0], $1) < (counts[$1], $0)
      })
    else { return nil }
    self.init(of: brief, since: texts[best])
    var bases: [Int: [BriefSummary.Part]] = [:]
    for part in parts {
      guard let mark = record.readSections[part.id], !held[best].contains(mark),
        let base = held.firstIndex(where: { $0.contains(mark) })
      else { continue }
      bases[base, default: []].append(part)
    }
    for (base, parts) in bases {
      take(parts, from: BriefComparison(of: brief, since: texts[base]))
    }
  }

  /// Lets parts of the newer text be compared as they are in another comparison of it.
  private mutating func take(_ taken: [BriefSummary.Part], from other: BriefComparison) {
    let sections = Set(taken.map(\.section))
    let isTaken = { (part: PartComparison) in
      sections.contains(part.section) && (part.section != nil || part.isLede)
    }
    var rest = other.parts.filter(isTaken)[...]
    for index in parts.indices where isTaken(parts[index]) {
      if let part = rest.popFirst() { parts[index] = part }
    }
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

  /// All parts that have a mark where the brief is read.
  package var markedParts: [Part] { parts + [lede].compactMap(\.self) }

  /// The marks of all parts, were they read now.
  package var marks: Set<Mark> {
    Set(markedParts.map { Mark(id: $0.id, fingerprint: $0.fingerprint) })
  }
}
