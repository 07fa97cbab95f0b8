import Cells

/// Where the next line can be reached by going on to it: a return, a line feed, and the blanks with
/// which it begins, which stand there already. That is two to five bytes shorter than its place.
struct LineStarts {
  /// How many blank cells each row begins with.
  private let indents: [Int]
  /// The row of the cursor, where that is certain.
  private var row: Int?
  /// Whether lines move within a part of the rows, where a line feed may be more than a move.
  private var isRegionSet = false

  init(indents: [Int]) { self.indents = indents }

  /// The blanks that each row of a grid begins with, as the terminal's own background shows them.
  static func indents(of grid: Grid) -> [Int] {
    (0..<grid.rows).map { row in
      (0..<grid.columns).prefix { grid[row, $0].isEmpty }.count
    }
  }

  /// Takes text that is sent, of which line feeds leave open where the cursor is.
  mutating func take(text: ArraySlice<UInt8>) {
    if text.contains(where: { $0 < 0x20 && $0 != 0x0D && $0 != 0x08 }) { row = nil }
  }

  /// Takes a sequence that is no control sequence: wherever it leads.
  mutating func takeEscape() { row = nil }

  /// Takes a control sequence; what to send in its place, where that is shorter.
  mutating func take(_ sequence: ArraySlice<UInt8>, isPlain: Bool) -> [UInt8]? {
    let numbers = sequence.dropFirst(2).dropLast()
      .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { $0.reduce(0) { min($0 * 10 + Int($1 & 0x0F), 9999) } }
    let first = max(1, numbers.first ?? 1) - 1
    switch sequence.last {
    case UInt8(ascii: "H"):
      let column = max(1, numbers.count > 1 ? numbers[1] : 1) - 1
      defer { row = first }
      return isPlain ? start(of: first, column, shorterThan: sequence.count) : nil
    case UInt8(ascii: "d"): row = first
    case UInt8(ascii: "G"), UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "K"),
      UInt8(ascii: "J"), UInt8(ascii: "X"), UInt8(ascii: "P"), UInt8(ascii: "@"):
      break
    case UInt8(ascii: "r"):
      row = nil
      isRegionSet = numbers.count > 1 && (first > 0 || numbers[1] < indents.count)
    default: row = nil
    }
    return nil
  }

  private func start(of next: Int, _ column: Int, shorterThan length: Int) -> [UInt8]? {
    guard let row, next == row + 1, next < indents.count, !isRegionSet, column <= indents[next],
      column + 2 < length
    else { return nil }
    return [0x0D, 0x0A] + Array(repeating: 0x20, count: column)
  }
}

extension Cell {
  /// Whether the terminal shows it as it shows what was erased.
  fileprivate var isEmpty: Bool {
    base == 0x20 && style.background == .terminal && marksLow == 0 && link == 0
      && style.attributes.isDisjoint(with: [.underline, .reverse])
  }
}
