/// What a heading or a label is called: its words without the numbers, emoji and punctuation around.
enum HeadingNames {
  /// The most bytes of a heading that is looked at.
  private static let lengthLimit = 120

  /// The names in lower case; a bilingual heading has several: `来源 / Sources`.
  static func parts(of heading: String) -> [String] {
    guard heading.utf8.count <= lengthLimit else { return [] }
    var heading = heading
    if let parts = heading.withUTF8(asciiParts) { return parts }
    return heading.unicodeScalars.split(whereSeparator: \.partsNames).compactMap { part in
      guard let first = part.firstIndex(where: \.isLetter),
        let last = part.lastIndex(where: \.isLetter)
      else { return nil }
      return withoutLetter(part[first...last]).lowercased()
    }
  }

  /// The same, of ASCII alone, which most headings are; nil for others.
  private static func asciiParts(of heading: Bytes) -> [String]? {
    guard heading.allSatisfy({ $0 < 0x80 }) else { return nil }
    return heading.split(whereSeparator: { partingBytes.contains($0) }).compactMap { part in
      guard let first = part.firstIndex(where: \.isLetter),
        let last = part.lastIndex(where: \.isLetter)
      else { return nil }
      let name = part[first...last]
      let isLettered =
        name.count > 3 && (name[first + 1] == 0x2E || name[first + 1] == 0x29)
        && name[first + 2] == 0x20
      let words = isLettered ? name[(first + 3)...].drop { !$0.isLetter } : name
      return String(decoding: words.lazy.map(\.lowered), as: UTF8.self)
    }
  }

  /// Those of ASCII between two names.
  private static let partingBytes: [UInt8] = Array("/|():".utf8)

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
