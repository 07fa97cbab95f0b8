import BriefModel
import Cells

/// Runs of words as a flow, each change between its signs.
struct ChangedText {
  private(set) var flow = TextFlow()

  /// Of a passage that is whole in one of the texts the sign at the edge tells enough.
  init(_ runs: [ChangeRun], role: Role, isWhole: Bool = false, _ marks: Marks) {
    var index = 0
    while index < runs.count {
      let kind = runs[index].kind
      let end = runs[index...].firstIndex { $0.kind != kind } ?? runs.count
      let isLastRemoved = kind == .removed && end < runs.count
      if kind == .kept || isWhole {
        for run in runs[index..<end] {
          flow.append(
            run.text,
            role: kind == .removed
              ? .changeRemoved : run.isSource && role != .textDim ? .citationNumber : role)
        }
      } else {
        append(runs[index..<end].map(\.text).joined(), kind, isApart: isLastRemoved, marks)
      }
      index = end
    }
  }

  /// The spaces at the end stand outside of the signs.
  private mutating func append(
    _ text: String, _ kind: ChangeRun.Kind, isApart: Bool, _ marks: Marks
  ) {
    let words = text.drop { $0 == " " }
    let body = String(words.reversed().drop { $0 == " " }.reversed())
    guard !body.isEmpty else { return flow.append(text, role: .text) }
    let role: Role = kind == .added ? .changeAdded : .changeRemoved
    let (opening, closing) = marks.brackets(kind)
    if words.count < text.count { flow.append(" ", role: .text) }
    flow.append(opening, role: role)
    flow.join()
    flow.append(body, role: role)
    flow.join()
    flow.append(closing, role: role)
    if isApart || text.last == " " { flow.append(" ", role: .text) }
  }
}

/// What stands before a passage: bars of quotes, the marker of an item.
struct ShapeMarks {
  /// Before its first line.
  let first: String
  /// Before the others.
  let rest: String

  var width: Int { DisplayWidth.of(first) }

  init(_ shape: PassageShape, _ marks: Marks) {
    // Deep nesting is of no help here and would leave no room.
    let quotes = String(repeating: "\(marks.divider) ", count: min(3, shape.quotes))
    let indent = String(repeating: "  ", count: max(0, min(4, shape.lists) - 1))
    var marker = shape.lists > 0 || shape.kind == .code ? "  " : ""
    switch shape.marker {
    case .bullet: marker = "\(marks.bullet) "
    case .number(let number): marker = "\(number). "
    case .task(let isDone): marker = isDone ? "[x] " : "[ ] "
    case nil: break
    }
    first = quotes + indent + marker
    rest = quotes + indent + String(repeating: " ", count: DisplayWidth.of(marker))
  }
}
