/// What a heading or a label is called: its words without the numbers, emoji and punctuation around.
enum HeadingNames {
  /// The most bytes of a heading that is looked at.
  private static let lengthLimit = 120

  /// The names in lower case; a bilingual heading has several: `来源 / Sources`.
  static func parts(of heading: String) -> [String] {
    guard heading.utf8.count <= lengthLimit else { return [] }
    return heading.unicodeScalars.split(whereSeparator: \.partsNames).compactMap { part in
      guard let first = part.firstIndex(where: \.isLetter),
        let last = part.lastIndex(where: \.isLetter)
      else { return nil }
      return withoutLetter(part[first...last]).lowercased()
    }
  }

  /// Without the letter with which the parts of a document are counted: `A. Sources`.
  private static func withoutLetter(_ part: Substring.UnicodeScalarView) -> String {
    let rest = part.dropFirst(2)
    guard part.first?.isASCII == true,
      part.dropFirst().first.map({ ".)".unicodeScalars.contains($0) }) == true,
      rest.first == " ", let first = rest.firstIndex(where: \.isLetter)
    else { return String(part) }
    return String(rest[first...])
  }
}

extension Unicode.Scalar {
  /// Whether it stands between the two names of a bilingual heading.
  fileprivate var partsNames: Bool {
    switch self {
    case "/", "|", "(", ")", "（", "）", ":", "：", "·", "—", "–": true
    default: false
    }
  }
}
