/// Puts the names of outlets into the entries of a brief's own lists, where each is read as the outlet:
/// before an address that is all there is, behind a title that is the link, and at the end of a
/// title before an address.
struct EntryOutlets {
  private let text: [UInt8]
  /// How long what stands before an address may be: lines can be long.
  private let titleReach = 400

  init(_ text: [UInt8]) { self.text = text }

  /// What puts the name of its outlet into the first entry of a source; nil where there is no place
  /// for it.
  func naming(_ source: Source) -> Patch? {
    guard let range = source.entries.first?.range else { return nil }
    let name = MarkdownEscaping.words(source.outlet)
    if text[range.lowerBound] == 0x5B {
      let end = range.upperBound
      return isAtEnd(end) ? Patch(end..<end, " — \(name)") : nil
    }
    guard let before = before(range.lowerBound) else { return nil }
    if before.isEmpty || text[before].allSatisfy({ $0 < 0x80 && !$0.isLetter }) {
      return Patch(range.lowerBound..<range.lowerBound, "**\(name):** ")
    }
    let title = text[before].reversed().drop { byte in
      byte.isWhitespace || [0x2C, 0x2D, 0x2E, 0x3A, 0x3C].contains(byte)
    }
    // A list with a number has a title there; elsewhere it would be an outlet.
    guard source.entries.first?.number != nil, title.first.map(endsWord) == true else { return nil }
    let end = before.lowerBound + title.count
    return Patch(end..<end, " - \(name)")
  }

  /// What stands before an address in its entry, behind the number or the name of a footnote; nil
  /// where that is more than is looked at.
  private func before(_ start: Int) -> Range<Int>? {
    guard start < titleReach || text[..<start].suffix(titleReach).contains(0x0A),
      let line = ListedLine(of: start, in: text), line.content.lowerBound <= start
    else { return nil }
    let name = endOfName(line.content.lowerBound)
    return name <= start ? name..<start : nil
  }

  private func endsWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isLetter || byte.isDigit || byte == 0x29 || byte == 0x22
  }

  /// Whether nothing stands between an offset and the end of its line.
  private func isAtEnd(_ offset: Int) -> Bool {
    text[offset...].first { $0 == 0x0A || !$0.isWhitespace } ?? 0x0A == 0x0A
  }

  /// The offset after the name of a footnote that is defined from an offset on; elsewhere, as where an
  /// address stands in the brackets, the offset.
  func endOfName(_ start: Int) -> Int {
    let line = text[start...].prefix { $0 != 0x0A }
    guard line.starts(with: "[^".utf8), let close = line.firstIndex(of: 0x5D),
      line[(close + 1)...].first == 0x3A,
      !line[..<close].contains(where: { $0 == 0x20 || $0 == 0x3A || $0 == 0x2F })
    else { return start }
    return line[(close + 2)...].firstIndex { $0 != 0x20 } ?? line.endIndex
  }
}
