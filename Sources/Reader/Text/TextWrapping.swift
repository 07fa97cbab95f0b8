import BriefModel
import Cells

/// Breaks a flow into lines no wider than asked.
struct TextWrapping {
  /// A stretch of the flow that makes a line.
  struct Piece: Equatable {
    var start: Int
    /// Without the spaces that the break swallowed.
    var end: Int
    var joint: TextLine.Joint
  }

  let breaking: LineBreaking

  /// The pieces of a flow, at least one.
  func pieces(of flow: TextFlow, width: Int) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    for end in flow.hardBreaks + [flow.bytes.count] where end >= start {
      wrap(flow, from: start, to: end, width: max(1, width), into: &pieces)
      start = end
    }
    return pieces
  }

  private func wrap(
    _ flow: TextFlow, from: Int, to: Int, width: Int, into pieces: inout [Piece]
  ) {
    let bytes = Array(flow.bytes[from..<to])
    var all = breaking.opportunities(in: bytes) + [bytes.count]
    if !flow.joins.isEmpty {
      all.removeAll { $0 < bytes.count && flow.joins.contains(from + $0) }
    }
    var line = (start: 0, end: 0, width: 0)
    var column = 0
    var previous = 0
    for opportunity in all {
      let segment = Self.measure(bytes, from: previous, to: opportunity)
      if column + segment.visible > width, line.end > line.start {
        pieces.append(
          Piece(
            start: from + line.start, end: from + line.end,
            joint: line.end < previous ? .space : .nothing))
        line = (previous, previous, 0)
        column = 0
      }
      if line.end == line.start, column + segment.visible > width {
        line.start = cut(bytes, line.start, segment.end, width, from, &pieces)
        column = Self.measure(bytes, from: line.start, to: segment.end).visible
        column += opportunity - segment.end
      } else {
        column += segment.visible + opportunity - segment.end
      }
      line.end = max(segment.end, line.start)
      previous = opportunity
    }
    pieces.append(Piece(start: from + line.start, end: from + line.end, joint: .end))
  }

  /// Cuts a segment that is wider than a line; returns where the last part starts.
  private func cut(
    _ bytes: [UInt8], _ from: Int, _ to: Int, _ width: Int, _ base: Int, _ pieces: inout [Piece]
  ) -> Int {
    var start = from
    var column = 0
    var index = from
    while index < to {
      let (length, columns) = Self.scalar(bytes, at: index)
      if column + columns > width, index > start {
        pieces.append(Piece(start: base + start, end: base + index, joint: .nothing))
        start = index
        column = 0
      }
      column += columns
      index += length
    }
    return start
  }

  /// Columns of a segment without its trailing spaces, and where these begin.
  private static func measure(_ bytes: [UInt8], from: Int, to: Int) -> (visible: Int, end: Int) {
    var end = to
    while end > from, bytes[end - 1] == 0x20 { end -= 1 }
    var columns = 0
    var index = from
    while index < end {
      let (length, width) = scalar(bytes, at: index)
      columns += width
      index += length
    }
    return (columns, end)
  }

  /// Length in bytes and columns of the scalar at an offset of valid UTF-8.
  @inline(__always)
  private static func scalar(_ bytes: [UInt8], at index: Int) -> (length: Int, columns: Int) {
    let first = bytes[index]
    if first < 0x80 { return (1, 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return (bytes.count - index, 1) }
    var value = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for next in index + 1..<index + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return (length, 1) }
    return (length, max(0, DisplayWidth.of(scalar)))
  }
}

extension TextFlow {
  /// The runs of one piece, from a column on.
  func runs(of piece: TextWrapping.Piece, column first: Int) -> [TextRun] {
    var runs: [TextRun] = []
    var column = first
    var start = piece.start
    var index = spans.partitioningIndex { $0.end > piece.start }
    while start < piece.end, index < spans.count {
      let span = spans[index]
      let end = min(span.end, piece.end)
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      let width = DisplayWidth.of(text)
      runs.append(
        TextRun(
          text: text, column: column, width: width, role: span.role, attributes: span.attributes,
          link: span.link, isNumber: span.isNumber))
      column += width
      start = end
      index += 1
    }
    return runs
  }
}
