import BriefModel
import Cells

/// A URL taken apart for one line, in which the host stands out.
struct ShownURL {
  /// Scheme and, where there is any, user information.
  let prefix: String
  let host: String
  let path: String
  /// The host as it is sent, where it is written in letters that may only look like those of ASCII.
  let sentHost: String?

  init(_ url: SourceURL) {
    (prefix, host, path) = url.shownParts
    sentHost = host.utf8.allSatisfy { $0 < 0x80 } ? nil : url.asciiHost
  }

  /// Host and path of an address, which it is short by.
  var withoutScheme: String { (hasUser ? prefix : "") + host + path }

  /// Whether someone's name stands before the host, as in an address that means to mislead.
  var hasUser: Bool { prefix.utf8.last == UInt8(ascii: "@") }

  /// The parts that fit beside some words about the source.
  ///
  /// What gives way, in this order: the end of the path's middle, the scheme, the words. The host
  /// is whole as long as the line can hold it, and beyond that loses its beginning. Where the line
  /// does not hold it beside the note how it is sent, it stands as it is sent.
  func fitted(
    beside lead: String, columns: Int, _ marks: Marks
  ) -> (lead: String, prefix: String, host: String, path: String, note: String) {
    var (host, note) = (host, sentHost.map { " (\($0))" } ?? "")
    if let sentHost, DisplayWidth.of(host + note) > columns { (host, note) = (sentHost, "") }
    let shortest = min(DisplayWidth.of(path), 10)
    let needed = DisplayWidth.of(host + note) + shortest
    var prefix = prefix
    if !hasUser, DisplayWidth.of(lead + prefix) + 3 + needed > columns { prefix = "" }
    let room = columns - 3 - DisplayWidth.of(prefix) - needed
    let shownLead = room >= 4 ? marks.cut(lead, to: room) : ""
    let taken = shownLead.isEmpty ? 0 : DisplayWidth.of(shownLead) + 3
    let left = columns - taken - DisplayWidth.of(prefix + note)
    let shownHost = marks.cutStart(of: host, to: left)
    return (
      shownLead, prefix, shownHost,
      marks.cutMiddle(of: path, to: max(0, left - DisplayWidth.of(shownHost))), note
    )
  }
}

extension Marks {
  /// Text that keeps its end.
  func cutStart(of text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    let room = max(0, columns - DisplayWidth.of(ellipsis))
    var kept = Substring(text)
    while DisplayWidth.of(kept) > room { kept = kept.dropFirst() }
    return ellipsis + kept
  }

  /// Text that keeps its beginning and some of its end.
  func cutMiddle(of text: String, to columns: Int) -> String {
    guard DisplayWidth.of(text) > columns else { return text }
    var tail = text.suffix(min(columns / 3, 16))
    while DisplayWidth.of(tail) > columns / 3 { tail = tail.dropFirst() }
    return cut(text, to: columns - DisplayWidth.of(tail)) + tail
  }
}
