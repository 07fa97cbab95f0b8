/// Bytes of a text that others take the place of.
struct Patch: Equatable {
  var range: Range<Int>
  var bytes: [UInt8]

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    bytes = Array(text.utf8)
  }
}

extension [Patch] {
  /// The text with all patches in it; of two that overlap the later one is left out.
  func applied(to text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 64 * count)
    var index = 0
    let sorted = enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, patch) in sorted where patch.range.lowerBound >= index {
      output += text[index..<patch.range.lowerBound]
      output += patch.bytes
      index = patch.range.upperBound
    }
    return output + text[index...]
  }
}
