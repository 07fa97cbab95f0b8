/// The mark of a lede beside sections: it is there as soon as something of the brief was read, so
/// that a lede which says something else since is told as changed. A lede without a mark is nothing
/// unread.
extension ReadingRecord {
  /// What there is to read: the parts, and before them a lede that changed since it was read.
  package func partsToRead(
    _ parts: [BriefSummary.Part], lede: BriefSummary.Part?
  ) -> [BriefSummary.Part] {
    guard let lede, state(of: lede) == .changed else { return parts }
    return [lede] + parts
  }

  /// The same of a brief.
  package func partsToRead(_ summary: BriefSummary) -> [BriefSummary.Part] {
    partsToRead(summary.parts, lede: summary.lede)
  }

  /// What has to be marked where some parts of all are: the mark of the lede comes with the first of
  /// a section and goes with the last.
  package func marking(
    _ parts: [BriefSummary.Part], of all: [BriefSummary.Part], read: Bool, lede: BriefSummary.Part?
  ) -> [BriefSummary.Part] {
    guard let lede, !parts.isEmpty, !parts.contains(where: { $0.id == lede.id }) else {
      return parts
    }
    let isMarked = readSections[lede.id] != nil
    if read { return isMarked ? parts : parts + [lede] }
    let ids = Set(parts.map(\.id))
    let left = all.contains { readSections[$0.id] != nil && !ids.contains($0.id) }
    return isMarked && !left ? parts + [lede] : parts
  }
}
