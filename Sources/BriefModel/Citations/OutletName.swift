/// Tells the name of a publisher from other words that a link may carry.
enum OutletName {
  /// The name in a label, or nil where the label is no name.
  ///
  /// A name is short (40 bytes or six words; eight characters in Chinese, Japanese and Korean),
  /// has a letter, is no address and no sentence, and each of its words starts with a capital or
  /// a digit, small connecting words aside. A single word in lower case is a name where the host
  /// has it (`reuters`, `mofcom`) or hides the outlet. A domain is a name. Words such as
  /// “here” or “source” are none.
  static func name(in label: String, of url: SourceURL) -> String? {
    let name = trimmed(label)
    guard !name.isEmpty, name.utf8.count <= 60, name.contains(where: \.isLetter),
      !name.contains("://"), !generic.contains(name.lowercased()), !isSentence(name)
    else { return nil }
    if name.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) {
      return name.count <= 12 ? name : nil
    }
    let words = name.split(separator: " ")
    guard words.count <= 6, name.utf8.count <= 40 else { return nil }
    if words.count == 1, isDomain(name) { return name }
    if words.allSatisfy(isCapitalised), words.first.map(startsHigh) == true { return name }
    guard words.count == 1 else { return nil }
    return hides(url) || url.host.contains(name.lowercased()) ? name : nil
  }

  /// A label of the list of sources: without brackets, its colon and a dash.
  static func trimmed(_ label: String) -> String {
    let marks = ":：-–—|,.;·*[]()（）【】「」\"“”'’‘ \n\t"
    let isMark = { (character: Character) in marks.contains(character) }
    guard let first = label.firstIndex(where: { !isMark($0) }),
      let last = label.lastIndex(where: { !isMark($0) })
    else { return "" }
    return String(label[first...last])
  }

  /// Hosts that only lead on to the outlet.
  static func hides(_ url: SourceURL) -> Bool {
    switch url.host {
    case "vertexaisearch.cloud.google.com", "news.google.com", "baidu.com", "google.com",
      "news.yahoo.co.jp", "t.co", "bit.ly":
      true
    default: false
    }
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    startsHigh(word) || connecting.contains(String(word))
  }

  private static func startsHigh(_ word: Substring) -> Bool {
    guard
      let first = word.unicodeScalars.first(where: {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
    else { return word == "&" || word == "-" || word == "|" }
    return !first.properties.isLowercase
      || word.unicodeScalars.dropFirst().contains { $0.properties.isUppercase }
  }

  private static func isDomain(_ name: String) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
      && name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x2E }
      && labels.last.map { $0.utf8.count > 1 && $0.utf8.allSatisfy(\.isLetter) } == true
  }

  private static func isSentence(_ name: String) -> Bool {
    name.contains { "?!。！？，；\n".contains($0) }
  }

  private static let connecting: Set<String> = [
    "a", "an", "and", "at", "by", "das", "de", "del", "der", "des", "di", "die", "do", "du", "e",
    "el", "et", "for", "i", "in", "la", "le", "les", "of", "on", "the", "to", "und", "van", "von",
    "y", "&", "-", "|",
  ]

  private static let generic: Set<String> = [
    "here", "link", "links", "source", "sources", "this", "article", "report", "read", "read more",
    "more", "full text", "original", "website", "homepage", "url", "pdf", "video", "archive",
    "原文", "链接", "原文链接", "来源", "查看", "详情", "阅读原文", "リンク", "記事", "출처", "링크",
    "link to article", "read article", "full story", "via", "details",
  ]
}
