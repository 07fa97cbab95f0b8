import Foundation

/// Bits of a database to flip one by one, the same in every run: half of them where records say what
/// their columns are, half anywhere.
struct FlippedBits {
  let whole: Data
  private var state: UInt64
  private let heads: [Int]

  init(_ whole: Data, seed: UInt64) {
    self.whole = whole
    state = seed
    heads = stride(from: 0, to: whole.count, by: 4096).flatMap { Self.heads(whole, page: $0) }
  }

  /// The file with one bit that is another, and which.
  mutating func next() -> (bytes: Data, place: String) {
    let number = Int(truncatingIfNeeded: random() >> 1)
    let byte =
      number % 2 == 0 ? heads[number / 2 % heads.count] : number / 2 % whole.count
    let bit = Int(truncatingIfNeeded: random() & 7)
    var bytes = whole
    bytes[byte] ^= UInt8(1 << bit)
    return (bytes, "byte \(byte), bit \(bit)")
  }

  private mutating func random() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 16
  }

  /// The first bytes of each cell of a leaf page but that of the schema: sizes, number, and the types
  /// of columns (<https://www.sqlite.org/fileformat2.html#b_tree_pages>).
  private static func heads(_ whole: Data, page: Int) -> [Int] {
    guard page > 0, whole[page] == 0x0D || whole[page] == 0x0A else { return [] }
    let number = { (at: Int) in Int(whole[at]) << 8 | Int(whole[at + 1]) }
    return (0..<number(page + 3)).flatMap { cell in
      let start = page + number(page + 8 + 2 * cell)
      return Array(start..<min(start + 16, page + 4096))
    }
  }
}
