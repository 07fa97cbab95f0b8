/// A tag of HTML: its name in lower case and where its attributes' values lie.
struct HTMLTag {
  let range: Range<Int>
  let name: String
  let isClosing: Bool
  private(set) var address: Range<Int>?
  private(set) var alternative: Range<Int>?
  /// The number of a list's first item or of an item: `start` or `value`.
  private(set) var number: Int?
  /// Whether what it opens is not shown.
  private(set) var isConcealing = false

  init(_ bytes: Bytes, _ range: Range<Int>) {
    self.range = range
    var index = range.lowerBound + 1
    isClosing = index < range.upperBound && bytes[index] == 0x2F
    if isClosing { index += 1 }
    let start = index
    while index < range.upperBound, bytes[index].isLetter || bytes[index].isDigit { index += 1 }
    name = String(decoding: bytes[start..<index].map(\.lowered), as: UTF8.self)
    readAttributes(bytes.slice(0..<range.upperBound), from: index)
  }

  /// Reads the attributes from an offset to the end of `bytes`, which is that of the tag.
  private mutating func readAttributes(_ bytes: Bytes, from start: Int) {
    var index = start
    while let equals = bytes.firstIndex(of: 0x3D, from: index) {
      var nameStart = equals
      while nameStart > index, bytes[nameStart - 1].isLetter { nameStart -= 1 }
      let value = HTMLTag.value(bytes, from: equals + 1)
      let attribute = bytes[nameStart..<equals].map(\.lowered)
      if attribute.elementsEqual("href".utf8) { address = value }
      if attribute.elementsEqual("alt".utf8) { alternative = value }
      if attribute.elementsEqual("start".utf8) || attribute.elementsEqual("value".utf8) {
        let digits = String(decoding: bytes[value], as: UTF8.self)
        number = digits.utf8.count < 10 && digits.utf8.allSatisfy(\.isDigit) ? Int(digits) : nil
      }
      if attribute.elementsEqual("style".utf8) {
        let style = bytes[value].lazy.filter { !$0.isWhitespace }.map(\.lowered)
        isConcealing = String(decoding: Array(style), as: UTF8.self).contains("display:none")
      }
      index = max(value.upperBound, equals + 1)
    }
  }

  private static func value(_ bytes: Bytes, from start: Int) -> Range<Int> {
    let end = bytes.count
    guard start < end else { return end..<end }
    let quote = bytes[start]
    if quote == 0x22 || quote == 0x27 {
      let close = bytes.firstIndex(of: quote, from: start + 1) ?? end
      return start + 1..<max(start + 1, close)
    }
    var index = start
    while index < end, bytes[index] != 0x3E, !bytes[index].isWhitespace { index += 1 }
    return start..<index
  }

  /// Whether what stands before and after the tag are two paragraphs.
  var partsParagraphs: Bool { HTMLTag.blockNames.contains(name) }

  private static let blockNames: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "tfoot", "thead", "tr", "ul",
  ]
}
