package import BriefModel

/// What `in:` knows: queries that are kept under names, each of which is a folder of its own, and
/// which folders there are.
package struct SavedQueries: Sendable {
  /// One of them.
  package struct Item: Sendable {
    package var name: String
    package var query: String
    /// Where it is set, as in `config.toml:12`.
    package var place: String

    package init(name: String, query: String, place: String) {
      self.name = name
      self.query = query
      self.place = place
    }
  }

  package let items: [Item]

  /// Whether briefs lie in a folder of this path, or of one that ends so; every one counts as such
  /// where that is not known.
  private var hasFolder: @Sendable (String) -> Bool = { _ in true }

  /// Whether a path, or the end of one, of a folder with briefs begins so.
  private var hasBegunFolder: @Sendable (String) -> Bool = { _ in true }

  package init(_ items: [Item] = []) { self.items = items }

  /// The same with what is known of folders: which there are, and which paths may become one.
  package func knowing(
    _ hasFolder: @escaping @Sendable (String) -> Bool,
    begun hasBegunFolder: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> SavedQueries {
    var saved = self
    saved.hasFolder = hasFolder
    saved.hasBegunFolder = hasBegunFolder
    return saved
  }

  /// Whether a name begins so, capitals aside.
  private func hasName(beginning text: String) -> Bool {
    let text = text.lowercased()
    return items.contains { $0.name.lowercased().hasPrefix(text) }
  }

  /// A folder by its path; throws where no brief lies in one.
  func folder(_ path: String, _ token: QueryScanner.Token) throws(QueryError) -> Query {
    guard !hasFolder(path) else { return .folder(path) }
    let isPath = path.contains("/")
    throw QueryError(
      text: "no brief lies in a folder '\(path)'"
        + (isPath ? "" : ", and no saved query has this name"),
      range: token.range,
      isUnfinished: token.isOpen && (hasName(beginning: path) || hasBegunFolder(path)))
  }

  /// The one of a name, in capitals or not; of two the first.
  func item(named name: String) -> Item? {
    let name = name.lowercased()
    return items.first { $0.name.lowercased() == name }
  }

  /// What is wrong with each that cannot be understood.
  package func mistakes(today: CalendarDate) -> [(item: Item, error: QueryError)] {
    var mistakes: [(item: Item, error: QueryError)] = []
    for item in items {
      do throws(QueryError) {
        _ = try Query(item.query, today: today, saved: self, within: [item.name.lowercased()])
      } catch {
        mistakes.append((item, error))
      }
    }
    return mistakes
  }
}
