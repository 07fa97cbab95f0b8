/// The words by which a list of sources announces itself.
enum SourceHeading {
  private static let names: Set<String> = [
    "sources", "source", "information sources", "references", "reference", "citations",
    "works cited", "bibliography", "further reading", "links", "source links", "reference links",
    "notes", "footnotes", "endnotes", "read more", "sources and methodology",
    "sources & methodology", "source list", "sources list", "list of sources", "reference list",
    "list of references", "table of sources", "source table", "sources table", "source index",
    "index of sources", "source notes", "today's sources", "today’s sources",
    "参考资料", "参考文献", "参考链接", "参考来源", "参考网址", "来源", "信源", "信息来源", "消息来源",
    "新闻来源", "来源列表", "来源清单", "來源列表", "資料來源列表", "资料来源列表", "资料来源", "数据来源", "主要来源", "来源链接", "原文链接",
    "引用链接",
    "引用的著作", "引用著作", "引用文献", "数据与引用", "引用", "引用来源", "參考資料", "參考文獻", "參考來源",
    "參考連結", "來源", "資料來源", "資訊來源", "消息來源", "新聞來源", "引用來源", "出典", "出典一覧",
    "参照", "参照元", "出典リスト", "出典・参考", "出典・参照", "出典・参考資料",
    "出典・参考文献", "参考・出典", "参考", "参考資料", "参考情報", "参考リンク", "引用元", "情報源", "ソース",
    "引用文献一覧", "참고자료", "참고 자료", "참고문헌", "참고 문헌", "참고 링크", "참고링크", "참고 출처",
    "출처", "출처 목록", "인용 자료",
    "fuentes", "fuente", "fuentes consultadas", "fuentes citadas", "obras citadas",
    "referencias", "bibliografía", "quellen", "quelle", "quellenverzeichnis", "quellenangaben",
    "quellennachweise", "quellenliste", "weitere quellen", "quellen und links",
    "quellen & links", "verwendete quellen", "einzelnachweise", "referenzen", "literatur",
    "literaturverzeichnis", "weblinks", "referências", "referências citadas", "fontes",
    "fontes consultadas", "références", "ouvrages cités", "sources des citations",
    "sources citées", "sources et références", "liste des sources", "sources consultées", "liens",
    "bibliographie", "fonti", "fonti citate",
    "riferimenti", "bibliografia", "bronnen", "bronvermelding", "geraadpleegde bronnen",
    "geciteerd werk", "källor", "källförteckning", "kilder", "lähteet", "źródła", "kaynaklar",
    "kaynakça", "zdroje", "źródło", "источники", "список источников", "источники информации",
    "ссылки", "список литературы", "джерела", "посилання",
  ]

  /// What a list of sources is called with a word or two beside it: `Key Sources`, `Sources Used`.
  private static let nouns: Set<String> = ["sources", "references", "citations"]
  private static let before: Set<String> = [
    "additional", "all", "cited", "complete", "consulted", "data", "external", "full", "key",
    "main", "media", "news", "official", "online", "original", "primary", "research", "secondary",
    "selected", "supporting", "used", "verified", "web",
  ]
  private static let behind: Set<String> = [
    "checked", "cited", "consulted", "referenced", "reviewed", "used",
  ]
  /// What may be listed with sources, behind `and` or `&`.
  private static let company: Set<String> = [
    "citations", "links", "methodology", "notes", "references", "sources",
  ]

  /// The most words of a noun with others beside it.
  private static let qualifiedWords = 4
  /// The most words that a heading has which calls a list one of addresses: `Analysed URLs`.
  private static let addressWords = 3

  /// Those of lists of what may be read next, which the text need not cite.
  private static let further: Set<String> = ["further reading", "read more"]

  /// Whether a heading, or a part of a bilingual one, is such a word; numbers, emoji and
  /// punctuation around it do not count.
  static func matches(_ heading: String) -> Bool {
    HeadingNames.parts(of: heading).contains(where: announces)
  }

  /// Whether a heading is such a word by itself, so that it is no title; `Data Sources` may be one.
  static func isSure(_ heading: String) -> Bool {
    HeadingNames.parts(of: heading).contains { names.contains($0) || callsAddresses($0) }
  }

  /// Whether a heading announces only what may be read next.
  static func leadsFurther(_ heading: String) -> Bool {
    let found = announced(by: heading)
    return !found.isEmpty && found.isSubset(of: further)
  }

  private static func announced(by heading: String) -> Set<String> {
    Set(HeadingNames.parts(of: heading).filter(announces))
  }

  private static func announces(_ name: String) -> Bool {
    names.contains(name) || callsAddresses(name) || isQualified(name)
  }

  /// Whether a name is a noun for sources with known words beside it: `all sources`, `sources used`,
  /// `key news sources`, `sources & notes`.
  private static func isQualified(_ name: String) -> Bool {
    guard name.holds("source") || nouns.contains(where: name.holds) else { return false }
    let words = name.split(separator: " ").map(String.init)
    if words.count <= qualifiedWords, isQualifiedList(words) { return true }
    guard words.count <= qualifiedWords, let place = words.firstIndex(where: nouns.contains) else {
      return false
    }
    let rest = words[(place + 1)...]
    let isJoined =
      rest.count == 2 && (rest.first == "and" || rest.first == "&")
      && rest.last.map(company.contains) == true
    return words.count > 1 && words[..<place].allSatisfy(before.contains)
      && (isJoined || rest.allSatisfy(behind.contains) && rest.count < 2)
  }

  /// Whether known words stand before what a list of sources is called: `full source list`.
  private static func isQualifiedList(_ words: [String]) -> Bool {
    let rest = words.drop(while: before.contains)
    return rest.count > 1 && rest.count < words.count
      && rest.contains { $0.hasPrefix("source") || nouns.contains($0) }
      && names.contains(rest.joined(separator: " "))
  }

  /// Whether a few words call what follows addresses: `analysed urls`, `분석 url 목록`, `url一覧`.
  private static func callsAddresses(_ name: String) -> Bool {
    guard name.holds("url") else { return false }
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
