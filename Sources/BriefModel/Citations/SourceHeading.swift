/// The words by which a list of sources announces itself.
enum SourceHeading {
  private static let names: Set<String> = [
    "sources", "source", "information sources", "references", "reference", "citations",
    "works cited", "bibliography", "further reading", "links", "source links", "reference links",
    "notes", "footnotes", "endnotes", "read more", "sources and methodology",
    "sources & methodology", "sources and references", "sources & references", "sources consulted",
    "参考资料", "参考文献", "参考链接", "来源", "信息来源", "资料来源", "数据来源", "来源链接", "原文链接",
    "数据与引用", "引用", "引用来源", "參考資料", "參考文獻", "來源", "資料來源", "出典", "参照", "参考",
    "ソース", "参考リンク", "참고자료", "참고 자료", "참고문헌", "참고 문헌", "출처", "fuentes", "fuente",
    "referencias", "quellen", "quelle", "quellenverzeichnis", "einzelnachweise", "referências",
    "fontes", "références", "fonti", "bronnen",
  ]

  /// Whether a heading, or a part of a bilingual one, is such a word; numbers, emoji and
  /// punctuation around it do not count.
  static func matches(_ heading: String) -> Bool {
    guard heading.utf8.count <= 120 else { return false }
    let parts = heading.split { "/|()（）:：·—–".contains($0) }
    return parts.contains { part in
      let isLetter = { (character: Character) in character.isLetter }
      guard let first = part.firstIndex(where: isLetter), let last = part.lastIndex(where: isLetter)
      else { return false }
      return names.contains(part[first...last].lowercased())
    }
  }

  /// Whether a line is a label before a list: it matches, and is bold or ends in a colon.
  static func isLabel(_ line: some BidirectionalCollection<Inline>) -> Bool {
    let text = line.plainText
    guard text.utf8.count <= 120, matches(text) else { return false }
    if text.last(where: { !$0.isWhitespace }).map({ $0 == ":" || $0 == "：" }) == true {
      return true
    }
    return line.allSatisfy {
      switch $0 {
      case .strong, .softBreak, .lineBreak: true
      case .text(let piece): piece.allSatisfy { !$0.isLetter }
      case .emphasis, .strikethrough, .code, .citation, .link, .image: false
      }
    }
  }
}
