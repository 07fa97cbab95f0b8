/// Tells the name of a publisher from other words that a link may carry.
///
/// A name is short (40 bytes and six words; eight characters in Chinese, Japanese and Korean), has
/// a letter, is no address, no number, no sentence, no path and no checksum, and each of its words
/// starts with a capital or a digit, small connecting words aside. A domain is a name. Words such
/// as “here” or “source” are none.
enum OutletName {
  /// A name that was found in a label.
  struct Finding {
    let name: String
    /// Whether it is surely a name: it is found in the host, or ends as the names of media do.
    let isCertain: Bool
  }

  /// The outlet that a list of sources names before the link; nil for the bare host, which tells
  /// nothing that the address does not.
  static func listed(_ label: String, of url: SourceURL) -> String? {
    guard let name = candidate(label), !isHost(name, of: url) else { return nil }
    return name.isWide || name.isDomain || name.isCapitalised
      ? ProductPage.publisher(in: name, of: url) ?? name : nil
  }

  /// The outlet that a field names, which may be longer than names in text are; nil for the host.
  static func stated(_ value: String, of url: SourceURL) -> String? {
    let name = trimmed(value)
    guard name.utf8.count <= 100, name.unicodeScalars.contains(where: \.isLetter),
      !isAddress(name), !isHost(name, of: url), !isGeneric(name)
    else { return nil }
    return name
  }

  /// The outlet that a link's own label names.
  ///
  /// What a label in the prose says is more often the story than who tells it, so more is asked
  /// of it: a single word must be found in the host, unless the host hides the outlet; on a
  /// platform, where all the world publishes, several words must as well; Chinese, Japanese and
  /// Korean labels must end as the names of media do.
  static func cited(_ label: String, of url: SourceURL) -> Finding? {
    guard let words = candidate(label), !isHost(words, of: url) else { return nil }
    let name = ProductPage.publisher(in: words, of: url) ?? words
    let isHidden = hides(url)
    if name.isWide {
      let isMedium = name.endsAsMediaDo
      return isHidden || isMedium ? Finding(name: name, isCertain: isMedium) : nil
    }
    let isOneWord = !name.utf8.contains(0x20)
    if name.isDomain || isHidden && isName(name, isOneWord: isOneWord, of: url) {
      return Finding(name: name, isCertain: false)
    }
    guard isOneWord || name.isCapitalised else { return nil }
    if OutletLikeness.holds(between: name, and: url) {
      // A version or a model is what an outlet tells of: `WordPress 7.0.3 Release`.
      if !isOneWord, OutletLikeness.hasOtherDigits(name, than: url) { return nil }
      return Finding(name: name, isCertain: name.isCapitalised)
    }
    return isOneWord || OutletLikeness.isPlatform(url) ? nil : Finding(name: name, isCertain: false)
  }

  /// Where machines call what they lead on to by a small word of its host: `xinhuanet`.
  private static let machineDomain = "google.com"

  /// Whether a name is known to be that of a host: it is like it, or the table or the aliases have it.
  static func isKnown(_ name: String, for url: SourceURL) -> Bool {
    OutletLikeness.holds(between: name, and: url) || isTold(name, for: url)
  }

  /// Whether the table or the aliases have a name for a host.
  static func isTold(_ name: String, for url: SourceURL) -> Bool {
    OutletAliases.domains(of: name)?.contains(url.domain) ?? false
      || OutletTable.row(of: url).map { OutletLikeness.areSame(name, $0.name) } ?? false
  }

  /// Whether a label is the link's own host or its registrable domain.
  static func isHost(_ name: String, of url: SourceURL) -> Bool {
    guard name.utf8.contains(0x2E) else { return false }
    let host = name.lowercased()
    return host == url.host || host == url.domain || host == "www." + url.host
  }

  /// The outlet that digits name behind a host that hides it: `163`, of 163.com; nil where the table
  /// has no such domain, and where they are the number of their entry.
  static func digits(_ label: String, of url: SourceURL, number: Int?) -> String? {
    let name = trimmed(label)
    guard let digits = ListNumber.read(name), digits != number, hides(url) else { return nil }
    return OutletTable.name(ofDigits: name)
  }

  /// Whether a label behind a host that hides the outlet is a name: also a known one in lower case.
  private static func isName(_ name: String, isOneWord: Bool, of url: SourceURL) -> Bool {
    name.isCapitalised || isOneWord && url.domain == machineDomain
      || OutletTable.hasName(name.prefix(1).uppercased() + name.dropFirst())
  }

  /// Whether a host says nothing of the outlet: it leads on to it, or shows what others publish.
  static func hides(_ url: SourceURL) -> Bool {
    url.leadsOn || url.isSearch || url.host == "news.google.com" || url.host == "news.yahoo.co.jp"
      || url.domain == "msn.com"
  }

  /// A label that is not ruled out by what it holds.
  private static func candidate(_ label: String) -> String? {
    guard label.utf8.count <= 100 else { return nil }
    let name = trimmed(label)
    guard !name.isEmpty, name.unicodeScalars.contains(where: \.isLetter), !name.isSentence,
      !isAddress(name), !name.isChecksum, !name.isFile, !isGeneric(name), !startsWithDate(name)
    else { return nil }
    return name.isWide
      ? name.unicodeScalars.count <= 8 ? name : nil
      : name.utf8.count <= 40 && name.utf8.count { $0 == 0x20 } < 6 ? name : nil
  }

  /// Whether a date or a day goes first: `March 3`, `2025-02-07 update`.
  private static func startsWithDate(_ name: String) -> Bool {
    guard name.utf8.contains(where: \.isDigit) else { return false }
    var name = name
    return name.withUTF8 { text in
      (text[0].isDigit || text[0].isLetter) && DatePart(text, at: 0) != nil
    }
  }

