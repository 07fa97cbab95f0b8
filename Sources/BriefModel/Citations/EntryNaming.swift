/// Tells outlet, title and date out of an entry of a list of sources.
///
/// First the dates are taken out of the words beside the link, then a quoted title or the link's own
/// words are the title, then the outlet is looked for in what is left, and the rest is the title.
struct EntryNaming {
  private(set) var outlet: String?
  private(set) var title: String?
  private(set) var date: CalendarDate?
  /// The words of the link.
  let label: String?
  /// Those before it, but in a footnote, which may say anything there.
  let before: String?
  /// What title and outlet were taken out of.
  var words: String? { label ?? before }
  /// Whether the title stands behind the link, where a remark may stand as well.
  private(set) var isTitleBehind = false

  init(_ entry: EntryText, of link: WebLink) {
    var fields = EntryFields()
    var dates = EntryDates()
    let suffix = EntryNaming.firstParagraph(fields.take(from: entry.suffix, of: link.url))
    let before = EntryPrefix(fields.take(from: entry.prefix, of: link.url), of: link.url, &dates)
    fields.add(entry.notes, of: link.url)
    let isAddress = fields.callAddress && !entry.heading.isEmpty
    let words = isAddress ? nil : EntryNaming.words(entry.label)
    label = words
    self.before = entry.isNote ? nil : before.words
    readPrefix(before, entry, words: words, of: link.url)
    if outlet == nil, entry.number != nil || entry.isNote {
      outlet = OutletName.digits(entry.label, of: link.url, number: entry.number)
    }
    readSuffix(
      Sanitizer.prose(dates.take(from: suffix)), dates,
      isTitled: words != nil && title == words, of: link.url)
    if !entry.heading.isEmpty { readHeading(entry.heading, of: link.url) }
    readNotes(entry, of: link.url)
    if fields.title != nil || link.title != nil { isTitleBehind = false }
    (title, outlet) = (fields.title ?? title, fields.outlet ?? outlet)
    date = fields.date ?? dates.published ?? date
    if let written = link.title { title = written }
    if let own = title, OutletName.isHost(own, of: link.url) { title = nil }
  }

  /// What stands before the link; `words` are those of the link.
  private mutating func readPrefix(
    _ prefix: EntryPrefix, _ entry: EntryText, words: String?, of url: SourceURL
  ) {
    let label = words.flatMap { OutletName.listed($0, of: url) }
    if words == nil, !entry.isNote, let work = prefix.work {
      (title, outlet, date) = (work.title, work.outlet, work.date)
    } else if words == nil || label != nil,
      let quoted = prefix.quoted(of: url, isNote: entry.isNote)
    {
      (title, outlet, date) = (quoted.title, label ?? quoted.outlet, quoted.date)
    } else if entry.number != nil, words == nil, let before = prefix.words {
      (title, outlet) = EntryNaming.titled(before, prefix, entry, url)
    } else if words == nil, let parts = prefix.parts(of: url), prefix.isApart(parts, of: url) {
      (title, outlet) = parts
    } else {
      let before = prefix.words
      let names = [
        before.flatMap { OutletName.listed($0, of: url) }
          .flatMap { !prefix.namesHost || Publisher.isAccount($0, of: url) ? $0 : nil },
        words.flatMap { OutletName.cited($0, of: url)?.name },
      ]
      outlet = names.lazy.compactMap { $0 }.first {
        !entry.isOfGroup || EntryNaming.isOfGroup($0, before, of: url)
      }
      let other = entry.isNote || entry.isOfGroup ? nil : before
      title = [words, other].lazy.compactMap { $0 }.first { $0 != outlet }
    }
  }

  /// Whether a name at a group of links is that of an outlet: it is known, or the words of one link to a
  /// host of which nothing is.
  private static func isOfGroup(_ name: String, _ before: String?, of url: SourceURL) -> Bool {
    OutletBeside.isNamed(name, url) || name != before && OutletTable.row(of: url) == nil
  }

  /// What stands above the line of a link: the outlet where it is like the host, else the title
  /// where the link has none, and the outlet behind a dash.
  private mutating func readHeading(_ heading: String, of url: SourceURL) {
    var dates = EntryDates()
    let prefix = EntryPrefix(heading, of: url, &dates)
    guard let words = prefix.words else { return }
    if let name = OutletName.listed(words, of: url), OutletName.isKnown(name, for: url) {
      outlet = outlet ?? name
    } else if title == nil {
      let parts = prefix.parts(of: url)
      (title, outlet) = (parts?.title ?? words, outlet ?? parts?.outlet)
    }
    date = date ?? dates.published
  }

  /// The most bytes of a line that is a name, a date, or both.
  private static let noteLimit = 80

  /// The lines beside that of the link which are a name, a date, or both, and no fields.
  private mutating func readNotes(_ entry: EntryText, of url: SourceURL) {
    var names: [(name: String, isSure: Bool)] = []
    for note in entry.notes
    where note.field == nil && note.text.utf8.count <= EntryNaming.noteLimit
      && !note.text.holds(":") && !note.text.holds("：")
    {
      var dates = EntryDates()
      let rest = OutletName.trimmed(Sanitizer.prose(dates.take(from: note.text)))
      let name = OutletName.listed(rest, of: url)
      if let name {
        names.append((name, dates.closed || OutletBeside.isNamed(name, url)))
      }
      if rest.isEmpty || name != nil { date = date ?? dates.published }
    }
    let isAlone = names.count == 1 && !entry.heading.isEmpty
    outlet = outlet ?? (names.first { $0.isSure } ?? (isAlone ? names.first : nil))?.name
  }

