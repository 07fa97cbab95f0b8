import BriefLibrary
import BriefModel

/// The forms in which a list of briefs is printed.
enum ListFormat: String, CaseIterable { case text, json }

/// All of `broadsheet list` and `search`.
struct ListPrinting {
  /// As many rows are read at once.
  private static let batch = 500

  var format = ListFormat.text
  var order = BriefOrder.unread
  var limit = Int.max

  func run(_ words: [String]) throws {
    let files = try OpenLibrary()
    let query = try files.query(words)
    try files.index.takeMarks(from: files.library)
    let listing = try files.index.listing(query, order: order, limit: limit)
    StandardOutput.prepare()
    switch format {
    case .text: try forEachBatch(of: listing, files) { try writeText($0) }
    case .json: try writeJSON(listing, files)
    }
  }

  private func forEachBatch(
    of listing: BriefListing, _ files: OpenLibrary, _ body: ([ListedBrief]) throws -> Void
  ) throws {
    for start in stride(from: 0, to: listing.ids.count, by: Self.batch) {
      let ids = listing.ids[start..<min(listing.ids.count, start + Self.batch)]
      try body(try files.index.rows(of: ids, from: files.library))
    }
  }

  /// One brief a line: state, date, title, path.
  private func writeText(_ rows: [ListedBrief]) throws {
    let lines = rows.map { row in
      let date = row.summary.date?.date.description ?? ""
      return row.sign + " " + date + String(repeating: " ", count: max(0, 10 - date.count)) + "  "
        + row.summary.title + "\n              " + Sanitizer.line(row.path) + "\n"
    }
    try StandardOutput.write(Array(lines.joined().utf8))
  }

  private func writeJSON(_ listing: BriefListing, _ files: OpenLibrary) throws {
    try StandardOutput.write(Array("{\"schema\":\"broadsheet.list/1\",\"briefs\":[".utf8))
    var separator = "\n"
    try forEachBatch(of: listing, files) { rows in
      var json = JSONBytes()
      for row in rows {
        json.bytes += Array(separator.utf8)
        separator = ",\n"
        write(row, to: &json)
      }
      try StandardOutput.write(json.bytes)
    }
    try StandardOutput.write(Array("\n]}\n".utf8))
  }

  private func write(_ row: ListedBrief, to json: inout JSONBytes) {
    json.object {
      $0.field("path", row.path)
      $0.field("title", row.summary.title)
      $0.field("date", row.summary.date?.date.description)
      $0.field("unread", row.summary.parts.count { !row.record.state(of: $0).isRead })
      $0.field("starred", row.record.isStarred)
      $0.field("changed", row.summary.parts.count { row.record.state(of: $0) == .changed })
      $0.field("sections", row.summary.parts.count)
      $0.field("sources", row.summary.sourceCount)
    }
  }
}

extension ListedBrief {
  /// One character for its state: `*` unread, `~` changed, a space where it is read.
  fileprivate var sign: String {
    let flags = BriefFlags(summary.parts, record)
    return flags.contains(.changed) ? "~" : flags.contains(.unread) ? "*" : " "
  }
}

/// All of `broadsheet unread --count`.
struct UnreadCount {
  func run() throws {
    let files = try OpenLibrary()
    try files.index.takeMarks(from: files.library)
    StandardOutput.prepare()
    try StandardOutput.write(Array("\(try files.index.counts().unread)\n".utf8))
  }
}
