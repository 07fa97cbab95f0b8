import BriefModel

/// The search in a brief goes along with what is typed.
extension State {
  mutating func startSearchPrompt() -> [Effect] {
    typedSearch = TypedSearch(
      pane: focus, entry: current, before: search, text: text, layout: layout,
      sections: sections, sources: sources)
    return startPrompt(.search)
  }

  /// Shows the first match of what is typed so far, from where the search began.
  ///
  /// A list of files waits for Enter, as each of its rows may have a brief read beside it.
  mutating func searchAsTyped() {
    guard let prompt, prompt.kind == .search, let typed = typedSearch,
      prompt.text != typed.query, typed.pane != .briefs
    else { return }
    typedSearch?.query = prompt.text
    returnToStartOfSearch()
    search = nil
    guard !prompt.text.isEmpty else { return }
    if typed.pane == .text, typed.searched == nil, let layout {
      typedSearch?.searched = SearchedText(layout, comparing: ComparedLetter.value)
    }
    search = Search(query: prompt.text, pane: typed.pane)
    refreshSearch()
    guard search?.count ?? 0 > 0 else { return search = nil }
    _ = goTo(match: firstMatchAhead ?? 0)
    // What the eye has only been shown on the way has not been read.
    passedParts = []
  }

  /// Enter: searches from where the search began, as that is the place to come back to.
  mutating func acceptSearch(_ query: String) -> [Effect] {
    returnToStartOfSearch()
    defer { typedSearch = nil }
    return startSearch(query)
  }

  /// Escape: everything is as it was.
  mutating func cancelSearch() {
    prompt = nil
    returnToStartOfSearch()
    search = typedSearch?.before
    typedSearch = nil
    refreshSearch()
  }

  private mutating func returnToStartOfSearch() {
    guard let typed = typedSearch, typed.entry == current else { return }
    sections = typed.sections
    sources = typed.sources
    guard let layout, let brief else { return }
    text = typed.text
    if typed.width != layout.width { text.top = layout.line(at: text.place, in: brief) }
  }
}
