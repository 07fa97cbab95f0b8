/// Whether something was read.
package enum ReadState: Sendable, Equatable {
  case unread, read
  /// It was read, and has another text now.
  case changed

  package var isRead: Bool { self == .read }
}

extension ReadingRecord {
  /// The state of one part of the brief that the record is of.
  package func state(of part: BriefSummary.Part) -> ReadState {
    guard let mark = readSections[part.id] else { return .unread }
    return mark == part.fingerprint ? .read : .changed
  }
}
