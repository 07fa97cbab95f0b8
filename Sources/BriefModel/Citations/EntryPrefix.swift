/// What stands before the link of an entry, without the dates in it.
struct EntryPrefix {
  /// The work, where it is cited as one.
  let work: CitedWork?
  /// All of it in one line, with the marks at its end.
  private let text: String
  /// Its lines, where it has several.
  private let lines: [String]
  /// Whether a date of the source stood at its end.
  private let isDated: Bool
  /// Its words without marks around, numbering, and the host in brackets at the end; nil where it has
  /// none.
  let words: String?
  /// Whether the host stands in brackets at its end, so that what goes before it is no name of it.
  let namesHost: Bool

  init(_ prefix: String, of url: SourceURL, _ dates: inout EntryDates) {
    let whole = EntryNaming.withoutNumber(Sanitizer.prose(prefix))
    work = CitedWork(whole, of: url)
    let rest = work == nil ? dates.take(from: prefix) : prefix
    isDated = dates.closed
    lines =
      !rest.utf8.contains(0x0A)
      ? []
      : rest.split(separator: "\n").compactMap { EntryNaming.words(Sanitizer.prose(String($0))) }
    text =
      rest.utf8.count == prefix.utf8.count
      ? whole : EntryNaming.withoutNumber(Sanitizer.prose(rest))
    let words = EntryNaming.words(unnumbered: text)
    let title = words.flatMap { EntryPrefix.beforeHost($0, of: url) }
    namesHost = title != nil
    self.words = title ?? words
  }

  /// What stands before the host in brackets: `Tin rises (ledger.example)`; nil where that is not so.
  private static func beforeHost(_ words: String, of url: SourceURL) -> String? {
    guard words.utf8.last == 0x29, let open = words.lastIndex(of: "("),
      OutletName.isHost(String(words[open...].dropFirst().dropLast()), of: url)
    else { return nil }
    return EntryNaming.words(unnumbered: String(words[..<open]))
  }

  /// The quoted title in it; in a footnote, which may quote what it is about, only with an outlet or
  /// a date beside it.
  func quoted(of url: SourceURL, isNote: Bool) -> QuotedTitle? {
    guard let quoted = QuotedTitle(text, of: url) else { return nil }
    return !isNote || isDated || quoted.outlet != nil || quoted.date != nil ? quoted : nil
  }

  /// The title and the outlet that are parted in it.
  func parts(of url: SourceURL) -> OutletBeside.Parts? {
    if let parts = OutletBeside.line(in: lines, of: url, isDated: isDated) { return parts }
    guard let words else { return nil }
    return OutletBeside.parts(
      of: words, url, isDated: isDated, isStopped: text.last { $0 != " " } == ".")
  }

  /// Whether parts of an entry without a number are surely title and outlet.
  func isApart(_ parts: OutletBeside.Parts, of url: SourceURL) -> Bool {
    OutletName.isKnown(parts.outlet, for: url) || isDated
  }
}
