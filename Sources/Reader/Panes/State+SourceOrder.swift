import BriefModel

extension State {
  /// Index into `Brief.sources` of the row under the cursor of their pane.
  var selectedSource: Int? {
    get { sourceRows[safe: sources.selected] }
    set {
      guard let newValue, let row = sourceRows.firstIndex(of: newValue) else { return }
      sources.selected = row
    }
  }

  /// Puts the rows in order for the brief that is there; the row under the cursor stays under it.
  mutating func orderSources() {
    let selected = selectedSource
    sourceRows = brief.map { sourceOrder.indices(of: $0.sources) } ?? []
    sourcings = []
    if let selected { selectedSource = selected }
  }

  /// `:sort`, with the name of an order or to be told which there are.
  mutating func sortSources(by name: String?) -> [Effect] {
    let names = SourceOrder.allCases.map(\.rawValue)
    let others = names.filter { $0 != sourceOrder.rawValue }.joined(separator: ", ")
    guard let name else {
      tell("Sources are sorted by \(sourceOrder.rawValue); :sort takes \(others)")
      return []
    }
    guard let order = SourceOrder(rawValue: name) else {
      tell("Sources cannot be sorted by '\(name)'; :sort takes \(names.joined(separator: ", "))")
      return []
    }
    sourceOrder = order
    orderSources()
    tell("Sources are sorted by \(name)")
    return []
  }
}
