/// The lines of a text that define the addresses of reference links, such as `[name]: https://…`.
struct LinkDefinitions {
  /// The lines, with their ends, by the folded name; of several the first counts.
  private var lines: [String: [Range<Int>]] = [:]

  init(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { file in
      var start = 0
      while start < file.count {
        let end = file.firstIndex(of: 0x0A, from: start).map { $0 + 1 } ?? file.count
        if let name = LinkDefinitions.name(file, start..<end) {
          lines[name, default: []].append(start..<end)
        }
        start = end
      }
    }
  }

  /// The lines that define the name of a reference link: `[words][name]`, `[name][]` or `[name]`.
  func lines(of mark: Bytes) -> [Range<Int>] {
    guard mark.last == 0x5D, let open = mark.lastIndex(of: 0x5B) else { return [] }
    let isCollapsed = open == mark.count - 2 && open > 1
    let name = isCollapsed ? 1..<open - 1 : open + 1..<mark.count - 1
    return lines[ReferenceName.folded(mark.slice(name))] ?? []
  }

  /// The folded name that a line defines, where it holds nothing but the definition.
  private static func name(_ file: Bytes, _ line: Range<Int>) -> String? {
    var open = line.lowerBound
    while open < line.upperBound, open - line.lowerBound < 4, file[open] == 0x20 { open += 1 }
    let text = file.slice(0..<line.upperBound)
    guard text.has("[", at: open), !text.has("[^", at: open),
      let close = text.firstIndex(of: 0x5D, from: open), text.has("]:", at: close)
    else { return nil }
    let words = text[(close + 2)...].split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard !words.isEmpty, words.dropFirst().first.map({ opensTitle($0) }) ?? true else {
      return nil
    }
    return ReferenceName.folded(text.slice(open + 1..<close))
  }

  private static func opensTitle(_ words: Slice<Bytes>) -> Bool {
    switch words.first {
    case 0x22, 0x27, 0x28: true
    default: false
    }
  }
}
