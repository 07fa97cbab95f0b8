import BriefModel

/// A place in some brief, to come back to.
struct Spot: Sendable, Equatable {
  var entry: Int
  var place: Place
  var link: Int?
  /// The text that the link is one of.
  var text: Fingerprint?
  var focus: Pane
  /// The desk of all sources, where it lay over the panes.
  var desk: SourceDesk?
}

/// The places one was at, for back and forward.
struct Trail: Sendable, Equatable {
  private(set) var back: [Spot] = []
  private(set) var forward: [Spot] = []
  private static let limit = 200

  mutating func leave(_ spot: Spot) {
    if back.last != spot { back.append(spot) }
    if back.count > Self.limit { back.removeFirst() }
    forward = []
  }

  /// Keeps the places in a brief whose links have got other numbers, without those.
  mutating func forgetLinks(of entry: Int) {
    for index in back.indices where back[index].entry == entry { back[index].link = nil }
    for index in forward.indices where forward[index].entry == entry { forward[index].link = nil }
  }

  mutating func goBack(from spot: Spot) -> Spot? {
    guard let last = back.popLast() else { return nil }
    forward.append(spot)
    return last
  }

  mutating func goForward(from spot: Spot) -> Spot? {
    guard let next = forward.popLast() else { return nil }
    back.append(spot)
    return next
  }
}
