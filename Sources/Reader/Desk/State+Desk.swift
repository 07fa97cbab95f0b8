import BriefModel
import Cells

/// `S`: the desk of all sources.
extension State {
  /// Opens the desk where it was left.
  mutating func showDesk() -> [Effect] {
    overlay = .desk(library.desk)
    return library.desk.level.rows == nil ? askDesk() : []
  }

  /// The desk, where it is shown.
  var desk: SourceDesk? {
    guard case .desk(let desk) = overlay else { return nil }
    return desk
  }

  /// Keeps the desk as it is, on the screen and for the next time.
  mutating func set(_ desk: SourceDesk) {
    library.desk = desk
    overlay = .desk(desk)
  }

  mutating func askDesk() -> [Effect] {
    guard var desk else { return [] }
    desk.asked += 1
    set(desk)
    return [.desk(desk.level.request, number: desk.asked)]
  }

  mutating func take(desk rows: DeskRows, number: Int) {
    guard number == library.desk.asked else { return }
    library.desk.level.rows = rows
    if desk != nil { set(library.desk) }
  }

  /// The desk takes moving, Enter and closing; all else is a command for when it is closed.
  mutating func take(_ key: Key, _ desk: SourceDesk) -> [Effect]? {
    take(keymap[key], named: KeyName.name(key), desk)
  }

  /// What a command does at the desk, be it a key or typed; nil for what concerns more than that.
  mutating func take(_ command: Command?, named name: String, _ desk: SourceDesk) -> [Effect]? {
    if let step = steps(of: command, screen: deskRows(desk)) {
      var desk = desk
      move(&desk.level, by: step)
      set(desk)
      return []
    }
    switch command {
    case .follow, .right: return enter(desk)
    case .cancel where desk.isFiltered: return filterOutlets(by: "")
    case .left, .close, .cancel, .back: return leave(desk)
    case .forward where !trail.forward.isEmpty: return goForward()
    case .search, .filter: return startPrompt(.outlets)
    case .sort: return sortDesk(by: nil)
    case .open: return openArticle(desk)
    case .sourceDesk:
      overlay = nil
      return []
    case .help, .redraw, .suspend, .quit, .messages, .commandLine, .theme: return nil
    default:
      let close = keymap.hint(.close) ?? ":close"
      tell("\(name) does nothing at the desk; \(close) goes back")
      return []
    }
  }

  /// More rows than any list has.
  private static let toTheEnd = 1_000_000

  /// How many rows a command moves the cursor of a list that lies over the panes; nil for none.
  func steps(of command: Command?, screen: Int) -> Int? {
    switch command {
    case .down: 1
    case .up: -1
    case .halfPageDown: max(1, screen / 2)
    case .halfPageUp: -max(1, screen / 2)
    case .pageDown, .readOn: max(1, screen)
    case .pageUp: -max(1, screen)
    case .top: -Self.toTheEnd
    case .bottom: Self.toTheEnd
    default: nil
    }
  }

  private mutating func enter(_ desk: SourceDesk) -> [Effect] {
    var desk = desk
    let row = desk.level.cursor.selected
    switch desk.level.rows {
    case .outlets(let outlets, _):
      guard let outlet = outlets[safe: row] else { return [] }
      desk.enter(outlet)
    case .articles(let articles):
      guard let article = articles[safe: row] else { return [] }
      desk.enter(article)
    case .passages(let passages):
      guard let passage = passages[safe: row] else { return [] }
      return open(passage)
    case nil: return []
    }
    set(desk)
    return askDesk()
  }

  private mutating func open(_ passage: DeskPassage) -> [Effect] {
    leaveSpot()
    overlay = nil
    focus = .text
    return show(brief: passage.brief, at: passage.citation.map(Jump.citation) ?? .top)
  }

  private mutating func openArticle(_ desk: SourceDesk) -> [Effect] {
    guard case .articles(let articles) = desk.level.rows,
      let article = articles[safe: desk.level.cursor.selected]
    else {
      tell("Only an article can be opened here")
      return []
    }
    return [.open(article.url)]
  }

  private mutating func leave(_ desk: SourceDesk) -> [Effect] {
    var desk = desk
    guard desk.levels.count > 1 else {
      overlay = nil
      return []
    }
    desk.levels.removeLast()
    // What was asked for the level below may still be answered.
    desk.asked += 1
    set(desk)
    return desk.level.rows == nil ? askDesk() : []
  }

  /// Narrows the outlets to those with some text in their names or hosts.
  mutating func filterOutlets(by text: String) -> [Effect] {
    var desk = library.desk
    desk.filter(by: text)
    set(desk)
    return askDesk()
  }

  /// How many items of the desk a screen is taken for: passages take several lines each.
  func deskRows(_ desk: SourceDesk) -> Int {
    if case .passages = desk.level.request { return max(1, overlayRows / 4) }
    return overlayRows
  }

  /// Moves the cursor of a level, or scrolls through the passage under it that is taller than the
  /// screen, as far as there is more of it that way.
  private func move(_ level: inout SourceDesk.Level, by step: Int) {
    let most = mostHidden(level)
    let isWithin = step > 0 ? level.hidden < most : level.hidden > 0
    if isWithin, abs(step) < Self.toTheEnd {
      level.hidden += abs(step) == 1 ? step : step.signum() * max(1, overlayRows - 2)
    } else {
      level.cursor.move(by: step, count: level.rows?.count ?? 0)
      level.hidden = step < 0 && step > -Self.toTheEnd ? mostHidden(level) : 0
    }
    settle(&level)
  }

  /// How many lines of the passage under the cursor have no room on the screen.
  private func mostHidden(_ level: SourceDesk.Level) -> Int {
    guard case .passages(let passages) = level.rows,
      let passage = passages[safe: level.cursor.selected]
    else { return 0 }
    return max(0, deskPassage(passage).count - overlayRows)
  }

  /// Scrolls a level so that the row under the cursor is on the screen, whole where there is room.
  func settle(_ level: inout SourceDesk.Level) {
    guard case .passages(let passages) = level.rows else {
      return level.cursor.settle(count: level.rows?.count ?? 0, visible: overlayRows)
    }
    let heights = passages.map { deskPassage($0).count + 1 }
    var cursor = level.cursor
    cursor.selected = max(0, min(passages.count - 1, cursor.selected))
    cursor.top = max(0, min(cursor.top, cursor.selected))
    let fits = { (rows: Range<Int>) in heights[rows].reduce(0, +) - 1 <= overlayRows }
    while cursor.top < cursor.selected, !fits(cursor.top..<cursor.selected + 1) { cursor.top += 1 }
    while cursor.top > 0, fits(cursor.top - 1..<passages.count) { cursor.top -= 1 }
    level.cursor = cursor
    level.hidden = max(0, min(level.hidden, mostHidden(level)))
  }
}
