/// The words by which a list of sources announces itself.
enum SourceHeading {
  private static let names: Set<String> = [
    "sources", "source", "information sources", "references", "reference", "citations",
    "works cited", "bibliography", "further reading", "links", "source links", "reference links",
    "notes", "footnotes", "endnotes", "read more", "sources and methodology",
    "sources & methodology", "sources and references", "sources & references", "sources consulted",
    "sources cited", "source list", "list of sources", "reference list", "list of references",
    "参考资料", "参考文献", "参考链接", "来源", "信息来源", "资料来源", "数据来源", "来源链接", "原文链接",
    "引用的著作", "引用著作", "引用文献",
    "数据与引用", "引用", "引用来源", "參考資料", "參考文獻", "來源", "資料來源", "出典", "参照", "参考",
    "ソース", "参考リンク", "引用文献一覧", "참고자료", "참고 자료", "참고문헌", "참고 문헌", "출처", "인용 자료",
    "fuentes", "fuente", "fuentes consultadas", "obras citadas",
    "referencias", "bibliografía", "quellen", "quelle", "quellenverzeichnis", "quellenangaben",
    "einzelnachweise", "referenzen", "literaturverzeichnis", "referências", "referências citadas",
    "fontes", "références", "ouvrages cités", "sources des citations", "bibliographie", "fonti",
    "bibliografia", "bronnen", "geciteerd werk", "источники", "список источников",
  ]
  /// The most words that a heading has which calls a list one of addresses: `Analysed URLs`.
  private static let addressWords = 3

  /// Those of lists of what may be read next, which the text need not cite.
  private static let further: Set<String> = ["further reading", "read more"]

  /// Whether a heading, or a part of a bilingual one, is such a word; numbers, emoji and
  /// punctuation around it do not count.
  static func matches(_ heading: String) -> Bool { !announced(by: heading).isEmpty }

  /// Whether a heading announces only what may be read next.
  static func leadsFurther(_ heading: String) -> Bool {
    let found = announced(by: heading)
    return !found.isEmpty && found.isSubset(of: further)
  }

  private static func announced(by heading: String) -> Set<String> {
    Set(HeadingNames.parts(of: heading).filter { names.contains($0) || callsAddresses($0) })
  }

  /// Whether a few words call what follows addresses: `analysed urls`, `분석 url 목록`, `url一覧`.
  private static func callsAddresses(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return words.count <= addressWords
      && words.contains { word in
        let latin = word.utf8.filter { $0 < 0x80 }
        return latin.elementsEqual("url".utf8) || latin.elementsEqual("urls".utf8)
      }
  }

  /// Whether a line is a label before a list: it matches, and is bold or ends in a colon.
  static func isLabel(_ line: ArraySlice<Inline>) -> Bool {
    guard endsInColon(line) || isBold(line) else { return false }
    let text = line.plainText
    return matches(text)
  }

  private static func endsInColon(_ line: ArraySlice<Inline>) -> Bool {
    var end = line[...]
    while let last = end.last {
      switch last {
      case .text(let piece):
        guard let mark = piece.unicodeScalars.last(where: { $0 != " " }) else {
          end = end.dropLast()
          continue
        }
        return mark == ":" || mark == "："
      case .strong(let inner), .emphasis(let inner): end = inner[...]
      case .strikethrough, .code, .citation, .link, .image, .softBreak, .lineBreak: return false
      }
    }
    return false
  }

  private static func isBold(_ line: ArraySlice<Inline>) -> Bool {
    line.allSatisfy {
      switch $0 {
      case .strong, .softBreak, .lineBreak: true
      case .text(let piece): !piece.unicodeScalars.contains(where: \.isLetter)
      case .emphasis, .strikethrough, .code, .citation, .link, .image: false
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter of any script.
  var isLetter: Bool { isASCII ? UInt8(ascii: self).isLetter : properties.isAlphabetic }
}
