import BriefModel
import Cells

/// The line that is being typed, and what is said of it.
extension State {
  func drawPrompt(_ prompt: Prompt, row: Int, _ canvas: inout Canvas) {
    let sign =
      switch prompt.kind {
      case .search: "/"
      case .command: ":"
      case .filter, .outlets: "F "
      }
    var start = canvas.write(sign, .statusKey, row: row, column: 0)
    let limit = drawCount(of: prompt, after: start, row: row, &canvas)
    var first = firstShown(of: prompt, room: limit - start - 1)
    if first > 0 {
      start = canvas.write(canvas.marks.ellipsis, .textDim, row: row, column: start)
      first = firstShown(of: prompt, room: limit - start - 1)
    }
    let end = drawCharacters(
      of: prompt, from: first, row: row, columns: start..<limit, &canvas)
    if prompt.characters.isEmpty { drawHint(of: prompt.kind, row: row, column: end, &canvas) }
    if prompt.kind == .filter, let failure = library.failure {
      let words = words(of: failure, in: prompt, shownFrom: first)
      drawAbove(words, .error, row: row, &canvas)
    }
    drawCompletions(of: prompt, after: end, row: row, &canvas)
  }

  /// The first character for which there is room before the cursor.
  private func firstShown(of prompt: Prompt, room: Int) -> Int {
    var first = prompt.cursor
    var width = 0
    while first > 0 {
      width += DisplayWidth.of(String(prompt.characters[first - 1]))
      if width > room { break }
      first -= 1
    }
    return first
  }

  /// What is typed, with the cursor and with the place that is wrong; returns the column after it.
  private func drawCharacters(
    of prompt: Prompt, from first: Int, row: Int, columns room: Range<Int>,
    _ canvas: inout Canvas
  ) -> Int {
    var column = room.lowerBound
    let wrong = wrongPlace(in: prompt) ?? 0..<0
    for index in first..<prompt.characters.count where column < room.upperBound {
      if index == prompt.cursor { canvas.grid.cursor = (row, column) }
      let isWrong = wrong.contains(index)
      let isSelected = prompt.isSelected && index < prompt.cursor
      column = canvas.write(
        String(prompt.characters[index]), isWrong ? .error : isSelected ? .match : .text, row: row,
        column: column, limit: room.upperBound, adding: isWrong ? .underline : [])
    }
    if prompt.cursor == prompt.characters.count { canvas.grid.cursor = (row, column) }
    return column
  }

  /// The characters that are wrong; the last one before the place where something is missing.
  private func wrongPlace(in prompt: Prompt) -> Range<Int>? {
    guard prompt.kind == .filter, let range = library.failure?.range else { return nil }
    let all = 0..<prompt.characters.count
    let place = range.clamped(to: all)
    return place.isEmpty ? max(0, place.lowerBound - 1)..<place.lowerBound : place
  }

  /// What is wrong, with its place in words where that is not seen in the line.
  private func words(of failure: ListFailure, in prompt: Prompt, shownFrom first: Int) -> String {
    guard let place = wrongPlace(in: prompt), !place.isEmpty,
      options.isLinear || place.lowerBound < first
    else { return failure.text }
    let wrong = Marks(isASCII: options.isASCII).cut(String(prompt.characters[place]), to: 24)
    return "\(failure.text); at character \(place.lowerBound + 1), “\(wrong)”"
  }

  private func drawHint(
    of kind: Prompt.Kind, row: Int, column: Int, _ canvas: inout Canvas
  ) {
    let hint = hint(of: kind)
    let isBeside = !options.isLinear || column + 2 + DisplayWidth.of(hint) <= columns - 2
    guard isBeside else { return drawAbove(hint, .textDim, row: row, &canvas) }
    canvas.write(
      canvas.marks.cut(hint, to: columns - column - 4), .textDim, row: row, column: column + 2)
  }

  /// As many of what Tab goes through as there is room for, the one where it is among them, with a
  /// sign on either side where there are more.
  private func drawCompletions(
    of prompt: Prompt, after end: Int, row: Int, _ canvas: inout Canvas
  ) {
    guard prompt.completions.count > 1 else { return }
    let names = prompt.completions.map { String($0.dropFirst(prompt.shared)) }
    let more = canvas.marks.ellipsis
    let shown = shownCompletions(
      names, around: prompt.completion ?? 0, room: columns - 4 - end, sign: DisplayWidth.of(more))
    var column = end + 2
    func write(_ text: String, _ role: Role) {
      column = canvas.write(text, role, row: row, column: column, limit: columns - 1) + 2
    }
    if shown.lowerBound > 0 { write(more, .status) }
    for index in shown {
      write(names[index], index == prompt.completion ? .statusKey : .status)
    }
    if shown.upperBound < names.count { write(more, .status) }
  }

  /// The screenful of names, side by side, that one of them is on; one at least, be there room or not.
  private func shownCompletions(
    _ names: [String], around current: Int, room: Int, sign: Int
  ) -> Range<Int> {
    var shown = 0..<0
    repeat {
      let first = shown.upperBound
      var last = first
      var width = (first > 0 ? sign + 2 : 0) + DisplayWidth.of(names[first])
      while last + 1 < names.count {
        width += 2 + DisplayWidth.of(names[last + 1])
        guard width + (last + 2 < names.count ? 2 + sign : 0) <= room else { break }
        last += 1
      }
      shown = first..<last + 1
    } while shown.upperBound <= current && shown.upperBound < names.count
    return shown
  }

  /// Which of how many matches the screen shows for what is typed so far, at the end of the line;
  /// returns the column before which the rest has to end.
  private func drawCount(
    of prompt: Prompt, after start: Int, row: Int, _ canvas: inout Canvas
  ) -> Int {
    guard prompt.kind == .search, !prompt.text.isEmpty, typedSearch != nil else {
      return columns - 1
    }
    let count = search?.current.map { "\($0 + 1)/\(search?.count ?? 0)" }
    let text = count ?? "not found"
    let end = columns - 4 - text.count
    guard end - start >= Self.fewestTyped else { return columns - 1 }
    canvas.write(text, count == nil ? .notice : .status, row: row, before: columns - 2)
    return end
  }

  /// As many columns of what is typed are kept free of what is said of it.
  private static var fewestTyped: Int { 12 }

  /// What is said of what is typed, in the lines above it.
  private func drawAbove(_ text: String, _ role: Role, row: Int, _ canvas: inout Canvas) {
    let lines = folded(text, to: columns - 3).prefix(max(1, rows / (options.isLinear ? 2 : 4)))
    for (index, line) in lines.enumerated() {
      let row = row - lines.count + index
      canvas.grid.fill(row: row, style: canvas.theme[.text])
      canvas.write(line, role, row: row, column: 1)
    }
  }
}
