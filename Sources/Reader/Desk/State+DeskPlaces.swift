import BriefModel

/// The desk among the places one was at, and the lines that are typed at it.
extension State {
  /// Shows the desk as it was at a place; what was asked for since is not waited for.
  mutating func restore(_ desk: SourceDesk) {
    var desk = desk
    desk.asked = library.desk.asked + 1
    set(desk)
  }

  /// What a line typed after `:` does at the desk; nil for what concerns more than that.
  mutating func run(_ line: CommandLine, at desk: SourceDesk) -> [Effect]? {
    switch line {
    case .command(let command, let count):
      self.count = count.map { min(Self.largestCount, $0) }
      defer { self.count = nil }
      return take(command, named: command.rawValue, desk)
    case .sort(let order): return sortDesk(by: order)
    case .search(let text): return filterOutlets(by: text)
    case .filter, .group:
      overlay = nil
      return nil
    case .empty, .theme, .problem: return nil
    }
  }

  /// `:sort` at the desk, with the name of an order or to be told which there are.
  mutating func sortDesk(by name: String?) -> [Effect] {
    guard var desk else { return [] }
    let (what, old) =
      switch desk.level.request {
      case .outlets: ("Outlets", desk.outletOrder)
      case .articles: ("Articles", desk.articleOrder)
      case .passages: ("Passages", DeskOrder.newest)
      }
    let names = DeskOrder.allCases.map(\.rawValue)
    if case .passages = desk.level.request {
      tell("Passages stand in the order of their briefs, the newest first")
    } else if let order = name.flatMap(DeskOrder.init) {
      desk.sort(by: order)
      set(desk)
      tell("\(what) are sorted by \(order.rawValue)")
      return askDesk()
    } else if let name {
      tell("\(what) cannot be sorted by '\(name)'; :sort takes \(names.joined(separator: ", "))")
    } else {
      let others = names.filter { $0 != old.rawValue }.joined(separator: ", ")
      tell("\(what) are sorted by \(old.rawValue); :sort takes \(others)")
    }
    return []
  }

  /// Shows a brief of the library, be it in the list or not.
  mutating func show(brief id: Int64, at jump: Jump) -> [Effect] {
    if let entry = list.entry(of: id) { return show(entry, at: jump) }
    library.pending = .show(id, jump)
    return [.rows([id])]
  }
}
