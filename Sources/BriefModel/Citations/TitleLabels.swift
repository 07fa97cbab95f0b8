/// Tells the labels of links that are titles of what they lead to.
///
/// The label of a link that fills an item, a cell or a heading is one, unless it names an outlet, is an address,
/// a number or a word, or stands on links to several addresses.
struct TitleLabels {
  /// The source that each title leads to, as `WebLink.source`; nil for several.
  private var sources: [String: Int?] = [:]

  /// Takes note of a title in a label.
  mutating func add(_ title: String, of link: WebLink) {
    if let known = sources[title] {
      if known != link.source { sources[title] = .some(nil) }
    } else {
      sources[title] = link.source
    }
  }

  /// Whether a title leads to one source.
  func areOfOne(_ title: String) -> Bool { sources[title].map { $0 != nil } ?? true }

  /// The title in a label that fills its item, cell or heading; nil where it is none.
  static func title(in label: String, of url: SourceURL) -> String? {
    guard label.utf8.contains(where: { $0 == 0x20 || $0 >= 0x80 }),
      let words = EntryNaming.words(label), !OutletName.isHost(words, of: url)
    else { return nil }
    if OutletAliases.domains(of: words) != nil || OutletTable.hasName(words) { return nil }
    let found = OutletName.cited(words, of: url)
    if words.isWide { return found == nil && words.unicodeScalars.count > wordLimit ? words : nil }
    let count = words.split(separator: " ").count { $0.unicodeScalars.contains(where: \.isLetter) }
    return found?.isCertain != true && count > 1 ? words : nil
  }

  /// The most characters of a name in Chinese, Japanese and Korean.
  private static let wordLimit = 8
}

extension [Inline] {
  /// Whether these are one link, with nothing beside it but marks, digits, and words in brackets that
  /// only tell its kind: `[video]`.
  var areOneLink: Bool {
    var links = 0
    var words = ""
    return Self.hold(self, &links, &words) && links == 1 && words.areTags
  }

  /// The end of one link at their start, with nothing but marks and digits beside it, where nothing
  /// follows or a colon or a dash parts it from what does; else the start.
  var endOfTitle: Int {
    guard let link = firstIndex(where: { [$0].haveCitation }), Array(self[...link]).areOneLink
    else { return 0 }
    let isParted = self[link].endsWithColon || dropFirst(link + 1).first?.startsWithParting ?? false
    return areOneLink ? count : isParted ? link + 1 : 0
  }

  /// Whether these start with a digit, as the lines of a list do that Markdown knows as none: `1、`.
  var startWithDigit: Bool {
    guard case .text(let text)? = first else { return false }
    return text.utf8.first.map(\.isDigit) ?? false
  }

  /// The most bytes beside a link where letters are among them.
  private static let tagLimit = 64

  private static func hold(
    _ inlines: [Inline], _ links: inout Int, _ words: inout String
  ) -> Bool {
    for inline in inlines {
      switch inline {
      case .citation(let index, _): if index >= 0 { links += 1 }
      case .text(let piece):
        // Beyond that there may be marks and digits, which are words of nothing.
        if words.utf8.count + piece.utf8.count <= tagLimit {
          words += piece
        } else if (words + piece).unicodeScalars.contains(where: \.isLetter) {
          return false
        }
      case .emphasis(let inner), .strong(let inner):
        if !hold(inner, &links, &words) { return false }
      case .softBreak, .lineBreak, .image: break
      case .code, .link, .strikethrough: return false
      }
    }
    return true
  }
}

extension String {
  /// Whether all letters in it are single words in brackets.
  fileprivate var areTags: Bool {
    var rest = unicodeScalars[...]
    while let first = rest.firstIndex(where: \.isLetter) {
      guard let open = rest[..<first].last, open == "[" || open == "【" else { return false }
      rest = rest[first...].drop(while: \.isLetter)
      guard let close = rest.first, close == "]" || close == "】" else { return false }
    }
    return true
  }
}

extension Inline {
  /// Whether words in bold or italics end with a colon: `**[Title](https://…):** words`.
  fileprivate var endsWithColon: Bool {
    switch self {
    case .strong(let inner), .emphasis(let inner): inner.last?.endsWithColon ?? false
    case .text(let text): text.last { $0 != " " }.map { $0 == ":" || $0 == "：" } ?? false
    case .citation, .code, .link, .image, .strikethrough, .softBreak, .lineBreak: false
    }
  }

  /// Whether it is text that starts with a colon, or with a dash between spaces.
  fileprivate var startsWithParting: Bool {
    guard case .text(let text) = self else { return false }
    return Inline.partings.contains { text.hasPrefix($0) }
  }

  private static let partings = [": ", "：", " - ", " – ", " — ", "—", " : "]
}
