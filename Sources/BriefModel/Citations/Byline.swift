/// Who published what a titled link leads to, and when, where that is all else that an item says:
/// `[Tin rises on strike](https://…) — Harbour Post, 2026-10-09`, `[Zinc falls](https://…) (Reuters)`.
struct Byline {
  /// The most bytes behind the link.
  private static let lengthLimit = 120
  /// The most bytes that a date has.
  private static let dateLimit = 40

  /// The index of the link.
  let link: Int
  /// What the item says, as an entry of a list of sources would.
  let text: EntryText
  /// Whether the words are those of a publisher and no remark, which the item alone shows: they are
  /// known, or a name of several words with a date.
  let isCertain: Bool

  /// Reads the only paragraph of an item; nil where it says anything else.
  init?(_ item: ListItem, _ links: [WebLink]) {
    guard item.blocks.count == 1, case .paragraph(let inlines)? = item.blocks.first else {
      return nil
    }
    self.init(inlines, links)
  }

  private init?(_ inlines: [Inline], _ links: [WebLink]) {
    guard let first = inlines.first, let (link, label) = Byline.link(first) else { return nil }
    let suffix = inlines.dropFirst()
    let isText = suffix.allSatisfy {
      switch $0 {
      case .text: true
      case .emphasis(let inner):
        inner.allSatisfy { if case .text = $0 { true } else { false } }
      case .strong, .strikethrough, .code, .citation, .link, .image, .softBreak, .lineBreak: false
      }
    }
    let url = links[link].url
    guard !suffix.isEmpty, isText, let words = Byline.words(suffix.plainText),
      TitleLabels.title(in: label.cleanText, of: url) != nil
    else { return nil }
    let parts = words.split(maxSplits: 1) { $0 == "," || $0 == "，" || $0 == "·" || $0 == "|" }
    guard let name = parts.first.flatMap({ OutletName.listed(String($0), of: url) }) else {
      return nil
    }
    if parts.count > 1 {
      guard parts[1].utf8.count <= Byline.dateLimit, TextDate.first(in: String(parts[1])) != nil
      else { return nil }
    }
    let isKnown =
      OutletName.isKnown(name, for: url) || OutletTable.hasName(name)
      || OutletAliases.domains(of: name) != nil
    // `(15.3k)` counts something.
    guard isKnown || name.unicodeScalars.first?.isLetter == true else { return nil }
    isCertain = isKnown || parts.count > 1 && name.utf8.contains { $0 == 0x20 || $0 >= 0x80 }
    self.link = link
    text = EntryText(prefix: "", label: label.cleanText, suffix: suffix.plainText)
  }

  /// A link, also one that is bold.
  private static func link(_ inline: Inline) -> (link: Int, label: [Inline])? {
    switch inline {
    case .citation(let index, let label): index >= 0 ? (index, label) : nil
    case .strong(let inner), .emphasis(let inner):
      inner.count == 1 ? inner.first.flatMap(link) : nil
    case .text, .strikethrough, .code, .link, .image, .softBreak, .lineBreak: nil
    }
  }

  /// The words behind a dash, or in parentheses.
  private static func words(_ suffix: String) -> String? {
    guard suffix.utf8.count <= lengthLimit else { return nil }
    var words = suffix[...]
    while words.last?.isWhitespace == true { words.removeLast() }
    words = words.drop(while: \.isWhitespace)
    guard let mark = words.first else { return nil }
    words.removeFirst()
    switch mark {
    case "(", "（":
      guard let last = words.last, last == ")" || last == "）" else { return nil }
      words.removeLast()
      return words.contains { "()（）".contains($0) } ? nil : String(words)
    case "—", "–", "-": return String(words)
    default: return nil
    }
  }
}
