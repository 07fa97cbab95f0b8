/// The lists of sources that have one entry, which is what an empty footnote mark (`[^]`) in their part
/// of the document can only mean.
struct LoneEntries {
  private struct List {
    let scope: NumberedLists.Scope
    /// How many uses were read before its first entry.
    let position: Int
    /// The link of the only entry; nil for one without an address, and for several.
    var link: Int?
    /// `WebLink.source` of that link.
    let source: Int?
  }

  private var lists: [List] = []
  /// How many lists behind the text are looked through.
  private static let reach = 16

  /// Adds an entry, with its first link and the source of that.
  mutating func add(
    _ link: (index: Int, source: Int)?, scope: NumberedLists.Scope, position: Int
  ) {
    guard let last = lists.last, last.scope == scope else {
      return lists.append(
        List(scope: scope, position: position, link: link?.index, source: link?.source))
    }
    if link == nil || link?.source != last.source { lists[lists.count - 1].link = nil }
  }

  /// The link of the only entry of the nearest list that follows so many uses and stands for a part of
  /// the document.
  func link(part: Int, position: Int) -> Int? {
    let next = lists.partitioningIndex { $0.position >= position }
    return lists[next...].prefix(LoneEntries.reach)
      .first { $0.scope.parts.contains(part) }?.link
  }
}
