import BriefModel

/// What changed in a brief since it was read, over the panes.
struct ChangesOverlay: Sendable, Equatable {
  let comparison: BriefComparison
  /// Laid out for the width of the window.
  var layout: ChangesLayout
  /// First line shown.
  var top = 0
  /// Index into the layout's `stops` of the change that one is at.
  var current = 0

  /// Makes another change the current one where scrolling took it off the screen.
  mutating func follow(visible: Int) {
    let stops = layout.stops
    current = max(0, min(current, stops.count - 1))
    guard let stop = stops[safe: current], !(top..<top + visible).contains(stop) else { return }
    let next = stops.firstIndex { $0 >= top }
    let isShown = next.map { stops[$0] < top + visible } ?? false
    current = isShown ? next ?? 0 : max(0, (next ?? stops.count) - 1)
  }
}

extension BriefComparison {
  /// How much is what, in words: `2 sections changed, 1 new`.
  var summary: String {
    let count = { (states: [PartComparison.State]) in
      parts.count { $0.isCounted && states.contains($0.state) }
    }
    let isLedeChanged = parts.contains { $0.isLede && $0.state == .changed }
    let isListChanged = parts.contains { $0.isList && $0.state != .same && $0.state != .moved }
    let facts = [
      title.allSatisfy { $0.kind == .kept } ? nil : "title changed",
      isLedeChanged ? "lede changed" : nil,
      count([.changed]).asFact { Count.of($0, "section") + " changed" },
      count([.added]).asFact { "\($0) new" },
      count([.removed]).asFact { "\($0) removed" },
      count([.moved]).asFact { "\($0) moved" },
      isListChanged ? "list of sources changed" : nil,
    ]
    return facts.compactMap(\.self).joined(separator: ", ")
  }
}

extension Int {
  fileprivate func asFact(_ words: (Int) -> String) -> String? { self > 0 ? words(self) : nil }
}
