/// The order in which people number their files: `day-9` before `day-10`.
enum NaturalOrder {
  /// Whether one path comes before another: letter case does not count, runs of digits count as
  /// numbers, and equal paths fall back to their bytes.
  static func precedes(_ first: String, _ second: String) -> Bool {
    let (a, b) = (Array(first.utf8), Array(second.utf8))
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i].isDigit, b[j].isDigit {
        let (left, right) = (digits(a, &i), digits(b, &j))
        if left.count != right.count { return left.count < right.count }
        if left != right { return left.lexicographicallyPrecedes(right) }
      } else if a[i].lowered != b[j].lowered {
        return rank(a[i]) < rank(b[j])
      } else {
        i += 1
        j += 1
      }
    }
    if (i < a.count) != (j < b.count) { return j < b.count }
    return a.lexicographicallyPrecedes(b)
  }

  /// A folder's content follows it at once.
  private static func rank(_ byte: UInt8) -> UInt8 { byte == 0x2F ? 0 : byte.lowered }

  /// The run of digits at an index, without leading zeros.
  private static func digits(_ bytes: [UInt8], _ index: inout Int) -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count, bytes[index].isDigit { index += 1 }
    return bytes[start..<index].drop { $0 == 0x30 }
  }
}
