/// Text that belongs together though it came in pieces, with the place of each in the file.
///
/// As long as the pieces touch in the file nothing is copied.
struct TextRun {
  /// The part of the file that the run is, while nothing is spilled.
  private var range = 0..<0
  private var spill: [UInt8] = []
  private var isSpilled = false
  /// Where pieces of the spill came from.
  private var pieces: [TextPlaces.Piece] = []

  var isEmpty: Bool { range.isEmpty && !isSpilled }

  /// Adds bytes that stand at `offset` of the file.
  mutating func append(_ file: Bytes, _ offset: Int, _ count: Int) {
    if isEmpty {
      range = offset..<offset + count
    } else if !isSpilled, range.upperBound == offset {
      range = range.lowerBound..<offset + count
    } else {
      spillOver(file)
      pieces.append(TextPlaces.Piece(run: spill.count, file: offset, count: nil))
      spill.append(contentsOf: file.slice(offset..<offset + count))
    }
  }

  /// Adds bytes that stand for `count` others in the file, such as a decoded entity.
  mutating func append(
    _ bytes: some Collection<UInt8>, insteadOf offset: Int?, count: Int, file: Bytes
  ) {
    spillOver(file)
    if let offset {
      pieces.append(TextPlaces.Piece(run: spill.count, file: offset, count: count))
    }
    spill.append(contentsOf: bytes)
  }

  private mutating func spillOver(_ file: Bytes) {
    guard !isSpilled else { return }
    isSpilled = true
    if range.isEmpty { return }
    pieces.append(TextPlaces.Piece(run: 0, file: range.lowerBound, count: nil))
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
      return body(
        file.slice(range), TextPlaces(start: range.lowerBound, pieces: [], limit: file.count))
    }
    let places = TextPlaces(start: pieces.first?.file ?? 0, pieces: pieces, limit: file.count)
    return spill.withUnsafeBufferPointer { body($0, places) }
  }
}

/// Finds the place in the file of a byte of a run.
struct TextPlaces {
  /// Bytes of the run that came in one piece.
  struct Piece {
    /// Its first index in the run.
    let run: Int
    /// Its first offset in the file.
    let file: Int
    /// How many bytes of the file it stands for; nil where it is those bytes.
    let count: Int?
  }

  let start: Int
  let pieces: [Piece]
  /// The length of the file: a line end that its last line lacks has no place in it.
  let limit: Int

  /// The offset of the byte at an index, or of the first of those that it stands for.
  func offset(of index: Int) -> Int {
    guard let piece = piece(at: index) else { return start + index }
    return min(limit, piece.count == nil ? piece.file + index - piece.run : piece.file)
  }

  /// The offset after the byte at an index, or after all of those that it stands for.
  func end(of index: Int) -> Int {
    guard let piece = piece(at: index) else { return min(limit, start + index + 1) }
    return min(limit, piece.count.map { piece.file + $0 } ?? piece.file + index - piece.run + 1)
  }

  private func piece(at index: Int) -> Piece? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].run <= index { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? pieces[low - 1] : nil
  }
}
