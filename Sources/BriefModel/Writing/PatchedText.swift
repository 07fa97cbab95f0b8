/// A text with patches in it, and where each place of it comes from.
struct PatchedText {
  /// The same for a place of the text before and for what has become of it.
  enum Origin: Hashable {
    /// A patch, by its place in the order of the text.
    case patch(Int)
    /// An offset in the text before.
    case text(Int)
  }

  private(set) var bytes: [UInt8] = []
  /// The bytes that each patch takes the place of, and those that it has become.
  private var parts: [(before: Range<Int>, after: Range<Int>)] = []

  /// Of two patches that overlap the later one is left out.
  init(_ text: [UInt8], _ patches: [Patch]) {
    bytes.reserveCapacity(text.count + 64 * patches.count)
    var index = 0
    let sorted = patches.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, patch) in sorted where patch.range.lowerBound >= index {
      bytes += text[index..<patch.range.lowerBound]
      let start = bytes.count
      bytes += patch.bytes
      parts.append((patch.range, start..<bytes.count))
      index = patch.range.upperBound
    }
    bytes += text[index...]
  }

  /// A number for an origin by which origins are in the order of the text.
  func rank(of origin: Origin) -> Int {
    switch origin {
    case .patch(let part): 2 * parts[part].before.lowerBound
    case .text(let offset): 2 * offset + 1
    }
  }

  /// The offset in the text before of an origin: where the patch starts, or the very place.
  func offset(before origin: Origin) -> Int {
    switch origin {
    case .patch(let part): parts[part].before.lowerBound
    case .text(let offset): offset
    }
  }

  /// Where a place of the text before comes from.
  func origin(before offset: Int) -> Origin {
    let part = parts.partitioningIndex { $0.before.upperBound > offset }
    let isInside = part < parts.count && parts[part].before.lowerBound <= offset
    return isInside ? .patch(part) : .text(offset)
  }

  /// Where a place of the text with its patches comes from.
  func origin(after offset: Int) -> Origin {
    let part = parts.partitioningIndex { $0.after.upperBound > offset }
    if part < parts.count, parts[part].after.lowerBound <= offset { return .patch(part) }
    guard part > 0 else { return .text(offset) }
    return .text(offset - parts[part - 1].after.upperBound + parts[part - 1].before.upperBound)
  }
}
