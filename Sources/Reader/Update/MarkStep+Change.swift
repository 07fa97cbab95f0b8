import BriefModel

extension MarkStep.Change {
  /// Makes it, or takes it back, in what is known of its brief.
  func apply(to record: inout ReadingRecord, forward: Bool) {
    if let part {
      record.readSections[part] = mark(forward)
    } else {
      record.isStarred = star(forward)
    }
  }

  /// Whether a brief has the very mark that is replaced, so that it came there with the text; of a
  /// star nobody can tell.
  func isIn(_ record: ReadingRecord, forward: Bool) -> Bool {
    guard let part, let old = mark(!forward) else { return false }
    return record.readSections[part] == old
  }

  /// What the library is to keep of it.
  func libraryChange(of record: Int64, forward: Bool) -> LibraryChange {
    part.map { .section(record: record, id: $0, read: mark(forward)) }
      ?? .star(record: record, star(forward))
  }

  /// Adds it to what waits for a number.
  func add(to marks: inout UnnumberedMarks, forward: Bool) {
    if let part {
      marks.set(part, read: mark(forward))
    } else {
      marks.set(star: star(forward))
    }
  }

  private func mark(_ forward: Bool) -> Fingerprint? { forward ? after : before }

  private func star(_ forward: Bool) -> Bool { forward ? isStarred : wasStarred }
}
