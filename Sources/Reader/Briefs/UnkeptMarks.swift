import BriefModel

/// Marks of a brief that the library had no number for, until it has one.
struct UnkeptMarks: Sendable, Equatable {
  /// By the key of the part; nil within for one that was marked unread.
  private var parts: [String: Fingerprint?] = [:]
  private var star: Bool?

  /// Adds the mark of a part; a later one takes its place.
  mutating func set(_ part: String, read: Fingerprint?) { parts[part] = .some(read) }

  mutating func set(star: Bool) { self.star = star }

  /// Puts them into a record that knows nothing of them.
  func apply(to record: inout ReadingRecord) {
    for (part, read) in parts { record.readSections[part] = read }
    if let star { record.isStarred = star }
  }

  /// What the library is to keep of them.
  func changes(of record: Int64) -> [LibraryChange] {
    parts.sorted { $0.key < $1.key }.map { .section(record: record, id: $0.key, read: $0.value) }
      + (star.map { [.star(record: record, $0)] } ?? [])
  }
}
