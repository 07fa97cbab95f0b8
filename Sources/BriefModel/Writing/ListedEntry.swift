/// A new entry of a list of sources, in the first form that is read as the same outlet and title.
struct ListedEntry {
  /// The outlet before the link.
  private var prefix = ""
  private var label: String
  /// The title attribute of the link.
  private var title: String?
  /// The outlet behind the link.
  private var suffix = ""

  /// `[Title](url) — Outlet` or `[Outlet](url)` where that is unambiguous.
  static func markdown(of source: Source, isNote: Bool) -> String {
    let forms = forms(of: source)
    let form = forms.first { $0.says(source, isNote: isNote) } ?? forms[0]
    return form.markdown(source.url)
  }

  private static func forms(of source: Source) -> [ListedEntry] {
    let (host, outlet) = (source.url.host, source.outlet)
    guard let title = source.title else {
      return [
        ListedEntry(label: outlet), ListedEntry(prefix: outlet, label: host),
        ListedEntry(label: host),
      ]
    }
    return [
      ListedEntry(label: title, suffix: outlet), ListedEntry(prefix: outlet, label: title),
      ListedEntry(prefix: outlet, label: host, title: title),
      ListedEntry(label: outlet, title: title), ListedEntry(label: host, title: title),
    ]
  }

  /// Whether a list with the entry gives the source its outlet and its title.
  private func says(_ source: Source, isNote: Bool) -> Bool {
    let text = EntryText(
      number: isNote ? nil : source.number, prefix: prefix.isEmpty ? "" : "\(prefix): ",
      isStrong: !prefix.isEmpty, note: isNote ? "" : nil, label: label,
      suffix: suffix.isEmpty ? "" : " — \(suffix)")
    let link = WebLink(
      url: source.url, source: 0, title: title, form: .link, range: 0..<0, line: 1, column: 1)
    return SourceTable.naming(text, of: link) == (source.outlet, source.title)
  }

  private func markdown(_ url: SourceURL) -> String {
    let words = MarkdownEscaping.words
    let target = MarkdownEscaping.destination(url) + MarkdownEscaping.title(title)
    return (prefix.isEmpty ? "" : "**\(words(prefix)):** ") + "[\(words(label))](\(target))"
      + (suffix.isEmpty ? "" : " — \(words(suffix))")
  }
}
