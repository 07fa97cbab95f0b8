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
    if let move = listMove(of: command, screen: deskRows(desk)) {
      var desk = desk
      tallRows(desk.level).move(&desk.level.cursor, move)
      set(desk)
      return []
    }
    switch command {
    case .follow, .right: return enter(desk)
    case .cancel where desk.isFiltered: return filterOutlets(by: "")
    case .left, .close, .cancel, .back: return leave(desk)
    case .forward: return perform(.forward)
    case .search, .filter: return startPrompt(.outlets)
    case .sort: return sortDesk(by: nil)
    case .open: return openArticle(desk)
    case .sourceDesk:
      overlay = nil
      return []
    case .help, .redraw, .suspend, .quit, .messages, .commandLine, .theme, .linear: return nil
    default:
      tellMeaningless(name, .close, "goes back")
      return []
    }
  }

  /// Goes to what the row under the cursor is made of.
  mutating func enter(_ desk: SourceDesk) -> [Effect] {
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
    if options.isLinear {
      return max(1, tallRows(desk.level).shown(from: desk.level.cursor).count - 1)
    }
    if case .passages = desk.level.request { return max(1, overlayRows / 4) }
    return overlayRows
  }

  /// The rows of a level: each passage takes several lines, and in linear mode each row may.
  func tallRows(_ level: SourceDesk.Level) -> TallRows {
    guard let rows = level.rows else { return TallRows(count: 0, visible: overlayRows) { _ in 1 } }
    let spacing = if case .passages = rows, !options.isLinear { 1 } else { 0 }
    return TallRows(count: rows.count, visible: overlayRows, spacing: spacing) { row in
      switch rows {
      case .passages(let passages): deskPassage(passages[row]).count
      case .outlets, .articles:
        options.isLinear ? linearLines(sentence(of: rows, row)).count : 1
      }
    }
  }
}
