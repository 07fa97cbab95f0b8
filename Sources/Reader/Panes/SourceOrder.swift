import BriefModel

/// The order of the sources in their pane.
package enum SourceOrder: String, CaseIterable, Sendable {
  /// As they are numbered.
  case number
  /// The newest day first, those without a day last: a timeline.
  case date
  /// By name, each outlet's newest first.
  case outlet
  /// The most cited first.
  case use

  /// Indices into `Brief.sources` in this order; equal ones keep their numbers' order.
  func rows(of brief: Brief) -> [Int] {
    let sources = brief.sources
    let indices = Array(sources.indices)
    switch self {
    case .number: return indices.sorted { (sources[$0].number, $0) < (sources[$1].number, $1) }
    case .date:
      let days = sources.map(\.date)
      return indices.sorted { SourceOrder.isNewer(days[$0], days[$1]) ?? ($0 < $1) }
    case .outlet:
      let names = sources.map { $0.outlet.lowercased() }
      return indices.sorted {
        if names[$0] != names[$1] { return names[$0] < names[$1] }
        return SourceOrder.isNewer(sources[$0].date, sources[$1].date) ?? ($0 < $1)
      }
    case .use:
      let uses = sources.map(\.citations.count)
      return indices.sorted { (uses[$1], $0) < (uses[$0], $1) }
    }
  }

  /// Whether the first of two days comes before the other in a timeline; nil where they are equal.
  private static func isNewer(_ first: CalendarDate?, _ second: CalendarDate?) -> Bool? {
    guard first != second else { return nil }
    guard let first else { return false }
    guard let second else { return true }
    return second < first
  }
}

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
    sourceRows = brief.map(sourceOrder.rows) ?? []
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
