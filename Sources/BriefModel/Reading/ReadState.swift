/// Whether something was read.
package enum ReadState: Sendable, Equatable {
  case unread, read
  /// It was read, and has another text now.
  case changed
  /// It is unread, and was not there yet when the brief was last read in.
  case new

  package var isRead: Bool { self == .read }
}

extension ReadingRecord {
  /// The state of one part of the brief that the record is of.
  package func state(of part: BriefSummary.Part) -> ReadState {
    guard let mark = readSections[part.id] else {
      return readTexts.first.map { $0.parts.contains(part.id) } ?? true ? .unread : .new
    }
    return mark == part.fingerprint ? .read : .changed
  }
}
