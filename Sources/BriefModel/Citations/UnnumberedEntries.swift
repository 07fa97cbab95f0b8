/// The entries of lists of sources that have no numbers of their own.
struct UnnumberedEntries {
  /// One list: bullets, or lines of paragraphs.
  struct List {
    let scope: NumberedLists.Scope
    /// How many uses were read before its first entry.
    let position: Int
    /// The uses that are the first links of its entries; nil for one without a link.
    var entries: [Int?] = []
    /// Whether its entries are lines of paragraphs.
    let hasLines: Bool
  }

  private(set) var lists: [List] = []

  /// Starts a list; lines of paragraphs one after the other are one.
  mutating func start(_ scope: NumberedLists.Scope, at position: Int, hasLines: Bool) {
    if hasLines, let last = lists.last, last.hasLines, last.scope == scope { return }
    lists.append(List(scope: scope, position: position, hasLines: hasLines))
  }

  /// Adds an entry to the list that was started last; a line without a link before all with one, such
  /// as a sentence about the list, is none.
  mutating func add(_ use: Int?) {
    guard let last = lists.last else { return }
    if use == nil, last.hasLines, last.entries.isEmpty { return }
    lists[lists.count - 1].entries.append(use)
  }

  /// The only list that has links.
  var only: List? {
    let linked = lists.filter { $0.entries.contains { $0 != nil } }
    return linked.count == 1 ? linked[0] : nil
  }
}
