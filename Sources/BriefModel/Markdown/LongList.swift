/// Tells whether a file has a list whose numbers go beyond 999, without a gap: only there may a number
/// of four digits in brackets be one of its entries, and no year.
struct LongList {
  /// The most digits of a number in such a file.
  private static let digitLimit = 4
  /// Up to which number lines must start with all.
  private static let least = NumberGroup.numberLimit + 1

  private let file: Bytes
  private var found = [Bool](repeating: false, count: LongList.least + 1)
  private var missing = LongList.least

  /// How many digits the numbers in brackets of a file have at most.
  static func digits(in file: Bytes, _ lines: LineIndex) -> Int {
    guard lines.count >= least else { return NumberGroup.digitLimit }
    var list = LongList(file)
    for line in 1...lines.count where list.missing > 0 { list.note(lines.start(of: line)) }
    return list.missing == 0 ? digitLimit : NumberGroup.digitLimit
  }

  private init(_ file: Bytes) { self.file = file }

  /// Takes note of the number with which a line starts: that of `12. text`, `[12] text`, `- [12] text`.
  private mutating func note(_ line: Int) {
    var index = line
    while index < file.count, LongList.isMark(file[index]) { index += 1 }
    var number = 0
    let first = index
    while index < file.count, file[index].isDigit, index - first < LongList.digitLimit {
      number = number * 10 + Int(file[index] - 0x30)
      index += 1
    }
    guard index > first, index < file.count,
      file[index] == 0x5D || file[index] == 0x2E || file[index] == 0x29,
      (1...LongList.least).contains(number), !found[number]
    else { return }
    found[number] = true
    missing -= 1
  }

  /// What may stand before the number of an entry: spaces, bullets, marks of quotes, brackets.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x3E, 0x2A, 0x2B, 0x2D, 0x5B, 0x5C: true
    default: false
    }
  }
}
