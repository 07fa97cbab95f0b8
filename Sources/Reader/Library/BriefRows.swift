import BriefModel

/// The rows of the list of briefs: all entries of the run, or those of the library that were asked
/// for, of which only those on the screen become entries.
struct BriefRows: Sendable {
  /// What was asked of the library, and the number of the question; nil where the rows are the
  /// entries of the run.
  private(set) var request: ListRequest?
  /// By row.
  private(set) var ids: [Int64] = []
  private(set) var flags: [BriefFlags] = []
  /// The words that were sought in the texts.
  private(set) var phrases: [SoughtPhrase] = []
  /// What the rows are parted into; empty where they are not.
  private(set) var groups: [BriefGroup] = []
  /// How many sources each shares with the brief that all are related to; empty where they are to none.
  private var shared: [Int] = []
  /// As what the query is kept that is being typed; nil where there is no such line yet.
  private(set) var kept: String?
  /// Whether more rows are still to come.
  private(set) var isCut = false
  /// Index into the entries, of the briefs of the library that are entries.
  private var entries: [Int64: Int] = [:]
  /// Briefs whose entries may not be as the library has them now.
  private var outdated: Set<Int64> = []
  /// The entries of a run of files by their rows, and their rows.
  private var files: [Int] = []
  private var fileRows: [Int] = []

  /// The entries of a run of files, in their order.
  init(fileCount: Int) {
    files = Array(0..<fileCount)
    fileRows = files
  }

  /// The rows of a library.
  init(_ listing: BriefListing, for request: ListRequest) {
    self.request = request
    take(listing)
  }

  /// Whether these are rows of a library.
  var isLibrary: Bool { request != nil }

  var count: Int { isLibrary ? ids.count : files.count }

  /// Takes the answer to what was asked.
  mutating func take(_ listing: BriefListing) {
    ids = listing.ids
    flags = listing.flags
    phrases = listing.phrases
    groups = listing.groups
    shared = listing.shared
    isCut = listing.isCut
    kept = listing.kept
  }

  mutating func ask(_ request: ListRequest) { self.request = request }

  /// An entry came that is not of the library.
  mutating func addFile() {
    guard !isLibrary else { return }
    fileRows.append(files.count)
    files.append(files.count)
  }

  /// Brings the entries of a run of files into another order.
  mutating func order(_ entries: [Int]) {
    files = entries
    for (row, entry) in entries.enumerated() { fileRows[entry] = row }
  }

  /// A brief of the library is an entry now.
  mutating func set(_ entry: Int, for id: Int64) { entries[id] = entry }

  /// The entry of a brief of the library, where it is one.
  func entry(of id: Int64) -> Int? { entries[id] }

  /// The entry of a row; nil where the row has not been read yet.
  func entry(at row: Int) -> Int? {
    guard isLibrary else { return files[safe: row] }
    guard ids.indices.contains(row) else { return nil }
    return entries[ids[row]]
  }

  /// The row of an entry, which has this number in the index where it is of the library.
  func row(of entry: Int, id: Int64?) -> Int? {
    guard isLibrary else { return fileRows[safe: entry] }
    return id.flatMap { ids.firstIndex(of: $0) }
  }

  /// How many sources a brief shares with the one that all are related to; nil where they are to none.
  func shared(by id: Int64?) -> Int? {
    guard request?.related != nil, !shared.isEmpty, let id else { return nil }
    return ids.firstIndex(of: id).flatMap { shared[safe: $0] }
  }

  /// The rows of all briefs.
  var rowsByID: [Int64: Int] {
    Dictionary(zip(ids, ids.indices)) { first, _ in first }
  }

  /// The library changed: what is known of its briefs is to be read anew when it is shown.
  mutating func outdate() { outdated = Set(entries.keys) }

  /// Some briefs were read anew, be they there or not.
  mutating func renew(_ ids: [Int64]) { outdated.subtract(ids) }

  /// The briefs of some rows that are no entries yet, or not as they are now.
  func missing(in rows: Range<Int>) -> [Int64] {
    guard isLibrary else { return [] }
    return ids[rows.clamped(to: ids.indices)].filter {
      entries[$0] == nil || outdated.contains($0)
    }
  }

  /// Tells the flags of a brief of the library anew.
  mutating func set(_ newFlags: BriefFlags, for id: Int64, near row: Int) {
    let place = ids[safe: row] == id ? row : ids.firstIndex(of: id)
    guard let place else { return }
    if let group = group(of: place) {
      groups[group].unread += newFlags.unreadBriefs - flags[place].unreadBriefs
    }
    flags[place] = newFlags
  }

  /// The group of a row; nil where the rows are not parted.
  func group(of row: Int) -> Int? {
    let next = groups.partitioningIndex { $0.first > row }
    return next > 0 && row >= 0 ? next - 1 : nil
  }

  /// Whether a row is the first of its group.
  func groupStarts(at row: Int) -> Bool {
    group(of: row).map { groups[$0].first == row } ?? false
  }
}

extension BriefFlags {
  /// 1 where something is unread.
  fileprivate var unreadBriefs: Int { contains(.unread) ? 1 : 0 }
}
