import BriefModel
import Cells

/// The columns of a list of briefs that has the whole width, from the right.
private struct BriefColumns {
  /// Where the numbers of unread sections and of sources end, and where the star stands.
  let unread: Int
  let sources: Int
  let star: Int

  init(_ area: Rectangle) {
    star = area.column + area.columns - 2
    sources = star - 1
    unread = sources - 9
  }

  /// Where the title must end.
  var title: Int { unread - 9 }
}

extension State {
  func drawBriefs(_ area: Rectangle, _ canvas: inout Canvas) {
    let count = briefCount(area)
    drawHeader("BRIEFS", count, .briefs, area, &canvas)
    let columns = BriefColumns(area)
    let start = area.column + 1 + DisplayWidth.of("BRIEFS \(count)  ")
    let end = area.columns >= 56 ? columns.unread - 8 : area.column + area.columns
    if let arrangement = listArrangement, DisplayWidth.of(arrangement) <= end - start {
      canvas.write(arrangement, .textDim, row: area.row, column: start)
    }
    if area.columns >= 56 {
      canvas.write("unread", .header, row: area.row, before: columns.unread)
      let name = list.request?.related == nil ? "sources" : "shared"
      canvas.write(name, .header, row: area.row, before: columns.sources)
    }
    if list.isLibrary, list.count == 0 {
      for (index, line) in folded(emptyList, to: area.columns - 4).enumerated()
      where index + 3 < area.rows {
        canvas.write(line, .textDim, row: area.row + 2 + index, column: area.column + 3)
      }
    }
    for (line, content) in briefLines.from(briefs) {
      let row = area.row + headerRows(.briefs) + line
      switch content {
      case .heading(let group): drawHeading(list.groups[group], row: row, area, &canvas)
      case .row(let index):
        if let entry = list.entry(at: index).flatMap({ entries[safe: $0] }) {
          draw(entry, isSelected: index == briefs.selected, row: row, area, &canvas)
        }
      }
    }
  }

  private func draw(
    _ entry: Entry, isSelected: Bool, row: Int, _ area: Rectangle, _ canvas: inout Canvas
  ) {
    let lines = rowsPerItem(.briefs)
    if isSelected {
      for line in row..<row + lines {
        drawCursor(.briefs, row: line, column: area.column, &canvas)
      }
    }
    drawSign(entry, row: row, column: area.column + 1, &canvas)
    if lines > 1 {
      drawTall(entry, row: row, isSelected: isSelected, area, &canvas)
    } else if area.columns >= 56 {
      drawWide(entry, row: row, area, &canvas)
    } else {
      drawTitle(entry, row: row, from: titleColumn(area), to: area.columns - 1, &canvas)
    }
  }

  /// What the rows below have in common, and how many of them have something unread.
  ///
  /// Nothing is counted while the group may go on beyond the rows that are known.
  private func drawHeading(
    _ group: BriefGroup, row: Int, _ area: Rectangle, _ canvas: inout Canvas
  ) {
    let isWide = area.columns >= 56
    var end = area.column + area.columns - (isWide ? 3 : 1)
    let isWhole = !list.isCut || group != list.groups.last
    if isWhole {
      let count =
        isWide
        ? "\(group.unread) of \(group.count) unread" : "\(group.unread)/\(group.count)"
      end = canvas.write(count, .textDim, row: row, before: end) - 2
    }
    let column = area.column + 1
    let title =
      switch group.name {
      case .day(let date?): DateText.heading(date, today: options.today, isShort: !isWide)
      case .day(nil): "No date"
      case .folder(let path): canvas.marks.cutPath(shownPath(path), to: end - column)
      }
    canvas.write(
      canvas.marks.cut(title, to: end - column), .overlayHeader, row: row, column: column)
  }

  /// A path in which `~` stands for the home folder, harmless to show.
  func shownPath(_ path: String) -> String {
    guard let home = options.home, path == home || path.hasPrefix(home + "/") else {
      return Sanitizer.line(path)
    }
    return Sanitizer.line("~" + path.dropFirst(home.count))
  }

