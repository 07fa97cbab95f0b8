/// Finds `<grok:render …>…</grok:render>`, which may run over several lines and hold tags.
enum GrokTags {
  /// The most bytes that one takes.
  static let reach = 400

  static func ranges(in file: Bytes, from start: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = start
    while let open = file.firstIndex(of: 0x3C, from: index) {
      index = open + 1
      guard file.has("<grok:render", at: open), let end = end(file, from: open) else { continue }
      ranges.append(open..<end)
      index = end
    }
    return ranges
  }

  private static func end(_ file: Bytes, from open: Int) -> Int? {
    let closing: StaticString = "</grok:render>"
    let limit = min(file.count, open + reach)
    var index = open
    while index < limit {
      if file[index] == 0x3C, file.has(closing, at: index) {
        return index + closing.utf8CodeUnitCount
      }
      if file[index] == 0x0A, file.has("\n\n", at: index) { return nil }
      index += 1
    }
    return nil
  }
}
