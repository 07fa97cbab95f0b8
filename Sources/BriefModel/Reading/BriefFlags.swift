/// What a list shows of the reading of a brief, and finds the next one by.
package struct BriefFlags: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Something in it is not read, be it new or changed.
  package static let unread = BriefFlags(rawValue: 1)
  /// A part of it was read and has another text now, or came since the brief was read.
  package static let changed = BriefFlags(rawValue: 2)
  package static let starred = BriefFlags(rawValue: 4)
  /// Its files are gone and its text was kept.
  package static let archived = BriefFlags(rawValue: 8)
}

extension BriefFlags {
  /// Of a brief, the fingerprint of its text, and what is known of its reading.
  package init(_ summary: BriefSummary, in text: Fingerprint?, _ record: ReadingRecord) {
    self.init(summary.parts, lede: summary.lede, in: text, record)
  }

  /// Of a brief's parts and what is known of their reading.
  package init(
    _ parts: [BriefSummary.Part], lede: BriefSummary.Part?, in text: Fingerprint?,
    _ record: ReadingRecord
  ) {
    self = record.isStarred ? .starred : []
    for part in record.partsToRead(parts, lede: lede) {
      switch record.state(of: part, in: text) {
      case .read: continue
      case .unread: insert(.unread)
      case .changed, .new: formUnion([.unread, .changed])
      }
    }
  }
}
