import BriefModel
import Cells

/// The passages that cite an article, each sentence whole.
extension State {
  /// Where the words of a passage begin, after the date.
  private var passageColumn: Int { options.isLinear ? 0 : 3 + DateText.listWidth + 2 }

  func draw(_ passages: [DeskPassage], _ level: SourceDesk.Level, _ canvas: inout Canvas) {
    var cursor = level.cursor
    let rows = tallRows(level)
    rows.settle(&cursor)
    for shown in rows.shown(from: cursor) {
      draw(passages[shown.row], isSelected: shown.row == cursor.selected, shown, &canvas)
    }
  }

  private func draw(
    _ passage: DeskPassage, isSelected: Bool, _ shown: TallRows.Shown, _ canvas: inout Canvas
  ) {
    let first = overlayTop + shown.line
    if shown.hidden == 0, !options.isLinear, let date = passage.date {
      canvas.write(listDate(date), .textDim, row: first, before: 3 + DateText.listWidth)
    }
    let lines = deskPassage(passage).dropFirst(shown.hidden)
    for (index, runs) in lines.enumerated() where first + index < rows - statusRows {
      if isSelected { canvas.writeCursor(row: first + index, column: 0) }
      for run in runs {
        canvas.write(
          run.text, run.role, row: first + index, column: run.column, limit: columns - 1)
      }
    }
  }

  /// The lines of a passage: brief and section, then the sentence with its citation.
  func deskPassage(_ passage: DeskPassage) -> [[TextRun]] {
    let marks = Marks(isASCII: options.isASCII)
    let room = columns - (options.isLinear ? 1 : 2) - passageColumn
    let width = max(8, min(options.measure, room))
    let place = passage.section.map { " \(marks.dot) \($0)" } ?? ""
    var heading = TextFlow()
    if options.isLinear {
      let words = [passage.title, passage.section, passage.date.map { DateText.medium($0) }]
      heading.append(words.compactMap(\.self).joined(separator: ", "), role: .rowCurrent)
    } else {
      heading.append(marks.cut(passage.title + place, to: width), role: .rowCurrent)
    }
    let wrapping = TextWrapping(breaking: LineBreaking())
    let flows = [heading, sentence(of: passage)]
    let lines = flows.flatMap { flow in
      wrapping.pieces(of: flow, width: width).map { flow.runs(of: $0, column: passageColumn) }
    }
    return lines
  }

  private func sentence(of passage: DeskPassage) -> TextFlow {
    var flow = TextFlow()
    guard let sentence = passage.sentence else {
      flow.append("only listed, not cited", role: .textDim)
      return flow
    }
    let bytes = Array(sentence.utf8)
    let label = (passage.label ?? bytes.count..<bytes.count).clamped(to: 0..<bytes.count)
    let text = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    flow.append(text(0..<label.lowerBound), role: .row)
    flow.append(text(label), role: .citationCurrent)
    if let number = passage.number {
      flow.join()
      flow.append("[\(number)]", role: .citationCurrent)
    }
    flow.append(text(label.upperBound..<bytes.count), role: .row)
    return flow
  }
}
