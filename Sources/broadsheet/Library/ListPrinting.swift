import BriefLibrary
import BriefModel

/// The forms in which a list of briefs is printed.
enum ListFormat: String, CaseIterable { case text, json }

/// All of `broadsheet list` and `search`.
struct ListPrinting {
  var format = ListFormat.text
  var order = BriefOrder.unread
  var limit = Int.max
  var reader = GivenReader()

  func run(_ words: [String]) throws {
    let files = try OpenLibrary(of: reader, toRead: true)
    let query = try files.query(words)
    guard !files.folders.isEmpty || files.index.isPublished else { throw Refusal.noFolders }
    try files.takeMarksToRead()
    let listing = try files.index.listing(query, order: order, limit: limit)
    StandardOutput.prepare()
    switch format {
    case .text: try writeText(listing, files)
    case .json: try writeJSON(listing, files)
    }
    if try listing.ids.isEmpty && files.index.counts().briefs == 0 {
      Failure.tell(
        files.index.isPublished
          ? "the index has no briefs yet; who publishes it has read none"
          : "the index has no briefs yet; broadsheet index reads those of the folders")
    }
  }

  private func writeText(_ listing: BriefListing, _ files: OpenLibrary) throws {
    var text = ListText(setup: files.setup)
    try files.forEachBatch(of: listing) { rows in
      try StandardOutput.write(rows.isEmpty ? "" : text.lines(of: rows))
    }
  }

  private func writeJSON(_ listing: BriefListing, _ files: OpenLibrary) throws {
    try StandardOutput.write("{\"schema\":\"broadsheet.list/1\",\"briefs\":[", as: .json)
    var separator = "\n"
    try files.forEachBatch(of: listing) { rows in
      var json = JSONBytes()
      for row in rows {
        json.bytes += Array(separator.utf8)
        separator = ",\n"
        json.append(row)
      }
      try StandardOutput.write(json.bytes, as: .json)
    }
    try StandardOutput.write("\n]}\n", as: .json)
  }
}

extension JSONBytes {
  /// Appends a brief of the schema `broadsheet.list/1`.
  mutating func append(_ row: ListedBrief) {
    object {
      $0.field("path", row.path)
      if !row.otherPaths.isEmpty {
        $0.field("paths", [row.path] + row.otherPaths) { $0.string($1) }
      }
      $0.field("title", row.summary.title)
      $0.field("date", row.summary.date?.date.description)
      $0.field("dateOrigin", row.summary.date?.origin.rawValue)
      $0.field("unread", row.unreadCount)
      $0.field("starred", row.record.isStarred)
      $0.field("archived", row.isArchived)
      $0.field("changed", row.changedCount)
      $0.field("sections", row.partsToRead.count)
      $0.field("sources", row.summary.sourceCount)
    }
  }
}

extension ListedBrief {
  /// Its sections, and its lede where that changed since it was read.
  var partsToRead: [BriefSummary.Part] { record.partsToRead(summary) }

  /// How many of these are not read, changed ones included.
  var unreadCount: Int { partsToRead.count { !record.state(of: $0).isRead } }

  /// How many of these changed since they were read, or came since the brief was.
  var changedCount: Int {
    partsToRead.count { [.changed, .new].contains(record.state(of: $0, in: fingerprint)) }
  }
}
