import BriefModel
import Cells

/// `v`: the saved queries, which are folders of the library.
extension State {
  /// Opens the chooser at the query that is listed.
  mutating func showSaved() -> [Effect] {
    overlay = .saved(SavedOverlay(cursor: ListCursor(selected: listedQuery.map { $0 + 1 } ?? 0)))
    return [.countSaved]
  }

  /// The saved query that the list answers, whether it was asked for by its name or typed out.
  var listedQuery: Int? {
    let query = (list.request?.query ?? "").trimmingWhitespace
    guard !query.isEmpty else { return nil }
    return options.savedQueries.firstIndex {
      $0.query.trimmingWhitespace == query
        || $0.reference.withoutQuotes.lowercased() == query.withoutQuotes.lowercased()
    }
  }

  mutating func take(count: FoundCount?, of name: String) {
    overlay?.set(count, of: name)
    for index in covered.indices { covered[index].set(count, of: name) }
  }

  /// The chooser takes moving, Enter and closing, and what concerns more than that.
  mutating func take(_ key: Key, _ saved: SavedOverlay) -> [Effect]? {
    var saved = saved
    if let move = listMove(of: keymap[key], screen: overlayRows) {
      tallRows(saved).move(&saved.cursor, move)
      overlay = .saved(saved)
      return []
    }
    switch keymap[key] {
    case .follow, .right: return list(saved.cursor.selected)
    case .help, .redraw, .suspend, .quit, .messages, .commandLine, .filter: return nil
    case .close, .cancel, .left, .back, .saved: overlay = nil
    default:
      tellMeaningless(KeyName.name(key), .close, "closes them")
    }
    return []
  }

  func tallRows(_ saved: SavedOverlay) -> TallRows {
    if options.isLinear { return linearSaved(saved).tall }
    return TallRows(count: options.savedQueries.count + 1, visible: overlayRows) { _ in 1 }
  }

  /// Lists what the query of a row finds.
  mutating func list(_ row: Int) -> [Effect] {
    overlay = nil
    focus = .briefs
    briefs = ListCursor()
    guard let query = options.savedQueries[safe: row - 1] else { return clearFilter() }
    return ask(
      ListRequest(query: query.reference, order: library.order, grouping: library.grouping))
  }

  func drawSaved(_ saved: SavedOverlay, _ canvas: inout Canvas) {
    clear(&canvas)
    if options.isLinear { return drawOverlay(linearSaved(saved), saved.cursor, &canvas) }
    let end = columns - 2
    canvas.write("unread", .header, row: 0, before: end - 8)
    canvas.write("briefs", .header, row: 0, before: end)
    let rows = options.savedQueries
    var cursor = saved.cursor
    tallRows(saved).settle(&cursor)
    for slot in 0..<overlayRows where cursor.top + slot <= rows.count {
      let index = cursor.top + slot
      let row = 2 + slot
      if index == cursor.selected {
        canvas.writeCursor(row: row, column: 0)
      }
      let query = rows[safe: index - 1]
      let all = FoundCount(briefs: library.counts.briefs, unread: library.counts.unread)
      draw(query, query.map { saved.counts[$0.name] ?? nil } ?? all, row: row, &canvas)
      if let query, case .some(nil) = saved.counts[query.name] {
        canvas.write("is wrong; see :messages", .error, row: row, before: end)
      }
    }
    if rows.isEmpty {
      canvas.write(
        canvas.marks.cut(howToSave, to: columns - 5), .textDim, row: 4, column: 3)
    }
  }

  private var howToSave: String {
    options.isKiosk
      ? "no queries are kept here" : "[queries] in the settings keeps queries under names"
  }

  /// All briefs and each query as a sentence.
  private func linearSaved(_ saved: SavedOverlay) -> LinearRows {
    LinearRows(count: options.savedQueries.count + 1, visible: overlayRows) { row in
      linearLines(sentence(of: options.savedQueries[safe: row - 1], saved))
    }
  }

  private func sentence(of query: SavedQuery?, _ saved: SavedOverlay) -> String {
    guard let query else {
      let counts = library.counts
      let end = options.savedQueries.isEmpty ? "; " + howToSave : ""
      return "All briefs, \(counts.unread) of \(counts.briefs) unread" + end
    }
    let count =
      switch saved.counts[query.name] {
      case .some(let count?): ", \(count.unread) of \(count.briefs) unread"
      case .some(nil): ", is wrong; see :messages"
      case nil: ""
      }
    return Sanitizer.line("\(query.name)\(count): \(query.query)")
  }

  private func draw(
    _ query: SavedQuery?, _ count: FoundCount?, row: Int, _ canvas: inout Canvas
  ) {
    let end = columns - 2
    if let count {
      canvas.write("\(count.briefs)", .textDim, row: row, before: end)
      canvas.write(
        "\(count.unread)", count.unread > 0 ? .markUnread : .textDim, row: row, before: end - 8)
    }
    let names = options.savedQueries.map { DisplayWidth.of($0.name) }
    let width = min(max(10, names.max() ?? 0), max(10, columns / 3))
    let isRead = count?.unread == 0
    canvas.write(
      canvas.marks.cut(Sanitizer.line(query?.name ?? "All briefs"), to: width),
      isRead ? .rowRead : .row, row: row, column: 3)
    canvas.write(
      canvas.marks.cut(Sanitizer.line(query?.query ?? ""), to: end - 20 - width), .textDim,
      row: row, column: 3 + width + 2)
  }
}

extension Overlay {
  /// Shows what a saved query finds, where this is their chooser.
  fileprivate mutating func set(_ count: FoundCount?, of name: String) {
    guard case .saved(var saved) = self else { return }
    saved.counts[name] = .some(count)
    self = .saved(saved)
  }
}

extension StringProtocol {
  /// Without quotation marks.
  var withoutQuotes: String { String(filter { $0 != "\"" }) }

  fileprivate var trimmingWhitespace: String {
    let end = reversed().drop(while: \.isWhitespace).reversed()
    return String(end.drop(while: \.isWhitespace))
  }
}
