/// Text that belongs together though it came in pieces, with the place of each in the file.
///
/// As long as the pieces touch in the file nothing is copied.
struct TextRun {
  /// The part of the file that the run is, while nothing is spilled.
  private var range = 0..<0
  private var spill: [UInt8] = []
  private var isSpilled = false
  /// Where pieces of the spill came from.
  private var pieces: [(run: Int, file: Int)] = []

  var isEmpty: Bool { range.isEmpty && !isSpilled }

  /// Adds bytes that stand at `offset` of the file.
  mutating func append(_ file: Bytes, _ offset: Int, _ count: Int) {
    if isEmpty {
      range = offset..<offset + count
    } else if !isSpilled, range.upperBound == offset {
      range = range.lowerBound..<offset + count
    } else {
      spillOver(file)
      pieces.append((spill.count, offset))
      spill.append(contentsOf: file.slice(offset..<offset + count))
    }
  }

  /// Adds bytes that stand for others in the file, such as a decoded entity.
  mutating func append(_ bytes: some Collection<UInt8>, insteadOf offset: Int?, file: Bytes) {
    spillOver(file)
    if let offset { pieces.append((spill.count, offset)) }
    spill.append(contentsOf: bytes)
  }

  private mutating func spillOver(_ file: Bytes) {
    guard !isSpilled else { return }
    isSpilled = true
    if range.isEmpty { return }
    pieces.append((0, range.lowerBound))
    spill.append(contentsOf: file.slice(range))
  }

  /// Gives the bytes, and the place in the file of an index into them, and starts anew.
  mutating func take<R>(_ file: Bytes, _ body: (Bytes, TextPlaces) -> R) -> R {
    defer {
      range = 0..<0
      if isSpilled {
        isSpilled = false
        spill.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
      }
    }
    guard isSpilled else {
      return body(file.slice(range), TextPlaces(start: range.lowerBound, pieces: []))
    }
    let places = TextPlaces(start: pieces.first?.file ?? 0, pieces: pieces)
    return spill.withUnsafeBufferPointer { body($0, places) }
  }
}

/// Finds the place in the file of a byte of a run.
struct TextPlaces {
  let start: Int
  let pieces: [(run: Int, file: Int)]

  func offset(of index: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].run <= index { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return start + index }
    return pieces[low - 1].file + index - pieces[low - 1].run
  }
}
