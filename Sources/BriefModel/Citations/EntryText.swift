/// What an entry of a list of sources says of one of its links.
struct EntryText: Hashable {
  /// The number that the list gives the entry.
  var number: Int?
  /// Its place in a list without numbers, where the numbers in the text mean that.
  var place: Int?
  /// The text before the entry's first link, with its numbering and the ends of its lines.
  var prefix: String
  /// Whether all of it is bold.
  var isStrong = false
  /// Whether it stands before several links that have words, so that it may be what they are about:
  /// `Government: [Rule](…), [Filing](…)`.
  var isOfGroup = false
  /// The name of the footnote that the entry is, which may say anything before its link.
  var note: String?
  var isNote: Bool { note != nil }
  /// The words of the link, or its address.
  var label: String
  /// The text between the link and the next one, with the ends of its lines.
  var suffix: String
  /// What stands above the line of the link, which is an item or a paragraph of its own.
  var heading = ""
  /// The lines beside the link's own that have no link, and the cells of its row whose columns say
  /// what they hold.
  var notes: [EntryNote] = []
}

/// A line or a cell beside the link of an entry.
struct EntryNote: Hashable {
  /// What it holds, where its column says so; else it is a line that may hold fields.
  var field: EntryField?
  var text: String
}

/// A link of an entry with what is said of it.
struct EntryLink {
  /// An index into the links of the document.
  let link: Int
  var text: EntryText
}

/// Takes one entry of a list of sources apart.
struct EntryLine {
  private(set) var links: [EntryLink] = []
  /// The entry's mark of a number or of a definition, where it starts with one.
  private(set) var marks: [Int] = []
  /// Whether nothing goes before the first mark.
  private(set) var startsWithMark = false
  private var before = ""
  /// Whether the line has had a link, so that the next line has a text of its own.
  private var hasLink = false
  /// Where the links of the line start.
  private var lineStart = 0
  /// Whether text that is not bold stands before the link.
  private var hasPlain = false
  private var strength = 0
  let number: Int?
  private let note: String?

  init(_ inlines: some Sequence<Inline>, number: Int?, note: String? = nil) {
    self.number = number
    self.note = note
    add(inlines)
  }

  /// Makes the line one below another that has no link, but the number and the title of the entry.
  mutating func stand(below head: EntryLine) {
    marks = head.marks + marks
    startsWithMark = head.startsWithMark
    for index in links.indices { links[index].text.heading = head.before }
  }

  /// Adds what stands beside the first link; others of the entry are further addresses.
  mutating func add(_ notes: [EntryNote]) {
    if !links.isEmpty { links[0].text.notes += notes }
  }

  /// Adds what the columns of a row say; who published and when holds for all links of it.
  mutating func add(row notes: [EntryNote]) {
    add(notes)
    let shared = notes.filter { $0.field.map { $0.isOfOutlet || $0 == .date } ?? false }
    for index in links.indices.dropFirst() { links[index].text.notes += shared }
  }

  private mutating func add(_ inlines: some Sequence<Inline>) {
    for inline in inlines {
      switch inline {
      case .citation(let index, let label):
        index < 0 ? addMark(index, label) : addLink(index, label)
      case .strong(let inner):
        strength += 1
        add(inner)
        strength -= 1
      case .emphasis(let inner), .strikethrough(let inner): add(inner)
      case .text(let piece), .code(let piece): addText(piece)
      case .link(let link): add(link.label)
      case .image: break
      case .softBreak, .lineBreak: breakLine()
      }
    }
  }

  private mutating func addText(_ piece: String) {
    if !hasLink { before += piece }
    if strength == 0, !hasLink, piece.unicodeScalars.contains(where: \.isLetter) { hasPlain = true }
    if !links.isEmpty { links[links.count - 1].text.suffix += piece }
  }

  private mutating func addLink(_ link: Int, _ label: [Inline]) {
    var text = EntryText(
      number: number, prefix: before, isStrong: !hasPlain && !before.isEmpty, note: note,
      label: label.cleanText, suffix: "")
    if !hasLink {
      lineStart = links.count
    } else if !before.isEmpty, !OutletName.isAddress(text.label) {
      text.isOfGroup = true
      links[lineStart].text.isOfGroup = true
    }
    links.append(EntryLink(link: link, text: text))
    hasLink = true
  }

  /// The number at the start belongs to no text.
  private mutating func addMark(_ index: Int, _ label: [Inline]) {
    if marks.isEmpty, before.isEmpty, links.isEmpty { startsWithMark = true }
    marks.append(~index)
    if !(before.isEmpty && links.isEmpty) { addText(label.plainText) }
  }

  private mutating func breakLine() {
    if !links.isEmpty { links[links.count - 1].text.suffix += "\n" }
    if hasLink {
      before = ""
      hasPlain = false
      hasLink = false
    } else if !before.isEmpty {
      before += "\n"
    }
  }
}
