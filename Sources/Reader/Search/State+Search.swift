import BriefModel

extension State {
  /// Begins a search in the focused pane and goes to the first match from here on.
  mutating func startSearch(_ query: String) -> [Effect] {
    guard !query.isEmpty else {
      search = nil
      return []
    }
    search = Search(query: query, pane: focus)
    refreshSearch()
    guard let search, search.count > 0 else {
      self.search = nil
      tell("Not found: \(query)")
      return []
    }
    leaveSpot()
    let ahead = firstMatchAhead
    let effects = goTo(match: ahead ?? 0)
    if ahead == nil { tell("Only above; from the top again") }
    return effects
  }

  /// The first match from the top of the screen, or from the row under the cursor on.
  var firstMatchAhead: Int? {
    guard let search else { return nil }
    if search.pane == .text {
      return search.matches.firstIndex { $0.lines.lowerBound >= text.top }
    }
    return search.rows.firstIndex { $0 >= selectedRow }
  }

  /// Finds the matches again after the text was laid out anew.
  mutating func refreshSearch() {
    guard var search else { return }
    let finder = TextSearch(search.query)
    switch search.pane {
    case .text:
      search.matches =
        layout.map { layout in
          if !search.phrases.isEmpty { return TextSearch.matches(of: search.phrases, in: layout) }
          return typedSearch?.searched.map(finder.matches) ?? finder.matches(in: layout)
        } ?? []
    case .briefs:
      search.rows = (0..<list.count).filter { row in
        guard let entry = list.entry(at: row) else { return false }
        return finder.isIn(entries[entry].title)
          || finder.isIn(Sanitizer.line(entries[entry].path))
      }
    case .sections:
      search.rows = outline.filter { finder.isIn(brief?.sections[$0].title ?? "") }
    case .sources:
      search.rows = sourceRows.indices.filter { row in
        guard let source = brief?.sources[safe: sourceRows[row]] else { return false }
        return finder.isIn(source.outlet) || finder.isIn(source.title ?? "")
          || finder.isIn(source.url.display)
      }
    }
    if let current = search.current, current >= search.count { search.current = nil }
    self.search = search
  }

  /// Goes to the words that the library was searched for, where most of them stand together.
  mutating func showSought(_ phrases: [SoughtPhrase]) {
    var search = Search(
      query: phrases.map(\.words).joined(separator: " "), pane: .text, phrases: phrases)
    guard let layout else { return }
    search.matches = TextSearch.matches(of: phrases, in: layout)
    guard let first = search.densest(in: layout) else { return }
    search.current = first
    self.search = search
    let match = search.matches[first]
    reveal(match.lines)
    text.section = layout.section(at: match.lines.lowerBound)
  }

  /// The search of the pane that has the keys, whose matches `n` goes through.
  var searchHere: Search? { search?.pane == focus ? search : nil }

  mutating func moveMatch(by count: Int) -> [Effect] {
    guard let search, search.count > 0 else { return [] }
    let here = search.current ?? (count > 0 ? -1 : 0)
    let next = here + count
    let wrapped = (next % search.count + search.count) % search.count
    let effects = goTo(match: wrapped)
    if next != wrapped { tell(count > 0 ? "From the top again" : "From the end again") }
    return effects
  }

  /// Brings a match to the screen and makes it the current one.
  mutating func goTo(match index: Int) -> [Effect] {
    guard let pane = search?.pane else { return [] }
    search?.current = index
    focus = pane
    if pane == .text {
      if let match = search?.matches[safe: index] {
        reveal(match.lines)
        revealColumns(of: match)
        text.section = layout?.section(at: match.lines.lowerBound)
      }
      return []
    }
    guard let row = search?.rows[safe: index] else { return [] }
    return move(by: row - selectedRow)
  }

  /// Scrolls wide tables and code sideways as far as a match in them needs.
  private mutating func revealColumns(of match: TextMatch) {
    guard let layout, let stretch = match.stretches.first,
      layout.lines[safe: stretch.line]?.kind == .preformatted
    else { return }
    let columns = stretch.columns
    if columns.lowerBound < text.sideways { text.sideways = 0 }
    if columns.upperBound > text.sideways + layout.width {
      text.sideways = columns.upperBound - layout.width
    }
  }

  /// The row under the cursor of the focused list.
  var selectedRow: Int {
    switch focus {
    case .briefs: briefs.selected
    case .sections: sections.selected
    case .sources: sources.selected
    case .text: text.top
    }
  }
}
