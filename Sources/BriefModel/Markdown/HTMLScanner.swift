/// Reads markup piece by piece: text, tags, and nothing for comments and declarations.
struct HTMLScanner {
  enum Token {
    case text(Range<Int>)
    case tag(HTMLTag)
  }

  private let bytes: Bytes
  private var index = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  mutating func next() -> Token? {
    while index < bytes.count {
      let start = index
      if bytes[start] != 0x3C || !startsMarkup(start) {
        index = bytes.firstIndex(of: 0x3C, from: start + 1) ?? bytes.count
        return .text(start..<index)
      }
      if let end = endOfDeclaration(start) {
        index = end
        continue
      }
      let end = endOfTag(start)
      index = end
      return .tag(HTMLTag(bytes, start..<end))
    }
    return nil
  }

  private func startsMarkup(_ start: Int) -> Bool {
    guard start + 1 < bytes.count else { return false }
    let next = bytes[start + 1]
    return next.isLetter || next == 0x2F || next == 0x21 || next == 0x3F
  }

  /// Where a comment, a processing instruction, a declaration or CDATA ends, if one starts here.
  private func endOfDeclaration(_ start: Int) -> Int? {
    if bytes.has("<!--", at: start) { return end(of: "-->", from: start + 4) }
    if bytes.has("<?", at: start) { return end(of: "?>", from: start + 2) }
    if bytes.has("<![CDATA[", at: start) { return end(of: "]]>", from: start + 9) }
    return bytes.has("<!", at: start) ? end(of: ">", from: start + 2) : nil
  }

  private func end(of mark: StaticString, from start: Int) -> Int {
    var index = start
    while let found = bytes.firstIndex(of: mark.utf8Start[0], from: index) {
      if bytes.has(mark, at: found) { return found + mark.utf8CodeUnitCount }
      index = found + 1
    }
    return bytes.count
  }

  /// The first `>` that is not inside of quotes.
  private func endOfTag(_ start: Int) -> Int {
    var quote: UInt8 = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3E {
        return index + 1
      } else if byte == 0x22 || byte == 0x27, index > 0, bytes[index - 1] == 0x3D {
        quote = byte
      }
    }
    return bytes.count
  }
}
