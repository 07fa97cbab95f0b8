/// Where the lines of a file start.
package struct LineIndex: Sendable {
  private var starts = [0]

  /// Reads the line ends of a file.
  package init(_ bytes: Bytes) {
    var index = 0
    while let end = bytes.firstIndex(of: 0x0A, from: index) {
      index = end + 1
      starts.append(index)
    }
  }

  /// The 1-based line and the 1-based column in bytes of an offset.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (low + 1, offset - starts[low] + 1)
  }

  /// How many lines there are; what follows the last line end counts as one, even if it is empty.
  package var count: Int { starts.count }

  /// The offset of the first byte of a 1-based line; that of the last line where there are fewer.
  package func start(of line: Int) -> Int { starts[min(max(line, 1), starts.count) - 1] }
}
