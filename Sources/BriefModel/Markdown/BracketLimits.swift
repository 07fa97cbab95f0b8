/// Keeps md4c from tens of thousands of brackets in as many lines without a blank one.
///
/// For each bracket md4c goes through the lines of its block from the first, so that their product
/// is its work. Brackets over the limit are taken out of the copy that md4c reads; the text that is
/// shown comes from the file, and the numbers and bare addresses in it are still read.
struct BracketLimits {
  /// As many steps take md4c about a tenth of a second.
  private static let work = 1_000_000_000
  /// No smaller file reaches that.
  private static let smallestFile = 120_000
  /// Blocks of fewer lines are never counted.
  private static let fewLines = 1000

  private let file: Bytes
  private let start: Int
  private var hits: [Int] = []
  private(set) var notices: [Notice] = []

  init(_ file: Bytes, from start: Int) {
    self.file = file
    self.start = start
  }

  /// The offsets of the brackets over the limit; their notice is in `notices` then.
  mutating func excess() -> [Int] {
    guard file.count - start > Self.smallestFile else { return [] }
    var block = start..<start
    var (lines, firstLine, number) = (0, 1, 1)
    var lineStart = start
    while lineStart < file.count {
      let end = file.firstIndex(of: 0x0A, from: lineStart) ?? file.count
      if startsBlock(lineStart..<end) {
        check(block, lines: lines, firstLine)
        (block, lines, firstLine) = (lineStart..<end, 0, number)
      }
      lines += 1
      block = block.lowerBound..<end
      lineStart = end + 1
      number += 1
    }
    check(block, lines: lines, firstLine)
    return hits
  }

  private mutating func check(_ block: Range<Int>, lines: Int, _ number: Int) {
    guard lines > Self.fewLines else { return }
    let brackets = block.filter { file[$0] == 0x5B }
    guard brackets.count > Self.work / lines else { return }
    if notices.isEmpty {
      notices.append(
        Notice(
          "So many brackets in one block are shown as text, but for numbers and addresses.",
          line: number))
    }
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
}
