/// A brief of the library as a row of its list.
package struct ListedBrief: Sendable, Equatable {
  /// The index's number for it.
  package var id: Int64
  /// Where its file lies; the first of them in the order of folders and names.
  package var path: String
  package var summary: BriefSummary
  package var record: ReadingRecord

  package init(
    id: Int64, path: String, summary: BriefSummary, record: ReadingRecord
  ) {
    self.id = id
    self.path = path
    self.summary = summary
    self.record = record
  }
}

/// All rows of a list by their numbers in the index, in its order.
package struct BriefListing: Sendable, Equatable {
  package var ids: [Int64]
  /// One for each of `ids`.
  package var flags: [BriefFlags]
  /// The words that were sought in the text.
  package var phrases: [SoughtPhrase]

  package init(
    ids: [Int64] = [], flags: [BriefFlags] = [], phrases: [SoughtPhrase] = []
  ) {
    self.ids = ids
    self.flags = flags
    self.phrases = phrases
  }
}
