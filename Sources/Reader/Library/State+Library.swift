import BriefModel

/// The list of the library: asked for, answered, filtered and sorted.
extension State {
  /// Asks for the list; nil where there is no library.
  mutating func askForList() -> Effect? {
    guard let request = list.request else { return nil }
    library.asked += 1
    library.isWaiting = true
    library.failure = nil
    library.isOutdated = false
    return .list(request, number: library.asked)
  }

  mutating func ask(_ request: ListRequest) -> [Effect] {
    if request.related == nil { library.related = nil }
    if library.pending == .markAll { library.pending = nil }
    list.ask(request)
    return [askForList()].compactMap(\.self)
  }

  /// The library changed: the list is asked for again, and the rows that are on the screen.
  mutating func relist() -> [Effect] {
    guard list.isLibrary else { return [] }
    guard !library.isWaiting else {
      library.isOutdated = true
      return []
    }
    let shown = recent + (briefs.top..<briefs.top + rows).compactMap(list.entry(at:))
    let ids = Set(shown.compactMap { entries[safe: $0]?.id }).sorted()
    list.outdate()
    return [askForList()].compactMap(\.self)
      + (ids.isEmpty ? [] : [.rows(ids)])
  }

  mutating func take(
    listed result: Result<BriefListing, ListFailure>, _ counts: LibraryCounts, number: Int
  ) -> [Effect] {
    guard number == library.asked else { return [] }
    library.isWaiting = false
    switch result {
    case .success(let listing):
      library.counts = counts
      library.commanded = nil
      guard goToRelated(listing) else { return leaveRelated() }
      library.answeredRelated = library.related ?? library.answeredRelated
      library.related = nil
      return take(listing) + markAllAtLast() + goOnListing()
    case .failure(let failure):
      take(failure)
      if library.related != nil { return leaveRelated() }
    }
    return goOnListing()
  }

  /// What waited for the list.
  private mutating func goOnListing() -> [Effect] {
    let effects = library.isAccepting ? acceptFilter() : []
    return effects.isEmpty && library.isOutdated ? relist() : effects
  }

  /// The cursor stays on its brief where the new list has it; for those that it has not, and that
  /// are under the cursor or shown, it is asked what their files hold now.
  private mutating func take(_ listing: BriefListing) -> [Effect] {
    let old = [list.entry(at: briefs.selected), recent.contains(current) ? current : nil]
    let isSame = list.request?.asksTheSame(as: library.listed) ?? false
    let isWanted = library.wanted != nil
    library.listed = list.request
    set(listing, isSame: isSame)
    guard isSame else {
      // What a query finds is read from the best answer on.
      if list.request?.isWhole == false, library.typed == nil, !isWanted { briefs = ListCursor() }
      return focus == .briefs ? showFound() : []
    }
    // What lies where an archived brief lay is another.
    let known = Set(old.compactMap(\.self)).filter {
      entries[$0].failure == nil && !entries[$0].isArchived
    }
    return known.sorted().compactMap { entry in
      guard let id = entries[entry].id, list.row(of: entry, id: id) == nil else { return nil }
      return .locate(path: entries[entry].path, entry: entry)
    }
  }

  /// Shows the brief under the cursor beside a list of others, at the words that are sought now.
  private mutating func showFound() -> [Effect] {
    guard isSelectedShown else { return preview() }
    guard layout != nil, !list.phrases.isEmpty else { return [] }
    showSought(list.phrases)
    passedParts = []
    return []
  }

  /// The file of an entry was rewritten: the brief that it holds now takes its place in the list.
  mutating func take(located entry: Int, as id: Int64) -> [Effect] {
    guard entries.indices.contains(entry), entries[entry].id != id else { return [] }
    let wasSelected = library.lost == entry
    list.set(entry, for: id)
    if wasSelected, let row = list.ids.firstIndex(of: id) { bringCursor(to: row) }
    return [.rows([id])]
  }

  /// Brings the cursor to where its brief stands now, which is as far below the top of the screen;
  /// where the list's first row is on the screen it stays there, so that one sees what comes above.
  private mutating func bringCursor(to row: Int) {
    if briefs.top > 0 { briefs.top = max(0, row - (briefs.selected - briefs.top)) }
    briefs.selected = row
  }

  private mutating func set(_ listing: BriefListing, isSame: Bool) {
    let wanted = library.wanted ?? rowUnderCursor
    let isFollowed = isSame && library.wanted == nil
    library.wanted = nil
    if listing.phrases != list.phrases {
      library.passages = [:]
      library.askedPassage = nil
    }
    let selected = list.entry(at: briefs.selected)
    list.take(listing)
    library.lost = wanted.map { listing.ids.contains($0.id) } == false ? selected : nil
    if library.typed != nil {
      briefs = ListCursor()
    } else if isFollowed, let row = wanted.flatMap({ list.ids.firstIndex(of: $0.id) }) {
      bringCursor(to: row)
    } else if let wanted {
      go(to: wanted)
    }
  }

  /// Shows marks where the briefs stand, without putting the list in another order under the hand;
  /// of those that are entries the records are read anew.
  mutating func take(marked flags: [Int64: BriefFlags], _ counts: LibraryCounts) -> [Effect] {
    library.counts = counts
    let rows = flags.count > 4 ? list.rowsByID : [:]
    for (id, flags) in flags { list.set(flags, for: id, near: rows[id] ?? briefs.selected) }
    let changed = flags.keys.filter { id in
      list.entry(of: id).map { entries[$0].flags != flags[id] } ?? false
    }
    return changed.isEmpty ? [] : [.rows(changed.sorted())]
  }

  /// The orders in which the list can stand: answers to a query by their rank, too.
  var briefOrders: [BriefOrder] {
    BriefOrder.allCases.filter { $0 != .rank || list.request?.isWhole == false }
  }

  /// `:sort` in the list of briefs.
  mutating func sortBriefs(by name: String?) -> [Effect] {
    let names = briefOrders.map(\.rawValue).joined(separator: ", ")
    guard var request = list.request, let name else {
      tell("Briefs are sorted by \(list.request?.order.rawValue ?? "file"); :sort takes \(names)")
      return []
    }
    guard let order = BriefOrder(rawValue: name) else {
      tell("Briefs cannot be sorted by '\(name)'; :sort takes \(names)")
      return []
    }
    guard briefOrders.contains(order) else {
      tell("Only what was searched has a rank; :sort takes \(names)")
      return []
    }
    guard request.related == nil else {
      tell("Related briefs stand in the order of what they share")
      return []
    }
    request.order = order
    if request.isWhole { library.order = order }
    tell("Briefs are sorted by \(name)")
    return ask(request)
  }
}

extension State {
  /// `:group`: parts the list of the library by days or folders, or no more.
  mutating func groupBriefs(by name: String?) -> [Effect] {
    let names = BriefGrouping.allCases.map(\.rawValue).joined(separator: ", ")
    guard let name else {
      let how =
        library.grouping == .none ? "not grouped" : "grouped by \(library.grouping.rawValue)"
      tell("Briefs are \(how); :group takes \(names)")
      return []
    }
    guard let grouping = BriefGrouping(rawValue: name) else {
      tell("Briefs cannot be grouped by '\(name)'; :group takes \(names)")
      return []
    }
    guard var request = list.request, request.related == nil else {
      tell("Related briefs stand in the order of what they share")
      return []
    }
    library.grouping = grouping
    request.grouping = grouping
    tell(grouping == .none ? "Briefs are not grouped" : "Briefs are grouped by \(name)")
    return ask(request)
  }
}
