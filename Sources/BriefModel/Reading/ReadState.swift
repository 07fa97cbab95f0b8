/// Whether something was read.
package enum ReadState: Sendable, Equatable {
  case unread, read
  /// It was read, and has another text now.
  case changed
  /// It is unread, and was not there yet when the brief was last read in, before it was as it is now.
  case new

  package var isRead: Bool { self == .read }
}

extension ReadingRecord {
  /// The state of one part of the brief that the record is of, whose text has a fingerprint.
  ///
  /// What is new stays so while other parts of the same text are read.
  package func state(of part: BriefSummary.Part, in text: Fingerprint?) -> ReadState {
    guard let mark = readSections[part.id] else {
      let earlier = readTexts.first { $0.fingerprint != text }
      return earlier.map { $0.parts.contains(part.id) } ?? true ? .unread : .new
    }
    return mark == part.fingerprint ? .read : .changed
  }

  /// The same where it is all one whether what is unread is new.
  package func state(of part: BriefSummary.Part) -> ReadState { state(of: part, in: nil) }
}