  /// A label without the marks around it: brackets, quotes, its colon, a dash; those stay that
  /// belong to a part of it, as in `The Sun (Malta)` and `"Wind" rises`.
  static func trimmed(_ label: String) -> String {
    if label.startsAndEndsPlain { return label }
    let scalars = label.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isMark($0) }),
      let last = scalars.lastIndex(where: { !isMark($0) })
    else { return "" }
    let inner = first..<scalars.index(after: last)
    return String(scalars[PairedMarks.widened(inner, in: scalars)])
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ":", "-", "|", ",", ".", ";", "*", "[", "]", "(", ")", "\"", "'", " ", "\n", "\t", "·",
      "•",
      "–", "—", "“", "”", "‘", "’", "：", "（", "）", "【", "】", "「", "」", "，", "、":
      true
    default: false
    }
  }

  static func isAddress(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      bytes.has("www.", at: 0) && !bytes.contains(0x20)
        || bytes.firstIndex(of: 0x3A, from: 0).map { bytes.has("://", at: $0) } ?? false
    }
  }

  /// Whether a label says only that there is something to read.
  static func isGeneric(_ label: String) -> Bool { generic.contains(label.lowercased()) }

  private static let generic: Set<String> = [
    "here", "link", "links", "source", "sources", "this", "article", "report", "read", "read more",
    "more", "full text", "original", "homepage", "url", "pdf", "video", "archive",
    "原文", "链接", "原文链接", "来源", "查看", "详情", "阅读原文", "リンク", "記事", "출처", "링크",
    "see", "see also", "cf", "for more", "more at", "more on", "visit", "from", "note", "notes",
    "link to article", "read article", "full story", "via", "details", "website", "www", "m", "wap",
    "edition", "map", "maps", "slides", "form", "sign up", "register", "registration", "rsvp",
    "event", "events", "recording", "document", "image", "photo", "resume",
    "官网", "讨论", "官方说明", "官方原文", "官方公告", "帖子", "发布页", "原始访谈", "公告", "报道", "官方",
    "公式", "公式サイト", "元記事", "원문", "기사", "新闻", "新闻报道", "媒体报道", "相关报道", "ニュース", "뉴스",
  ]
}

extension String {
  /// Whether Chinese, Japanese or Korean characters are in it.
  var isWide: Bool { unicodeScalars.contains { $0.value >= 0x2E80 } }

  fileprivate var isDomain: Bool {
    guard utf8.contains(0x2E) else { return false }
    let labels = split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
      && utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x2E }
      && labels.last.map { $0.utf8.count > 1 && $0.utf8.allSatisfy(\.isLetter) } == true
  }

  /// Whether its first and its last byte are letters or digits of ASCII.
  fileprivate var startsAndEndsPlain: Bool {
    guard let first = utf8.first, let last = utf8.last else { return false }
    return (first.isLetter || first.isDigit) && (last.isLetter || last.isDigit)
  }

  /// Whether a mark in it is not found in names: of sentences, of lists, of paths.
  fileprivate var isSentence: Bool {
    unicodeScalars.contains {
      switch $0 {
      case "?", "!", ",", "/", "#", "=", "。", "！", "？", "，", "、", "；", "：", "\n": true
      default: false
      }
    }
  }

  /// Whether it is the checksum of a change, such as `2d68a10`.
  fileprivate var isChecksum: Bool {
    utf8.count >= 6 && utf8.allSatisfy(\.isHexDigit) && utf8.contains(where: \.isDigit)
  }

  /// Whether it is the name of a file: `Budget_2026.pdf`.
  fileprivate var isFile: Bool {
    guard let stop = utf8.lastIndex(of: 0x2E) else { return false }
    return fileEndings.contains(self[index(after: stop)...].lowercased())
  }

  fileprivate var isCapitalised: Bool {
    let words = utf8.split(separator: 0x20).map { Substring($0) }
    // What ends in a small word is cut off: `See the`.
    return words.first.map(\.startsHigh) == true && words.last.map(\.startsHigh) == true
      && words.allSatisfy { $0.startsHigh || connectingWords.contains(String($0)) }
  }

  fileprivate var endsAsMediaDo: Bool {
    mediaEndings.contains { hasSuffix($0) }
  }
}

extension Substring {
  /// Whether a word starts with a capital or a digit, or has a capital inside (`eWeek`).
  fileprivate var startsHigh: Bool {
    // Most words need no table of Unicode for that.
    if let first = utf8.first, first.isDigit || first.isLetter && first != first.lowered {
      return true
    }
    let letters = unicodeScalars.drop {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
    guard let first = letters.first else { return self == "&" || self == "-" || self == "|" }
    return !first.properties.isLowercase || letters.contains { $0.properties.isUppercase }
  }
}

private let connectingWords: Set<String> = [
  "a", "an", "and", "at", "by", "das", "de", "del", "der", "des", "di", "die", "do", "du", "e",
  "el", "et", "for", "i", "in", "la", "le", "les", "of", "on", "the", "to", "und", "van", "von",
  "y", "&", "-", "|",
]

private let fileEndings: Set<String> = [
  "csv", "doc", "docx", "gif", "htm", "html", "jpeg", "jpg", "json", "mp3", "mp4", "pdf", "png",
  "ppt", "pptx", "txt", "xls", "xlsx", "xml",
]

private let mediaEndings = [
  "社", "报", "报业", "网", "新闻", "新聞", "电视台", "电视", "广播", "时报", "周刊", "财经", "通讯", "报道", "日報",
  "時報", "週刊", "ニュース", "テレビ", "放送", "경제", "신문", "일보", "뉴스", "방송", "통신", "타임스", "氪", "之声",
  "NHK", "BBC", "CNN",
]
