package import BriefModel

/// One brief of this run: where it is, and what is known of it so far.
package struct Entry: Sendable, Equatable {
  package private(set) var path: String
  /// Where else the same brief lies.
  package private(set) var otherPaths: [String] = []
  /// The index's number for a brief of the library.
  package private(set) var id: Int64?
  /// The content, where the file is gone and the text was kept.
  private var archived: Fingerprint?
  package var summary: BriefSummary? { didSet { recount() } }
  /// What the first lines of the file told, before it was read whole.
  package var head: BriefHead?
  package var failure: BriefError?
  package var record = ReadingRecord() { didSet { recount() } }
  /// Whether marks were made since the file was last asked for; a record that comes in answer may
  /// be older than they are.
  var isMarkedSinceAsked = false
  /// Of the whole brief, as it was read last.
  package private(set) var fingerprint: Fingerprint?
  /// The brief itself, while it is on the screen or was lately.
  package var brief: Brief?

  /// The states of the summary's parts, counted when a mark changes rather than for each frame.
  private var states: [ReadState] = []
  /// Parts that are to be read: the sections, and a lede that changed since it was read.
  package private(set) var partCount = 0
  /// Those of them that are not read, changed ones included.
  package private(set) var unreadCount = 0
  package private(set) var changedCount = 0

  /// What the brief is called that comes from no file; nil for standard input.
  private let givenName: String?

  /// A file by its path, or under a name what comes from none (`-`).
  package init(path: String, givenName: String? = nil) {
    self.path = path
    self.givenName = givenName
  }

  /// A row of the library.
  package init(_ row: ListedBrief) {
    self.init(path: row.path)
    take(row)
  }

  /// Takes a row of the library that was read anew.
  mutating func take(_ row: ListedBrief) {
    id = row.id
    path = row.path
    otherPaths = row.otherPaths
    archived = row.isArchived ? row.fingerprint : nil
    // Rows are read while nothing else happens, so their record is never older than the marks here.
    isMarkedSinceAsked = false
    take(row.summary, row.fingerprint, row.record)
  }

  /// Goes over to the next place where the same brief lies; false where there is none.
  mutating func leavePath() -> Bool {
    guard !otherPaths.isEmpty else { return false }
    path = otherPaths.removeFirst()
    return true
  }

  /// Whether the file is gone and the text was kept.
  package var isArchived: Bool { archived != nil }

  /// Where its text is read.
  package var origin: TextOrigin { TextOrigin(path: path, archived: archived) }

  /// What a list shows of its reading.
  var flags: BriefFlags {
    (summary.map { BriefFlags($0, in: fingerprint, record) } ?? []).union(
      isArchived ? .archived : [])
  }

  /// The title, or the file's name until that is known.
  package var title: String { summary?.title ?? head?.title ?? fileName }

  package var date: BriefDate? { summary.map(\.date) ?? head?.date }

  /// The last component of the path, harmless to show.
  package var fileName: String {
    guard path == "-" else { return Sanitizer.line(String(path.pathName)) }
    return givenName ?? "standard input"
  }

  /// By what the library finds the brief; nil while its file has not been read.
  var key: BriefKey? {
    guard let summary, let fingerprint else { return nil }
    var key = BriefKey(origin, fingerprint: fingerprint, summary)
    if !isArchived { key.otherPaths = otherPaths }
    return key
  }

  /// Takes what was read; marks in memory stay where they are newer, and where the library has no
  /// number for the brief.
  mutating func take(
    _ summary: BriefSummary, _ fingerprint: Fingerprint?, _ record: ReadingRecord
  ) {
    self.fingerprint = fingerprint
    self.summary = summary
    self.failure = nil
    let isOlder = isMarkedSinceAsked && record.id == self.record.id
    let isUnknown = record.id == nil && self.record != ReadingRecord()
    if !isOlder, !isUnknown { self.record = record }
  }

  /// Takes the record that the library has now that it has a number for the brief.
  mutating func take(recorded record: ReadingRecord) {
    self.record = record
    isMarkedSinceAsked = true
  }
}

extension Entry {
  /// The state of one part.
  package func state(of part: BriefSummary.Part) -> ReadState {
    record.state(of: part, in: fingerprint)
  }

  /// The state of a section; nil where there is nothing to read in it.
  package func state(ofSection section: Int) -> ReadState? {
    guard let summary else { return nil }
    let index = summary.parts.partitioningIndex { ($0.section ?? -1) >= section }
    guard index < summary.parts.count, summary.parts[index].section == section else { return nil }
    return states[index]
  }

  /// A brief is read when its parts are.
  package var state: ReadState {
    guard summary != nil else { return .unread }
    if unreadCount == 0 { return .read }
    return changedCount + newCount > 0 ? .changed : .unread
  }

  /// Sections that were not there yet when the brief was last read in.
  var newCount: Int { states.count { $0 == .new } }

  /// Whether the lede was read as it is now.
  var isLedeRead: Bool {
    let lede = summary?.lede ?? summary?.parts.first { $0.section == nil }
    return lede.map(state(of:)) == .read
  }

  /// The lede beside sections, where it says something else than what was read.
  var changedLede: BriefSummary.Part? { isLedeChanged ? summary?.lede : nil }

  /// What changed since it was read: `lede and 2 sections changed`.
  var changes: String {
    let sections = changedCount - (isLedeChanged ? 1 : 0)
    let facts = [
      isLedeChanged ? "lede" : nil, sections > 0 ? Count.of(sections, "section") : nil,
    ]
    return facts.compactMap(\.self).joined(separator: " and ") + " changed"
  }

  /// What is not as it was read: `2 sections changed since read, 1 new`; empty where nothing is.
  var whatChanged: String {
    let changed = changedCount > 0 ? changes + " since read" : nil
    let new = newCount
    let facts = [
      changed, new > 0 ? (changed == nil ? "\(Count.of(new, "section")) new" : "\(new) new") : nil,
    ]
    return facts.compactMap(\.self).joined(separator: ", ")
  }

  /// Whether the lede beside sections says something else than what was read.
  var isLedeChanged: Bool { partCount > states.count }

  private mutating func recount() {
    states = summary?.parts.map(state(of:)) ?? []
    let lede = summary?.lede.map(state(of:)) == .changed ? 1 : 0
    partCount = states.count + lede
    unreadCount = states.count { !$0.isRead } + lede
    changedCount = states.count { $0 == .changed } + lede
  }
}
