/// The entries of a brief's own lists that are an address and say nothing before it, so that a name of
/// the outlet may be put there.
struct BareEntries {
  private let text: [UInt8]
  /// How long the number or the name may be that stands before: lines can be long.
  private let reach = 100

  init(_ text: [UInt8]) { self.text = text }

  /// Where a name goes before the first entry of a source; nil where something stands there.
  func place(of source: Source) -> Int? {
    guard let start = source.entries.first?.range.lowerBound, text[start] != 0x5B,
      start < reach || text[..<start].suffix(reach).contains(0x0A),
      let line = ListedLine(of: start, in: text), line.content.lowerBound <= start
    else { return nil }
    let name = endOfName(line.content.lowerBound)
    guard name <= start else { return nil }
    return text[name..<start].allSatisfy { $0 < 0x80 && !$0.isLetter } ? start : nil
  }

  /// Puts the name of its outlet before the first entry of a source.
  func naming(_ source: Source) -> Patch? {
    place(of: source).map {
      Patch($0..<$0, "**\(MarkdownEscaping.words(source.outlet)):** ")
    }
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
