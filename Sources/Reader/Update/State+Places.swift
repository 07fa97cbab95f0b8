import BriefModel

/// The places one was at.
extension State {
  var spot: Spot {
    Spot(
      entry: isDeskOverList ? meant ?? current : current, place: text.place, link: text.link,
      text: entries[safe: current]?.fingerprint, focus: focus, desk: desk)
  }

  private var isDeskOverList: Bool { desk != nil && focus == .briefs }

  /// Remembers where one is before going elsewhere.
  mutating func leaveSpot() { trail.leave(spot) }

  /// Goes elsewhere in the text, and remembers where one was unless one is still there.
  mutating func leap(_ go: (inout State) -> [Effect]) -> [Effect] {
    guard focus == .text else { return go(&self) }
    let old = spot
    let effects = go(&self)
    if spot != old { trail.leave(old) }
    return effects
  }

  mutating func goBack() -> [Effect] {
    if let effects = goBackToList() { return effects }
    guard let spot = trail.goBack(from: spot) else { return [] }
    return go(to: spot)
  }

  mutating func goForward() -> [Effect] {
    guard let spot = trail.goForward(from: spot) else { return [] }
    return go(to: spot)
  }

  mutating func go(to spot: Spot) -> [Effect] {
    overlay = nil
    if let desk = spot.desk { restore(desk) }
    focus = spot.focus
    if isDeskOverList {
      return spot.entry == current && layout != nil ? [] : show(spot.entry, at: .kept)
    }
    if focus == .briefs { focus = .text }
    guard spot.entry == current, layout != nil else {
      return show(spot.entry, at: .spot(spot))
    }
    arrive(at: spot)
    return []
  }

  /// Goes to a place of the brief that is shown; a link of it is selected where it is the same text.
  mutating func arrive(at spot: Spot) {
    guard let layout, let brief else { return }
    scroll(to: layout.line(at: spot.place, in: brief))
    guard let link = spot.link, spot.text == entries[current].fingerprint else { return }
    select(link: link)
  }
}
