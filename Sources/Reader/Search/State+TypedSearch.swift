import BriefModel

/// The search in a brief goes along with what is typed.
extension State {
  mutating func startSearchPrompt() -> [Effect] {
    typedSearch = TypedSearch(
      pane: focus, entry: current, before: search, text: text, layout: layout,
      briefs: briefs, sections: sections, sources: sources)
    return startPrompt(.search)
  }

  /// Shows the first match of what is typed so far, from where the search began; in a list of files
  /// the brief beside it follows once keys rest.
  mutating func searchAsTyped() -> [Effect] {
    guard let prompt, prompt.kind == .search, let typed = typedSearch,
      prompt.text != typed.query
    else { return [] }
    typedSearch?.query = prompt.text
    returnToStartOfSearch()
    search = nil
    guard !prompt.text.isEmpty else { return typed.pane == .briefs ? preview() : [] }
    if typed.pane == .text, typed.searched == nil, let layout {
      typedSearch?.searched = SearchedText(typed: layout)
    }
    search = Search(query: prompt.text, pane: typed.pane)
    refreshSearch()
    guard search?.count ?? 0 > 0 else {
      search = nil
      return typed.pane == .briefs ? preview() : []
    }
    let effects = goTo(match: firstMatchAhead ?? 0)
    // What the eye has only been shown on the way has not been read.
    passedParts = []
    return effects
  }

  /// Enter: searches from where the search began, as that is the place to come back to.
  mutating func acceptSearch(_ query: String) -> [Effect] {
    returnToStartOfSearch()
    defer { typedSearch = nil }
    return startSearch(query)
  }

  /// Escape: everything is as it was.
  mutating func cancelSearch() -> [Effect] {
    prompt = nil
    returnToStartOfSearch()
    let isInList = typedSearch?.pane == .briefs
    search = typedSearch?.before
    typedSearch = nil
    refreshSearch()
    return isInList ? preview() : []
  }

  private mutating func returnToStartOfSearch() {
    guard let typed = typedSearch else { return }
    // The brief beside the list of files may be another meanwhile.
    if typed.pane == .briefs {
      focus = .briefs
      briefs = typed.briefs
      return
    }
    guard typed.entry == current else { return }
    sections = typed.sections
    sources = typed.sources
    guard let layout, let brief else { return }
    text = typed.text
    if typed.width != layout.width { text.top = layout.line(at: text.place, in: brief) }
  }
}
