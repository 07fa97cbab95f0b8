/// A list of HTML that is open: `<ol>` or `<ul>`.
struct MarkupList {
  /// The first number; nil for bullets.
  let start: Int?
  /// The number of the next item.
  var next: Int
  var items: [ListItem] = []

  init(start: Int?) {
    self.start = start
    next = start ?? 0
  }

  /// A list that goes on counting where this one ends.
  var continued: MarkupList { MarkupList(start: start.map { _ in next }) }

  /// Opens an item; `number` is what its tag gives it.
  mutating func openItem(_ number: Int?) {
    let own = number ?? next
    next = own < .max ? own + 1 : own
    items.append(ListItem(number: start == nil ? nil : own, blocks: []))
  }

  /// The list as a block; nil without items.
  var block: Block? {
    guard let first = items.first else { return nil }
    return .list(List(start: start.map { first.number ?? $0 }, items: items))
  }
}