  /// The most bytes behind a titled link that name the outlet.
  private static let suffixLimit = 120

  /// `— Reuters` behind a titled link; `"Title"` or `- Title` behind an address.
  private mutating func readSuffix(
    _ suffix: String, _ dates: EntryDates, isTitled: Bool, of url: SourceURL
  ) {
    let trimmed = suffix.drop(while: \.isWhitespace)
    guard let mark = trimmed.first else { return }
    if title == nil, let quoted = QuotedTitle(String(trimmed), of: url) {
      (title, outlet) = (quoted.title, outlet ?? quoted.outlet)
      return
    }
    let rest = String(trimmed.dropFirst())
    if title == nil, mark == "\"" || mark == "'" {
      title = EntryNaming.words(String(rest.prefix { $0 != mark }))
      return
    }
    if !dates.haveAccess, dates.published == nil, rest.utf8.count <= EntryNaming.suffixLimit,
      isTitled && EntryNaming.startingMarks.contains(mark) || mark == ","
    {
      date = TextDate.first(in: rest) ?? date
    }
    let isOpen = EntryNaming.startingMarks.contains(mark)
    if isTitled, rest.utf8.count <= EntryNaming.suffixLimit {
      let name = EntryNaming.name(in: rest, of: url)
      if let name, isOpen || dates.closed || OutletName.isKnown(name, for: url) { outlet = name }
    } else if !isTitled, title == nil, isOpen, !EntryNaming.isRemark(rest) {
      title = EntryNaming.words(rest)
      isTitleBehind = title != nil
    }
  }

  /// The most words of a title that ends with a stop, and the most characters of Chinese, Japanese and
  /// Korean; more are a sentence about what the link leads to.
  private static let titleWords = 20
  private static let titleCharacters = 40

  private static func isRemark(_ text: String) -> Bool {
    guard let end = text.last(where: { !$0.isWhitespace }), end == "." || end == "。" else {
      return false
    }
    return text.isWide
      ? text.unicodeScalars.count > titleCharacters
      : text.utf8.count { $0 == 0x20 } > titleWords
  }

  private static let startingMarks: Set<Character> = [
    "(", "（", "—", "–", "-", "|", "·", ":", "：",
  ]

  /// The outlet behind a titled link: the first of several parts where it is known, or where all
  /// look like names.
  private static func name(in rest: String, of url: SourceURL) -> String? {
    let parts = rest.split { ",，(（·|".contains($0) }.filter { $0.contains { $0.isLetter } }
    guard let first = parts.first else {
      return OutletName.digits(rest, of: url, number: nil)
    }
    let names = parts.map { OutletName.listed(String($0), of: url) }
    if let known = names.lazy.compactMap({ $0 }).first(where: { OutletName.isKnown($0, for: url) })
    {
      return known
    }
    return names.contains(nil) ? OutletName.digits(String(first), of: url, number: nil) : names[0]
  }

  /// What the text before the address of a numbered entry is: its title, unless it is bold or like
  /// the host, and a name.
  private static func titled(
    _ before: String, _ prefix: EntryPrefix, _ entry: EntryText, _ url: SourceURL
  ) -> (title: String?, outlet: String?) {
    // A title and a publisher may together look like a name: `Profits Rise - Reuters`.
    let parts = prefix.parts(of: url)
    if !entry.isStrong, let parts { return parts }
    if let name = OutletName.listed(before, of: url),
      entry.isStrong || OutletLikeness.holds(between: name, and: url)
    {
      return (nil, name)
    }
    return parts ?? (before, nil)
  }

  /// What stands before an empty line: the next paragraph is no part of the entry's naming.
  private static func firstParagraph(_ text: String) -> String {
    guard text.holds("\n\n"), let start = text.utf8.firstIndex(where: { $0 != 0x0A }) else {
      return text
    }
    let rest = String(text[start...])
    return rest.parted(byLast: false, "\n\n").map { String($0.before) } ?? rest
  }

  /// The words of a prefix or label without marks and numbering; nil where it is an address.
  static func words(_ text: String) -> String? { words(unnumbered: withoutNumber(text)) }

  /// The words of a text whose numbering was taken off.
  static func words(unnumbered text: String) -> String? {
    let words = OutletName.trimmed(text)
    let says = words.unicodeScalars.contains(where: \.isLetter) && !OutletName.isAddress(words)
    return says && !OutletName.isGeneric(words) ? words : nil
  }

  /// Without `[1]` or `1.` at the start.
  static func withoutNumber(_ text: String) -> String {
    if text.utf8.first?.isLetter ?? true { return text }
    let rest = text.drop { $0.isWhitespace || $0 == "[" || $0 == "【" }
    let digits = rest.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count <= 3 else { return text }
    let after = rest.dropFirst(digits.count)
    guard let mark = after.first, "].)】:、".contains(mark) else { return text }
    return String(after.dropFirst())
  }
}
