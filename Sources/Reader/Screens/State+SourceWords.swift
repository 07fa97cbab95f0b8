import BriefModel
import Cells

/// What the list of sources says of one, in as many columns as there are.
extension State {
  /// The title, else the URL without its scheme.
  func about(_ source: Source) -> String { source.title ?? ShownURL(source.url).withoutScheme }

  /// The title, else the URL without its scheme, of which the host's end says whose it is: the path
  /// gives way, then `www.`, then the host's beginning.
  func about(_ source: Source, to columns: Int, _ marks: Marks) -> String {
    let text = about(source)
    guard source.title == nil, DisplayWidth.of(text) > columns else {
      return marks.cut(text, to: columns)
    }
    let shown = ShownURL(source.url)
    let isWide = DisplayWidth.of(shown.host) >= columns && shown.host.hasPrefix("www.")
    let host = marks.cutPath(isWide ? String(shown.host.dropFirst(4)) : shown.host, to: columns)
    let room = columns - DisplayWidth.of(host)
    let path = marks.cut(shown.path, to: room)
    let isAll = path.isEmpty && !shown.path.isEmpty && DisplayWidth.of(marks.ellipsis) <= room
    return host + (isAll ? marks.ellipsis : path)
  }

  /// The outlet; of one that is a domain the end, which says whose it is.
  func outlet(of source: Source, to columns: Int, _ marks: Marks) -> String {
    let isDomain = source.outlet == source.url.domain || source.outlet == source.url.host
    return isDomain
      ? marks.cutPath(source.outlet, to: columns) : marks.cut(source.outlet, to: columns)
  }
}
