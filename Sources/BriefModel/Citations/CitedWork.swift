/// What stands before the address of an entry that is written as works are cited: after APA, `Doe, J.
/// (2025, February 7). Tin rises. Reuters.`, or GB/T 7714, `路透社. 锡价创新高[EB/OL]. (2025-02-07).`.
struct CitedWork {
  private(set) var title: String
  private(set) var outlet: String?
  private(set) var date: CalendarDate?

  /// Nil for text that is written in neither way.
  init?(_ text: String, of url: SourceURL) {
    guard text.utf8.count <= CitedWork.limit,
      text.utf8.contains(where: { $0 == 0x28 || $0 == 0x5B }),
      let work = CitedWork.dated(text, url) ?? CitedWork.marked(text, url)
    else { return nil }
    self = work
  }

  private init(title: String, outlet: String?, date: CalendarDate?) {
    (self.title, self.outlet, self.date) = (title, outlet, date)
  }

  /// The most bytes of a work.
  private static let limit = 600
  /// The most bytes of the names of authors.
  private static let authorLimit = 160

  /// `Author, A. (2025, February 7). Title. Publisher.`
  private static func dated(_ text: String, _ url: SourceURL) -> CitedWork? {
    guard let open = text.firstIndex(of: "("), text[..<open].utf8.count <= authorLimit,
      text[..<open].last(where: { $0 != " " }) == ".",
      let close = text[open...].firstIndex(of: ")"),
      case let year = text[open...].dropFirst().prefix(4), year.utf8.count == 4,
      year.utf8.allSatisfy(\.isDigit), text[close...].hasPrefix("). ")
    else { return nil }
    var dates = EntryDates()
    _ = dates.take(from: String(text[open...close]))
    let date = dates.published
    let rest = dates.take(from: String(text[close...].dropFirst(3)))
    let (title, outlet) =
      OutletBeside.stop(in: rest, of: url, isStopped: true) ?? (OutletName.trimmed(rest), nil)
    guard title.unicodeScalars.contains(where: \.isLetter) else { return nil }
    return CitedWork(title: title, outlet: outlet, date: date)
  }

  /// The marks of what kind of work it is.
  private static let kinds: Set<String> = [
    "A", "C", "CP", "D", "DB", "EB", "G", "J", "M", "N", "P", "R", "S", "Z",
  ]

  /// `Author. Title[EB/OL]. Publisher, (2025-02-07)[2025-02-08].`
  private static func marked(_ text: String, _ url: SourceURL) -> CitedWork? {
    guard let open = text.indices.first(where: { text[$0] == "[" && isKind(text[$0...]) }),
      let close = text[open...].firstIndex(of: "]")
    else { return nil }
    let parts = text[..<open].split(separator: ". ")
    guard let last = parts.last else { return nil }
    let title = OutletName.trimmed(String(last))
    guard title.unicodeScalars.contains(where: \.isLetter) else { return nil }
    var dates = EntryDates()
    let rest = dates.take(from: withoutAccess(text[close...].dropFirst()))
    let names = rest.split { ",，.。:：(".contains($0) }.map(String.init)
    let author = parts.count > 1 ? OutletName.listed(String(parts[0]), of: url) : nil
    let outlet =
      names.lazy.compactMap { OutletName.listed($0, of: url) }.first
      ?? author.flatMap { OutletName.isKnown($0, for: url) ? $0 : nil }
    return CitedWork(title: title, outlet: outlet, date: dates.published)
  }

  private static func isKind(_ text: Substring) -> Bool {
    let kind = text.dropFirst().prefix { $0 != "]" }
    guard kind.utf8.count <= 5 else { return false }
    let parts = kind.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return kinds.contains(parts[0]) && (parts.count == 1 || parts == [parts[0], "OL"])
  }

  /// Without the dates in square brackets, on which it was read.
  private static func withoutAccess(_ text: Substring) -> String {
    guard let open = text.firstIndex(of: "["), let close = text[open...].firstIndex(of: "]") else {
      return String(text)
    }
    return String(text[..<open] + text[close...].dropFirst())
  }
}
