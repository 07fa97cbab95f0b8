/// A brief of the library as a row of its list.
package struct ListedBrief: Sendable, Equatable {
  /// The index's number for it.
  package var id: Int64
  /// Where its file lies; the first of them in the order of folders and names.
  package var path: String
  /// Where else the same brief lies, in the same order.
  package var otherPaths: [String]
  /// Of its whole content.
  package var fingerprint: Fingerprint
  package var summary: BriefSummary
  package var record: ReadingRecord
  /// Whether the file at the path is gone and the brief's text was kept.
  package var isArchived: Bool

  package init(
    id: Int64, path: String, otherPaths: [String] = [], fingerprint: Fingerprint,
    summary: BriefSummary, record: ReadingRecord, isArchived: Bool = false
  ) {
    self.fingerprint = fingerprint
    self.otherPaths = otherPaths
    self.isArchived = isArchived
    self.id = id
    self.path = path
    self.summary = summary
    self.record = record
  }

  /// Where its text is read: the first of its files, or what was kept.
  package var origin: TextOrigin {
    isArchived ? .archive(fingerprint, path: path) : .file(path)
  }

  /// By what the library finds it.
  package var key: BriefKey {
    var key = BriefKey(origin, fingerprint: fingerprint, summary)
    if !isArchived { key.otherPaths = otherPaths }
    return key
  }
}

/// All rows of a list by their numbers in the index, in its order.
package struct BriefListing: Sendable, Equatable {
  package var ids: [Int64]
  /// One for each of `ids`.
  package var flags: [BriefFlags]
  /// How many sources each of `ids` shares with the brief that the list is related to; empty where it
  /// is to none.
  package var shared: [Int]
  /// The words that were sought in the text.
  package var phrases: [SoughtPhrase]
  /// What the rows are parted into, without a gap; empty where they are not.
  package var groups: [BriefGroup]
  /// Whether more rows follow, so that the last group may go on.
  package var isCut: Bool
  /// Of a query that is being typed, the line that finds the same once it is kept; nil where there
  /// is none before more is typed.
  package var kept: String?

  package init(
    ids: [Int64] = [], flags: [BriefFlags] = [], phrases: [SoughtPhrase] = [],
    groups: [BriefGroup] = [], shared: [Int] = [], isCut: Bool = false
  ) {
    self.ids = ids
    self.flags = flags
    self.shared = shared
    self.phrases = phrases
    self.groups = groups
    self.isCut = isCut
  }
}

extension BriefListing {
  /// Adds a row at the end, to the last group where that is its own.
  package mutating func append(_ id: Int64, _ flags: BriefFlags, in name: BriefGroup.Name?) {
    if let name, groups.last?.name != name {
      groups.append(BriefGroup(name: name, first: ids.count))
    }
    ids.append(id)
    self.flags.append(flags)
    guard !groups.isEmpty else { return }
    groups[groups.count - 1].count += 1
    if flags.contains(.unread) { groups[groups.count - 1].unread += 1 }
  }
}
