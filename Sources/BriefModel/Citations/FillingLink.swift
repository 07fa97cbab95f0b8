/// Tells a link that fills its item, cell or line, so that its label may be a title.
///
/// Beside it stand only marks and digits, and short notes in brackets, `（英文）` or `[video]`, or one
/// further link labelled with a word, as that to a discussion is: `[Title](…) — [HN](…)`.
struct FillingLink {
  /// The most bytes of text beside the link.
  private static let besideLimit = 96
  /// The most characters of a note.
  private static let noteLimit = 24
  /// The most bytes of a label that is a word.
  private static let wordLimit = 24

  private var links = 0
  /// How many of them have more than a word for a label.
  private var titled = 0
  /// The text before the first link and behind it.
  private var before = ""
  private var behind = ""

  private init() {}

  /// Whether some text is one link and what may stand beside it.
  static func isAll(of inlines: [Inline]) -> Bool {
    var filling = FillingLink()
    guard filling.add(inlines), filling.links > 0 else { return false }
    let beside = [filling.before, filling.behind].filter(hasLetters)
    return filling.links == 1 ? beside.allSatisfy(isNote) : beside.isEmpty
  }

  /// Adds some text; false where it holds what stands beside no such link.
  private mutating func add(_ inlines: [Inline]) -> Bool {
    for inline in inlines {
      switch inline {
      case .citation(let index, let label) where index >= 0:
        links += 1
        if !FillingLink.isWord(label) { titled += 1 }
        if links > 2 || titled > 1 { return false }
      case .text(let piece): if !add(piece) { return false }
      case .emphasis(let inner), .strong(let inner): if !add(inner) { return false }
      case .citation, .softBreak, .lineBreak, .image: break
      case .code, .link, .strikethrough: return false
      }
    }
    return true
  }

  private mutating func add(_ piece: String) -> Bool {
    let count = piece.utf8.count + (links == 0 ? before : behind).utf8.count
    guard count <= FillingLink.besideLimit else { return !FillingLink.hasLetters(piece) }
    if links == 0 { before += piece } else { behind += piece }
    return true
  }

  private static func hasLetters(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: \.isLetter)
  }

  /// Whether a label is a word, and no address.
  private static func isWord(_ label: [Inline]) -> Bool {
    let label = label.plainText
    return label.utf8.count <= wordLimit
      && !label.utf8.contains { [0x20, 0x2F, 0x3A].contains($0) }
  }

  /// Whether all letters of a text stand in brackets, and are few.
  private static func isNote(_ text: String) -> Bool {
    var rest = text.unicodeScalars[...]
    while rest.contains(where: \.isLetter) {
      guard let open = rest.firstIndex(where: { opening.contains($0) }),
        !rest[..<open].contains(where: \.isLetter),
        let close = rest[open...].firstIndex(where: { closing.contains($0) }),
        rest[open..<close].count <= noteLimit
      else { return false }
      rest = rest[close...].dropFirst()
    }
    return true
  }

  private static let opening: Set<Unicode.Scalar> = ["(", "[", "（", "【"]
  private static let closing: Set<Unicode.Scalar> = [")", "]", "）", "】"]
}
