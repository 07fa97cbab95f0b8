/// Tells an entry of a list of sources that announces itself by its number alone from text that
/// starts with a number and has a link in it.
struct EntryShape {
  /// The most bytes that may follow the link of an entry without a mark between.
  private static let tailLimit = 120
  /// Small words with which what follows a link goes on to say where it is from.
  private static let tailWords: Set<String> = [
    "accessed", "archived", "by", "published", "retrieved", "updated", "via", "visited",
  ]

  private var hasLink = false
  /// Whether letters stand between the number and the first link.
  private var hasTitle = false
  /// The text after the last link.
  private var tail = ""

  private init(_ line: some Sequence<Inline>) {
    for inline in line { add(inline) }
  }

  /// Whether a line looks like an entry: after its number its link comes first, or ends it.
  static func fits(_ line: ArraySlice<Inline>) -> Bool {
    LinkList.isEntry(line) && EntryShape(line.dropFirst()).fits
  }

  /// Whether a line is nothing but a number and a link.
  static func isBare(_ line: ArraySlice<Inline>) -> Bool {
    let shape = EntryShape(line.dropFirst())
    return shape.hasLink && !shape.hasTitle
      && !shape.tail.unicodeScalars.contains(where: \.isLetter)
  }

  private mutating func add(_ inline: Inline) {
    switch inline {
    case .text(let piece), .code(let piece): addText(piece)
    case .citation(let index, let label):
      if index < 0 { return addText(label.plainText) }
      hasLink = true
      tail = ""
    case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
      for inline in inner { add(inline) }
    case .link(let link): for inline in link.label { add(inline) }
    case .softBreak, .lineBreak: tail += " "
    case .image: break
    }
  }

  private mutating func addText(_ piece: String) {
    if hasLink {
      tail += piece
    } else if piece.unicodeScalars.contains(where: \.isLetter) {
      hasTitle = true
    }
  }

  private var fits: Bool {
    let scalars = tail.unicodeScalars
    guard let first = scalars.firstIndex(where: \.isLetter) else { return true }
    let word = String(scalars[first...].prefix(while: \.isLetter)).lowercased()
    if EntryShape.tailWords.contains(word) { return true }
    let isDated = tail.utf8.count <= EntryShape.tailLimit && TextDate.first(in: tail) != nil
    if scalars[..<first].contains(where: { $0.properties.numericType != nil }) { return isDated }
    guard !scalars[first].properties.isLowercase else { return false }
    return hasTitle ? isDated : isPartedFromLink || tail.utf8.count <= EntryShape.tailLimit
  }

  /// Whether a dash, a colon or another mark that no sentence starts with follows the link.
  private var isPartedFromLink: Bool {
    let mark = tail.unicodeScalars.first { $0 != " " }
    return mark.map { !$0.isLetter && $0 != "." && $0 != "。" && $0 != "," && $0 != "，" } ?? true
  }
}
