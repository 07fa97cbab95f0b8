/// Where a list of sources ends and how its next entry is written.
struct EndOfList {
  let offset: Int
  /// What goes before an entry: a bullet, or nothing.
  let prefix: String
  /// What parts an entry from the one before.
  let separator: String

  /// The end of the last list; nil where there is none, or its lines are no entries.
  init?(of brief: Brief, in text: [UInt8]) {
    let entries = brief.sources.flatMap(\.entries)
    guard let last = entries.max(by: { $0.range.upperBound < $1.range.upperBound }),
      let line = ListedLine(of: last.range.lowerBound, in: text)
    else { return nil }
    var prefix = String(decoding: text[line.prefix], as: UTF8.self)
    guard prefix.allSatisfy({ " *+-".contains($0) }) else { return nil }
    var end = last.range.upperBound
    while end < text.count, text[end] != 0x0A { end += 1 }
    if end > 0, text[end - 1] == 0x0D { end -= 1 }
    offset = end
    let isDOS = end < text.count && text[end] == 0x0D
    let lineEnd = isDOS ? "\r\n" : "\n"
    if !line.isItem { prefix = "" }
    self.prefix = prefix
    separator = line.isItem ? lineEnd : lineEnd + lineEnd
  }
}
