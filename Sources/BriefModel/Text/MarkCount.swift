/// How many combining marks stand one after another.
struct MarkCount {
  private var count = 0
  private var end = 0

  /// Whether a scalar is a mark that its base has no room for; what is asked of comes in order.
  mutating func isTooMany(_ scalar: UInt32?, in range: Range<Int>) -> Bool {
    guard let scalar, Sanitizer.isMark(scalar) else { return false }
    count = range.lowerBound == end ? count + 1 : 1
    end = range.upperBound
    return count > Rewriting.markLimit
  }
}
