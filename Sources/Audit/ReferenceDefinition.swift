import BriefModel

/// A line that gives a name an address, for links that have the name: `[rule]: https://bis.gov/x`.
struct ReferenceDefinition: Sendable {
  let name: String
  /// The same for all spellings of a name.
  let key: String
  let url: SourceURL
  /// The bytes of `[name]:`.
  let range: Range<Int>
  let line: Int
  /// Whether its name is a number, so that it is an entry of a list.
  var isNumbered: Bool { name.utf8.allSatisfy(\.isDigit) }

  /// All of a manuscript outside of code, in the order of the file.
  static func all(
    in text: [UInt8], _ lines: LineIndex, _ outline: MarkdownOutline
  ) -> [ReferenceDefinition] {
    // The start of a definition is no text, and neither code nor markup.
    let pieces = outline.pieces
    var next = 0
    return text.withUnsafeBufferPointer { bytes in
      var definitions: [ReferenceDefinition] = []
      for line in 1...max(1, lines.count) {
        let start = lines.start(of: line)
        guard start >= outline.start, let found = read(bytes, lineFrom: start, line) else {
          continue
        }
        let place = found.range.lowerBound
        while next < pieces.count, pieces[next].range.upperBound <= place { next += 1 }
        let isShown = next < pieces.count && pieces[next].range.contains(place)
        if !isShown { definitions.append(found) }
      }
      return definitions
    }
  }

  private static func read(_ bytes: Bytes, lineFrom start: Int, _ line: Int) -> ReferenceDefinition?
  {
    var open = start
    while open < bytes.count, open - start < 4, bytes[open] == 0x20 { open += 1 }
    guard bytes.has("[", at: open), open + 2 < bytes.count, bytes[open + 1] != 0x5E,
      let close = close(bytes, from: open + 1)
    else { return nil }
    var address = close + 2
    while address < bytes.count, bytes[address] == 0x20 || bytes[address] == 0x09 { address += 1 }
    if bytes.has("<", at: address) { address += 1 }
    var end = address
    while end < bytes.count, !bytes[end].isWhitespace, bytes[end] != 0x3E { end += 1 }
    guard let url = SourceURL(bytes.slice(address..<end).text) else { return nil }
    let name = Sanitizer.line(bytes.slice(open + 1..<close).text)
    let words = name.lowercased().split(whereSeparator: \.isWhitespace)
    return ReferenceDefinition(
      name: name, key: words.joined(separator: " "), url: url, range: open..<close + 2, line: line)
  }

  /// The longest name that is looked at.
  private static let nameLimit = 200

  /// The offset of the bracket of `]:` on the same line.
  private static func close(_ bytes: Bytes, from start: Int) -> Int? {
    var index = start
    while index < min(bytes.count, start + nameLimit) {
      switch bytes[index] {
      case 0x5D: return index > start && bytes.has(":", at: index + 1) ? index : nil
      case 0x5B, 0x0A: return nil
      default: index += 1
      }
    }
    return nil
  }
}
