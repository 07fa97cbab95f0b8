import BriefModel

/// `:related`: the briefs that share sources with one.
extension State {
  /// Asks for them; what is on the screen stays until it is known that there are any.
  mutating func listRelated() -> [Effect] {
    guard let id = meant.flatMap({ entries[safe: $0]?.id }), let request = list.request else {
      return []
    }
    library.related = RelatedSearch(
      brief: id, request: library.related?.request ?? request, isFromText: focus != .briefs)
    return ask(ListRequest(related: id))
  }

  /// Goes to their list, unless the reader of the brief went elsewhere meanwhile; false where there
  /// is none to go to.
  mutating func goToRelated(_ listing: BriefListing) -> Bool {
    guard let related = library.related else { return true }
    guard !listing.ids.isEmpty else {
      tell("No other brief of the library shares a source with this one")
      return false
    }
    guard related.isFromText, focus != .briefs else { return true }
    guard entries[safe: current]?.id == related.brief else { return false }
    leaveSpot()
    focus = .briefs
    return true
  }

  /// The list in which the briefs that are listed were asked for as related to one of its own.
  var listBeforeRelated: RelatedSearch? {
    guard focus == .briefs, let search = library.answeredRelated, !search.isFromText,
      search.brief == list.request?.related
    else { return nil }
    return search
  }

  /// Goes back to that list, and there to the brief; nil where none was left.
  mutating func goBackToList() -> [Effect]? {
    guard let search = listBeforeRelated else { return nil }
    library.wanted = WantedRow(id: search.brief)
    return ask(search.request)
  }

  /// The list is again what it was before related briefs were asked for.
  mutating func leaveRelated() -> [Effect] {
    guard let related = library.related else { return [] }
    library.related = nil
    return ask(related.request)
  }
}
