import BriefModel
import Cells

/// A URL for one line: the host stands out and is never cut, what follows may be.
struct ShownURL {
  /// Scheme and, with a warning sign, user information.
  let prefix: String
  let host: String
  private let path: String

  init(_ url: SourceURL, room: Int) {
    let text = url.display
    let schemeEnd = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    let authorityEnd =
      text[schemeEnd...].firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? text.endIndex
    let authority = text[schemeEnd..<authorityEnd]
    let userEnd = authority.lastIndex(of: "@").map { text.index(after: $0) } ?? schemeEnd
    prefix = String(text[..<userEnd])
    host = String(text[userEnd..<authorityEnd])
    path = String(text[authorityEnd...])
  }

  /// What follows the host, cut in the middle of the path so that its end stays.
  func rest(_ marks: Marks, room: Int) -> String {
    guard DisplayWidth.of(path) > room else { return path }
    let tail = min(room / 3, 16)
    let head = marks.cut(path, to: max(0, room - tail))
    return head + String(path.suffix(tail))
  }
}
