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

  /// The title in a label that has it with the name of its outlet: `Hugging Face - State of Open Models`.
  static func titleBesideOutlet(in label: String, of url: SourceURL) -> String? {
    guard let dash = OutletInTitle.dashes.first(where: label.holds) else { return nil }
    let parts = label.split(separator: dash)
    guard parts.count > 1, let first = parts.first, let last = parts.last,
      let name = [first, last].lazy.compactMap({ OutletName.listed(String($0), of: url) })
        .first(where: { isOutlet($0, of: url) }),
      let words = EntryNaming.words(label)
    else { return nil }
    let rest = OutletInTitle.removed(from: words, outlet: name, of: url)
    return rest == words ? nil : title(in: rest, of: url)
  }

  /// Whether what stands beside a dash is surely the outlet: a word of the host is often in a title.
  private static func isOutlet(_ name: String, of url: SourceURL) -> Bool {
    !name.utf8.contains { $0 == 0x3A || $0 == 0x28 }
      && (OutletName.isTold(name, for: url) || OutletLikeness.isWhole(name, in: url))
  }

  /// The most characters of a name in Chinese, Japanese and Korean.
  private static let wordLimit = 8
}

extension [Inline] {
  /// The end of one link at their start, with nothing beside it that a title may not have, where nothing
  /// follows or a colon or a dash parts it from what does; else the start.
  var endOfTitle: Int {
    guard let link = firstIndex(where: { [$0].haveCitation }),
      FillingLink.isAll(of: Array(self[...link]))
    else { return 0 }
    let isParted = self[link].endsWithColon || dropFirst(link + 1).first?.startsWithParting ?? false
    return FillingLink.isAll(of: self) ? count : isParted ? link + 1 : 0
  }

  /// Whether these start with a digit, as the lines of a list do that Markdown knows as none: `1、`.
  var startWithDigit: Bool {
    guard case .text(let text)? = first else { return false }
    return text.utf8.first.map(\.isDigit) ?? false
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
