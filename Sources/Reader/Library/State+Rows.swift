import BriefModel

/// The rows of the list of briefs, be they the run's files or the library's.
extension State {
  /// Whether there is a list to go back to.
  var hasBriefList: Bool { list.isLibrary || list.count > 1 }

  /// The row of the brief that is shown, or the row under the cursor where the list does not have
  /// it (any more).
  var currentRow: Int {
    entries[safe: current].flatMap { list.row(of: current, id: $0.id) } ?? briefs.selected
  }

  /// Whether the brief under the cursor is the one that is shown.
  var isSelectedShown: Bool {
    list.entry(at: briefs.selected) == current && recent.contains(current)
  }

  /// Whether the brief of a row has anything unread.
  func isUnread(row: Int) -> Bool {
    if list.isLibrary { return list.flags[safe: row]?.contains(.unread) ?? false }
    return list.entry(at: row).map { entries[$0].unreadCount > 0 } ?? false
  }

  /// The rows whose briefs have anything unread.
  var unreadRows: [Int] { (0..<list.count).filter(isUnread) }

  /// Shows the brief of a row, which may have to be read first.
  mutating func show(row: Int, at jump: Jump) -> [Effect] {
    if let entry = list.entry(at: row) { return show(entry, at: jump) }
    guard let id = list.ids[safe: row] else { return [] }
    library.pending = .show(id, jump)
    return [.rows([id])]
  }

  /// Asks for the rows on the screen that have not been read yet.
  func readRows() -> [Effect] {
    guard list.isLibrary, !library.hasRowsFailed, arrangement.panes[.briefs] != nil else {
      return []
    }
    let missing = list.missing(in: briefLines.rows(from: briefs.top))
    return missing.isEmpty ? [] : [.rows(missing)]
  }

  /// Asks for the passage of the row under the cursor, where the list alone is on the screen.
  mutating func findPassage() -> [Effect] {
    guard !list.phrases.isEmpty, focus == .briefs, arrangement.panes[.text] == nil,
      let entry = list.entry(at: briefs.selected), entries[entry].failure == nil,
      library.passages[entry] == nil, library.askedPassage != entry
    else { return [] }
    library.askedPassage = entry
    return [.findPassage(entry: entry, entries[entry].origin, list.phrases)]
  }

  /// Takes rows that were read, and goes on with what waited for them.
  mutating func take(_ rows: [ListedBrief], asked: [Int64]) -> [Effect] {
    for row in rows { take(row) }
    list.renew(asked)
    for id in asked where list.entry(of: id) == nil { takeGone(id) }
    return findLostFiles(asked: asked) + goOn()
  }

  /// What waited for rows.
  private mutating func goOn() -> [Effect] {
    switch library.pending {
    case .show(let id, let jump):
      library.pending = nil
      return list.entry(of: id).map { show($0, at: jump) } ?? []
    case .markAll: return markAllAtLast()
    case nil: return focus == .briefs ? preview() : []
    }
  }

  /// Marks all briefs where that waited for rows or for the whole list.
  mutating func markAllAtLast() -> [Effect] {
    guard library.pending == .markAll else { return [] }
    library.pending = nil
    return markAll()
  }

  private mutating func take(_ row: ListedBrief) {
    guard let entry = list.entry(of: row.id) else {
      entries.append(Entry(row))
      list.set(entries.count - 1, for: row.id)
      return
    }
    forgetPassage(of: entry, unlessIn: row.fingerprint)
    entries[entry].take(row)
    list.set(entries[entry].flags, for: row.id, near: briefs.selected)
  }

  /// Lets go of the passage of a brief that says something else now: it is looked for anew.
  mutating func forgetPassage(of entry: Int, unlessIn fingerprint: Fingerprint?) {
    guard fingerprint != entries[entry].fingerprint else { return }
    library.passages[entry] = nil
    if library.askedPassage == entry { library.askedPassage = nil }
  }

  /// A brief that left the library between the list and its row.
  private mutating func takeGone(_ id: Int64) {
    var entry = Entry(path: "")
    entry.failure = BriefError(path: "a brief of the list", .missing)
    entries.append(entry)
    list.set(entries.count - 1, for: id)
  }

  /// Brings the flags of rows and the counts in line with marks that were made of entries which had
  /// these flags before, be they in the list or not.
  mutating func countMarks(since before: [Int: BriefFlags]) {
    guard list.isLibrary else { return }
    let rows = before.count > 4 ? list.rowsByID : [:]
    for (entry, old) in before {
      guard let id = entries[entry].id else { continue }
      let row = rows[id] ?? list.row(of: entry, id: id)
      let new = entries[entry].flags
      library.counts.replace(row.flatMap { list.flags[safe: $0] } ?? old, by: new)
      if let row { list.set(new, for: id, near: row) }
    }
  }
}

extension LibraryCounts {
  /// One brief has other flags now.
  fileprivate mutating func replace(_ old: BriefFlags, by new: BriefFlags) {
    func step(_ flag: BriefFlags) -> Int {
      (new.contains(flag) ? 1 : 0) - (old.contains(flag) ? 1 : 0)
    }
    unread += step(.unread)
    changed += step(.changed)
    starred += step(.starred)
  }
}
