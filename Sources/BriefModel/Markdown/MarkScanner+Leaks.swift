/// What machines leave of citations.
extension MarkScanner {
  /// `:contentReference[oaicite:0]{index=0}`.
  func contentReference(at start: Int) -> Found? {
    guard text.has(":contentReference[oaicite", at: start),
      var close = close(0x5D, from: start + ":contentReference[".utf8.count)
    else { return nil }
    close += 1
    if text.has("{index=", at: close), let brace = self.close(0x7D, from: close) {
      close = brace + 1
    }
    return [(.leak, start..<close)]
  }

  /// `<grok:render …>…</grok:render>`; one that is cut off ends with its tag.
  func rendering(at start: Int) -> Found? {
    guard text.has("<grok:render", at: start) || text.has("</grok:render", at: start) else {
      return nil
    }
    let limit = min(end, start + GrokTags.reach)
    var index = start
    var tagEnd: Int?
    while let mark = text.slice(0..<limit).firstIndex(of: 0x3E, from: index) {
      if tagEnd == nil { tagEnd = mark + 1 }
      let closing: StaticString = "</grok:render>"
      if text.has(closing, at: mark + 1 - closing.utf8CodeUnitCount) {
        return [(.leak, start..<mark + 1)]
      }
      index = mark + 1
    }
    return tagEnd.map { [(.leak, start..<$0)] }
  }

  /// A run from U+E200 to U+E201, or what is left of one.
  func privateUse(at start: Int) -> Found? {
    guard isPrivateUse(start) else { return nil }
    var index = start + 3
    if text[start + 2] == 0x80 {
      let limit = min(end, start + MarkScanner.reach)
      while index < limit, text[index] != 0x0A {
        if text[index] == 0xEE, text.has("\u{E201}", at: index) {
          return [(.leak, start..<min(end, index + 3))]
        }
        index += 1
      }
      index = start + 3
      while index < end, isToken(index) { index += 1 }
    }
    while isPrivateUse(index) { index += 3 }
    return [(.leak, start..<min(end, index))]
  }

  private func isToken(_ index: Int) -> Bool {
    text[index].isLetter || text[index].isDigit || isPrivateUse(index)
      || isPrivateUse(index - 1) || isPrivateUse(index - 2)
  }

  /// Whether one of U+E200 to U+E20F stands at an index.
  private func isPrivateUse(_ index: Int) -> Bool {
    index >= 0 && index + 3 <= end && text[index] == 0xEE && text[index + 1] == 0x88
      && text[index + 2] & 0xF0 == 0x80
  }
}
