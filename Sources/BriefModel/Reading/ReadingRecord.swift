/// What the library knows of the reading of one brief.
package struct ReadingRecord: Sendable, Equatable {
  /// The library's number for the brief; nil where nothing can be kept.
  package var id: Int64?
  package var isStarred: Bool
  /// For each section that has ever been marked read and is not unmarked: the fingerprint that it
  /// had then. Another fingerprint now means that it changed since it was read.
  package var readSections: [String: Fingerprint]
  package var place: Place?
  /// The texts of it that were read and kept, the newest first.
  package var readTexts: [ReadText] = []

  package init(
    id: Int64? = nil, isStarred: Bool = false, readSections: [String: Fingerprint] = [:],
    place: Place? = nil
  ) {
    self.id = id
    self.isStarred = isStarred
    self.readSections = readSections
    self.place = place
  }
}

/// What is known of a kept text without reading it.
package struct ReadText: Sendable, Equatable {
  /// Of the whole brief that it was.
  package var fingerprint: Fingerprint
  /// The keys of its parts.
  package var parts: Set<String>

  package init(fingerprint: Fingerprint, parts: Set<String>) {
    self.fingerprint = fingerprint
    self.parts = parts
  }
}

/// One change to be kept in the library; a list of them is kept whole or not at all.
package enum LibraryChange: Sendable, Equatable {
  /// Sets the fingerprint with which a section counts as read; nil makes it unread.
  case section(record: Int64, id: String, read: Fingerprint?)
  case star(record: Int64, Bool)
  case place(record: Int64, Place)

  /// The number of the brief that it is about.
  package var record: Int64 {
    switch self {
    case .section(let record, _, _), .star(let record, _), .place(let record, _): record
    }
  }
}
