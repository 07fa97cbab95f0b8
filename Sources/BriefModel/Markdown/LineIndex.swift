/// Where the lines of a file start.
struct LineIndex {
  private var starts = [0]

  init(_ bytes: Bytes) {
    var index = 0
    while let end = bytes.firstIndex(of: 0x0A, from: index) {
      index = end + 1
      starts.append(index)
    }
  }

  /// The 1-based line and the 1-based column in bytes of an offset.
  func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - starts[low] + 1)
  }
}
