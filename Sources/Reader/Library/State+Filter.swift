import BriefModel

/// The filter of the library's list goes along with what is typed.
extension State {
  /// `F`: a query that narrows the list as it is typed.
  mutating func startFilter() -> [Effect] {
    library.failure = nil
    openFilter(list.request?.query ?? "", from: filterStart, isSelected: true)
    return []
  }

  /// What Escape brings back that a filter began from.
  private var filterStart: TypedFilter {
    TypedFilter(request: list.request, row: rowUnderCursor, spot: spot, search: search)
  }

  private mutating func openFilter(
    _ query: String, from start: TypedFilter, isSelected: Bool = false
  ) {
    library.typed = start
    overlay = nil
    focus = .briefs
    var prompt = Prompt(kind: .filter)
    prompt.set(query)
    prompt.isSelected = isSelected && !query.isEmpty
    self.prompt = prompt
  }

  /// `:filter` with a query.
  mutating func command(filter query: String) -> [Effect] {
    library.commanded = filterStart
    focus = .briefs
    return filter(by: query)
  }

  /// What could not be asked leaves the list as it is. A query that is wrong stays where it was typed,
  /// or is put there, to be mended.
  mutating func take(_ failure: ListFailure) {
    library.failure = failure
    if library.pending == .markAll { library.pending = nil }
    let commanded = library.commanded
    library.commanded = nil
    guard prompt?.kind != .filter else { return }
    let query = list.request?.query ?? ""
    if let listed = library.listed { list.ask(listed) }
    if failure.range != nil, prompt == nil, let commanded {
      openFilter(query, from: commanded)
    } else {
      tell(failure.text, isFailure: true)
    }
  }

  /// The query is another after a key.
  mutating func filterAsTyped() -> [Effect] {
    guard prompt?.kind == .filter, let text = prompt?.text, text != list.request?.query else {
      return []
    }
    library.isAccepting = false
    return filter(by: text, isTyped: true)
  }

  /// Shows the briefs that a query finds, the best first where it has words.
  mutating func filter(by query: String, isTyped: Bool = false) -> [Effect] {
    let isEmpty = query.allSatisfy(\.isWhitespace)
    return ask(
      ListRequest(
        query: isEmpty ? "" : query, order: isEmpty ? library.order : .rank,
        grouping: library.grouping, isTyped: isTyped && !isEmpty))
  }

  /// Enter: the filter stays, where it can be understood.
  mutating func acceptFilter() -> [Effect] {
    library.isAccepting = library.isWaiting
    guard !library.isWaiting else { return [] }
    // What is wrong stands above the query, which goes on being typed.
    if library.failure != nil { return [] }
    guard let request = list.request, request.isTyped else {
      closeFilter(prompt?.text ?? "")
      return []
    }
    guard let kept = list.kept else {
      // What has not been typed to its end is told now.
      library.isAccepting = true
      return filter(by: request.query)
    }
    closeFilter(kept)
    return filter(by: kept)
  }

  private mutating func closeFilter(_ query: String) {
    histories.add(query, to: .filter)
    prompt = nil
    library.typed = nil
  }

  /// Escape: everything is as it was.
  mutating func cancelFilter() -> [Effect] {
    prompt = nil
    library.failure = nil
    library.isAccepting = false
    guard let typed = library.typed else { return [] }
    library.typed = nil
    let effects = returnToStart(of: typed)
    library.wanted = typed.row
    if let request = typed.request, request != list.request { return effects + ask(request) }
    guard !library.isWaiting, let row = typed.row else { return effects }
    library.wanted = nil
    go(to: row)
    return effects + preview()
  }

  /// Goes back to what was shown; the list that is asked for brings a brief beside it again.
  private mutating func returnToStart(of typed: TypedFilter) -> [Effect] {
    if typed.spot.focus != .briefs {
      let effects = go(to: typed.spot)
      guard effects.isEmpty else { return effects }
    } else if typed.spot.entry == current {
      arrive(at: typed.spot)
    }
    search = typed.spot.entry == current ? typed.search : nil
    refreshSearch()
    // What the eye has only been shown on the way has not been read.
    passedParts = []
    return []
  }

  /// The brief under the cursor, and where on the screen it stands.
  var rowUnderCursor: WantedRow? {
    list.ids[safe: briefs.selected].map {
      WantedRow(id: $0, above: briefs.selected - briefs.top)
    }
  }

  /// Brings the cursor to a brief, as far below the top of the screen as it stood.
  mutating func go(to wanted: WantedRow) {
    guard let row = list.ids.firstIndex(of: wanted.id) else { return }
    let above = wanted.above ?? briefs.selected - briefs.top
    briefs.selected = row
    briefs.top = max(0, row - above)
  }

  /// Takes the filter away.
  mutating func clearFilter() -> [Effect] {
    library.wanted = list.request?.related.map { WantedRow(id: $0) }
    return ask(ListRequest(order: library.order, grouping: library.grouping))
  }
}
