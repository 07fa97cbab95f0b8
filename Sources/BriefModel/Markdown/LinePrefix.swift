/// The marks at the start of a line that may open lists and quotes.
struct LinePrefix {
  private let file: Bytes
  private let line: Range<Int>

  init(_ file: Bytes, _ line: Range<Int>) {
    self.file = file
    self.line = line
  }

  /// Whether the line may nest over 64 levels: each takes one byte at least, or half a tab.
  var isDeep: Bool {
    let limit = min(line.upperBound, line.lowerBound + 32)
    guard limit - line.lowerBound == 32 else { return false }
    for index in line.lowerBound..<limit {
      switch file[index] {
      case 0x20, 0x09, 0x3E, 0x2A, 0x2B, 0x2D, 0x30...0x39, 0x29, 0x2E: continue
      default: return false
      }
    }
    return true
  }

  /// Adds the places of all marks beyond a depth; returns whether there are any.
  ///
  /// White space counts as the nesting that it could mean at most: two columns a level.
  mutating func read(limit: Int, hits: inout [Int]) -> Bool {
    if isRule { return false }
    var levels = 0
    var columns = 0
    var found = false
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = file[index]
      if byte == 0x20 || byte == 0x09 {
        columns += byte == 0x09 ? 4 : 1
        index += 1
        continue
      }
      guard let length = markLength(at: index) else { break }
      levels += 1
      if levels + columns / 2 > limit {
        hits.append(index)
        found = true
      }
      index += length
      if index < line.upperBound, file[index] == 0x20 { index += 1 }  // it belongs to the mark
    }
    return found
  }

  /// The length of `>`, `-` or `12.` where it may open a container.
  private func markLength(at index: Int) -> Int? {
    let byte = file[index]
    if byte == 0x3E { return 1 }
    var end = index
    if byte.isDigit {
      while end < line.upperBound, file[end].isDigit, end - index < 10 { end += 1 }
      guard end < line.upperBound, file[end] == 0x2E || file[end] == 0x29 else { return nil }
    } else {
      guard byte == 0x2A || byte == 0x2B || byte == 0x2D else { return nil }
    }
    end += 1
    guard end >= line.upperBound || file[end].isWhitespace else { return nil }
    return end - index
  }

  /// Whether the line is a thematic break: one mark, three times or more, and spaces.
  private var isRule: Bool {
    guard let mark = file[line].first(where: { !$0.isWhitespace }), mark == 0x2A || mark == 0x2D
    else { return false }
    return file[line].allSatisfy { $0 == mark || $0.isWhitespace }
  }

  /// The number of columns where the line may be the second of a table.
  static func delimiterColumns(_ file: Bytes, _ line: Range<Int>) -> Int? {
    var pipes = 0
    var dashes = 0
    for index in line {
      switch file[index] {
      case 0x7C: pipes += 1
      case 0x2D: dashes += 1
      case 0x3A, 0x20, 0x09, 0x0D: continue
      case 0x3E, 0x2A, 0x2B, 0x30...0x39, 0x2E, 0x29:
        if pipes > 0 { return nil }
      default: return nil
      }
    }
    guard pipes > 0, dashes > 0 else { return nil }
    let marks = line.filter { !file[$0].isWhitespace && file[$0] != 0x3E }
    let edges = [marks.first, marks.last].count { $0.map { file[$0] } == 0x7C }
    return max(1, pipes + 1 - edges)
  }
}
