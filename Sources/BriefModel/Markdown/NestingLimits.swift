/// Keeps md4c from what makes it slow: nesting over 64 levels, tables over 100,000 cells, and tens
/// of thousands of brackets in as many lines without a blank one.
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
    checkBrackets()
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

  // MARK: - Brackets

  /// For each bracket md4c goes through the lines of its block from the first, so that their product
  /// is its work: this many steps take it about a tenth of a second.
  private static let bracketWork = 1_000_000_000
  /// No smaller file reaches that.
  private static let smallestWithBracketWork = 120_000

  /// Takes the brackets out of blocks that have too many in too many lines; numbers and bare
  /// addresses in them are still read.
  private mutating func checkBrackets() {
    guard file.count - start > NestingLimits.smallestWithBracketWork else { return }
    var block = start..<start
    var (lines, firstLine, number) = (0, 1, 1)
    var lineStart = start
    while lineStart < file.count {
      let end = file.firstIndex(of: 0x0A, from: lineStart) ?? file.count
      if startsBlock(lineStart..<end) {
        checkBrackets(block, lines: lines, firstLine)
        (block, lines, firstLine) = (lineStart..<end, 0, number)
      }
      lines += 1
      block = block.lowerBound..<end
      lineStart = end + 1
      number += 1
    }
    checkBrackets(block, lines: lines, firstLine)
  }

  private mutating func checkBrackets(_ block: Range<Int>, lines: Int, _ number: Int) {
    guard lines > 1000 else { return }
    let brackets = block.filter { file[$0] == 0x5B }
    guard brackets.count > NestingLimits.bracketWork / lines else { return }
    notice(
      "So many brackets in one block are shown as text, but for numbers and addresses.", number)
    hits += brackets
  }

  /// Whether a line is blank, or an item of a list, which is a block of its own.
  private func startsBlock(_ line: Range<Int>) -> Bool {
    let rest = file[line].drop { $0.isWhitespace || $0 == 0x3E }
    guard let first = rest.first else { return true }
    if first.isDigit {
      let after = rest.drop(while: \.isDigit)
      return after.first == 0x2E || after.first == 0x29
    }
    return (first == 0x2D || first == 0x2A || first == 0x2B) && rest.dropFirst().first == 0x20
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
