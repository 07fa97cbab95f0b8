import BriefModel

extension Manuscript {
  /// As many bytes of a mark are shown in a message.
  private static let excerptLimit = 60

  /// The text of some bytes in one line, cut in the middle where it is long.
  func excerpt(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<text.count)
    let text = String(decoding: text[range.prefix(4 * Manuscript.excerptLimit)], as: UTF8.self)
    // What is of private use no terminal can show.
    let shown = text.unicodeScalars.filter { !(0xE000...0xF8FF).contains($0.value) }
    return Sanitizer.line(String(String.UnicodeScalarView(shown))).shortened(
      to: Manuscript.excerptLimit)
  }

  /// Whether `](` stands before an offset.
  func hasBracket(before offset: Int) -> Bool {
    offset >= 2 && offset <= text.count && text[offset - 1] == 0x28 && text[offset - 2] == 0x5D
  }
}

extension SourceURL {
  /// The address as written, cut in the middle where it is long.
  var shown: String { display.shortened(to: 120) }
  /// The same from the host on.
  var shownWithoutScheme: String {
    let parts = shownParts
    return (parts.host + parts.rest).shortened(to: 120)
  }
}

extension String {
  /// At most so many characters, with `…` for those in the middle that are left out.
  func shortened(to limit: Int) -> String {
    guard utf8.count > limit, count > limit else { return self }
    return prefix(limit * 2 / 3) + "…" + suffix(limit / 3 - 1)
  }
}