  /// How the list stands, where that is not as it does by itself: as a search its best answers
  /// first, as any other what is unread.
  var listArrangement: String? {
    guard let request = list.request, request.related == nil, list.count > 0 else { return nil }
    let isUnreadUsual = request.isWhole || listedQuery != nil
    let order: String? =
      switch request.order {
      case .rank: nil
      case .unread: isUnreadUsual ? nil : "unread first"
      case .date, .title, .folder, .sources: "by \(request.order.rawValue)"
      }
    let parts: String? =
      if request.grouping == options.grouping {
        nil
      } else {
        switch request.grouping {
        case .none: "in one"
        case .day: "in days"
        case .folder: "in folders"
        }
      }
    let words = [order, parts].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  func briefCount(_ area: Rectangle) -> String {
    if list.isLibrary { return libraryCount(area) }
    let known = entries.count { $0.summary != nil || $0.failure != nil }
    if known < entries.count { return "reading \(known) of \(entries.count)" }
    let unread = entries.count { $0.summary != nil && $0.state != .read }
    if area.columns >= 56 { return "\(unread) of \(entries.count) unread" }
    return unread == 0 ? "all read" : "\(unread) unread"
  }

  /// How many there are and are unread, or how far they are being read.
  private func libraryCount(_ area: Rectangle) -> String {
    if let indexing = library.indexing, area.columns >= 56 { return indexing }
    if let id = list.request?.related { return relatedCount(id, area) }
    if list.request?.isWhole == false {
      // The rows are those of what was typed before, and where there are none the query is wrong.
      if prompt?.kind == .filter, library.failure != nil, list.count == 0 { return "" }
      let query = prompt?.kind == .filter ? "" : list.request?.query ?? ""
      let found = "\(list.count) found"
      if options.isLinear { return query.isEmpty ? found : query + ", " + found }
      return cutInHeader(query, before: "  " + found, area).map { $0 + "  " + found } ?? found
    }
    let counts = library.counts
    if area.columns >= 56 { return "\(counts.unread) of \(counts.briefs) unread" }
    return counts.unread == 0 ? "all read" : "\(counts.unread) unread"
  }

  /// What the briefs of the list are related to, and how many there are.
  private func relatedCount(_ id: Int64, _ area: Rectangle) -> String {
    let found = "\(list.count) found"
    guard let title = list.entry(of: id).flatMap({ entries[safe: $0]?.title }) else {
      return options.isLinear ? "related, " + found : "related  " + found
    }
    if options.isLinear { return "related to “\(title)”, " + found }
    let shown = cutInHeader(title, before: "related to “”  " + found, area)
    return shown.map { "related to “\($0)”  " + found } ?? "related  " + found
  }

  /// As much of some words as the header of the list has room for beside what else stands there; nil
  /// where that is next to nothing.
  private func cutInHeader(_ words: String, before rest: String, _ area: Rectangle) -> String? {
    let end = area.columns >= 56 ? BriefColumns(area).unread - 8 - area.column : area.columns
    let room = end - 1 - DisplayWidth.of("BRIEFS " + rest)
    guard !words.isEmpty, room >= min(4, DisplayWidth.of(words)) else { return nil }
    return Marks(isASCII: options.isASCII).cut(words, to: room)
  }

  /// The state; among the briefs of a day, whose dates are not shown, also whether the date is but
  /// that of the file.
  private func drawSign(_ entry: Entry, row: Int, column: Int, _ canvas: inout Canvas) {
    if isOfDays, let date = entry.date {
      canvas.write(date.sign, .textDim, row: row, column: column + 1)
    }
    if entry.failure != nil {
      canvas.write("!", .error, row: row, column: column)
    } else if entry.summary != nil {
      let state = entry.state
      canvas.write(canvas.marks.sign(state), canvas.marks.role(state), row: row, column: column)
    }
  }

  /// Whether dates are the headings of the list, so that its rows have none.
  private var isOfDays: Bool { list.request?.grouping == .day }

  /// Where titles begin: behind the state, and among the briefs of a day behind the date's sign.
  private func titleColumn(_ area: Rectangle) -> Int { area.column + (isOfDays ? 4 : 3) }

  /// The title, and the star at the right edge.
  private func drawTitle(
    _ entry: Entry, row: Int, from column: Int, to end: Int, isBold: Bool = false,
    _ canvas: inout Canvas
  ) {
    var limit = end
    if entry.record.isStarred {
      limit = canvas.write(canvas.marks.star, .markStarred, row: row, before: end) - 1
    }
    let role: Role = isBold ? .rowCurrent : entry.state == .read ? .rowRead : .row
    canvas.write(canvas.marks.cut(entry.title, to: limit - column), role, row: row, column: column)
  }

  /// Date, title, parts read, sources and star, each in a column of its own.
  private func drawWide(_ entry: Entry, row: Int, _ area: Rectangle, _ canvas: inout Canvas) {
    let columns = BriefColumns(area)
    let titleStart = titleColumn(area) + (isOfDays ? 0 : DateText.listWidth + 2)
    if !isOfDays, let date = entry.date {
      canvas.write(
        date.sign + listDate(date.date), .textDim, row: row, before: titleStart - 2)
    }
    if entry.failure != nil {
      canvas.write("not readable", .textDim, row: row, before: columns.sources)
    } else if let summary = entry.summary {
      canvas.write(progress(of: entry), .textDim, row: row, before: columns.unread)
      let sources = list.shared(by: entry.id) ?? summary.sourceCount
      canvas.write(
        entry.isArchived ? "archived" : "\(sources)", .textDim, row: row, before: columns.sources)
    }
    if entry.record.isStarred {
      canvas.write(canvas.marks.star, .markStarred, row: row, column: columns.star)
    }
    canvas.write(
      canvas.marks.cut(entry.title, to: columns.title - titleStart),
      entry.state == .read ? .rowRead : .row, row: row, column: titleStart)
  }

  /// The title over what fits whole of date, parts read and sources.
  private func drawTall(
    _ entry: Entry, row: Int, isSelected: Bool, _ area: Rectangle, _ canvas: inout Canvas
  ) {
    let end = area.column + area.columns - 1
    let column = titleColumn(area)
    drawTitle(entry, row: row, from: column, to: end, isBold: isSelected, &canvas)
    let facts = facts(of: entry, canvas.marks, room: end - column)
    canvas.write(canvas.marks.cut(facts, to: end - column), .textDim, row: row + 1, column: column)
  }

  private func facts(of entry: Entry, _ marks: Marks, room: Int) -> String {
    if let failure = entry.failure { return failure.description }
    guard let summary = entry.summary else { return "" }
    let progress = progress(of: entry)
    let shared = list.shared(by: entry.id)
    var facts = [progress + " unread"]
    if shared == nil { facts.append(Count.of(summary.sourceCount, "source")) }
    if entry.isArchived { facts.insert("archived", at: 0) }
    if let date = summary.date, !isOfDays {
      facts.insert(date.sign + DateText.medium(date.date), at: 0)
    }
    // By which related briefs stand in their order.
    if let shared { facts.insert("\(shared) shared", at: 0) }
    let separator = " \(marks.dot) "
    while facts.count > 1, DisplayWidth.of(facts.joined(separator: separator)) > room {
      let last = facts.removeLast()
      if last == progress + " unread" { facts.append(progress) }
    }
    return facts.joined(separator: separator)
  }

  /// Parts that are unread, of how many.
  func progress(of entry: Entry) -> String {
    entry.summary == nil ? "" : "\(entry.unreadCount)/\(entry.partCount)"
  }

  /// A date in a column of `DateText.listWidth`: the day in this year, the month in another.
  func listDate(_ date: CalendarDate) -> String { DateText.list(date, today: options.today) }
}
