/// Keeps md4c from what makes it slow: nesting over 64 levels and tables over 100,000 cells.
///
/// The marks that would open them are taken out of the copy that md4c reads; the text that is
/// shown comes from the file, so they appear as plain text.
struct NestingLimits {
  static let depth = 64
  static let columns = 256
  static let cells = 100_000

  private let file: Bytes
  private let start: Int
  private var hits: [Int] = []
  private var cellCount = 0
  private(set) var notices: [Notice] = []

  init(_ file: Bytes, from start: Int) {
    self.file = file
    self.start = start
  }

  /// The offsets of the marks over the limits; their notices are in `notices` then.
  mutating func excess() -> [Int] {
    scan()
    return hits
  }

  private mutating func scan() {
    var lineStart = start
    var number = 1
    while lineStart < file.count {
      let end = file.firstIndex(of: 0x0A, from: lineStart) ?? file.count
      var prefix = LinePrefix(file, lineStart..<end)
      if prefix.isDeep, prefix.read(limit: NestingLimits.depth, hits: &hits) {
        notice(
          "Lists and quotes nested over \(NestingLimits.depth) levels are shown as text.", number)
      }
      checkTable(lineStart..<end, number)
      lineStart = end + 1
      number += 1
    }
  }

  /// Takes a table's delimiter row out where the table is too wide or one too many.
  private mutating func checkTable(_ line: Range<Int>, _ number: Int) {
    guard let columns = LinePrefix.delimiterColumns(file, line) else { return }
    if columns > NestingLimits.columns {
      notice("A table of over \(NestingLimits.columns) columns is shown as text.", number)
    } else {
      if cellCount <= NestingLimits.cells { cellCount += columns * rows(after: line.upperBound) }
      guard cellCount > NestingLimits.cells else { return }
      notice("Tables of over \(NestingLimits.cells) cells are shown as text.", number)
    }
    hits.append(contentsOf: line.filter { file[$0] == 0x2D })
  }

  /// Lines up to the next blank one.
  private func rows(after end: Int) -> Int {
    var rows = 1
    var start = end + 1
    while start < file.count {
      let end = file.firstIndex(of: 0x0A, from: start) ?? file.count
      if file[start..<end].allSatisfy({ $0.isWhitespace || $0 == 0x3E }) { break }
      rows += 1
      start = end + 1
    }
    return rows
  }

  private mutating func notice(_ text: String, _ line: Int) {
    if !notices.contains(where: { $0.text == text }) { notices.append(Notice(text, line: line)) }
  }
}
