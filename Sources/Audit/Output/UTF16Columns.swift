import BriefModel

/// Counts columns in code units of UTF-16, as SARIF does, where ours are bytes.
///
/// Findings come in the order of the text, so that a long line is gone through once.
struct UTF16Columns {
  private let text: [UInt8]
  private let lines: LineIndex
  private var line = 0
  private var offset = 0
  private var units = 0

  init(_ text: [UInt8]) {
    self.text = text
    lines = text.withUnsafeBufferPointer { LineIndex($0) }
  }

  /// The part of a line that a range begins, at least one column.
  mutating func region(of range: Range<Int>, line: Int) -> Region {
    let start = column(of: range.lowerBound, line: line)
    return Region(line: line, columns: start..<start + max(1, length(from: range)))
  }

  /// The 1-based column of an offset in its 1-based line.
  private mutating func column(of target: Int, line: Int) -> Int {
    if line != self.line || target < offset {
      self.line = line
      offset = lines.start(of: line)
      units = 0
      // A byte order mark is no character of the text.
      if offset == 0, text.starts(with: [0xEF, 0xBB, 0xBF]) { offset = min(3, target) }
    }
    units += UTF16Columns.units(text, offset..<max(offset, target))
    offset = max(offset, target)
    return units + 1
  }

  /// The units from the start of a range to its end, or to that of its first line.
  private func length(from range: Range<Int>) -> Int {
    let range = range.clamped(to: 0..<text.count)
    let end = text[range].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? range.upperBound
    return UTF16Columns.units(text, range.lowerBound..<end)
  }

  private static func units(_ text: [UInt8], _ range: Range<Int>) -> Int {
    text.withUnsafeBufferPointer { bytes in
      var units = 0
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = bytes[index]
        // A scalar counts at its first byte, one beyond U+FFFF twice, an ill-formed byte once.
        if byte < 0x80 {
          units += 1
          index += 1
        } else {
          let scalar = DecodedScalar(bytes, at: index)
          units += (scalar.value ?? 0) >= 0x10000 ? 2 : 1
          index += scalar.length
        }
      }
      return units
    }
  }
}
