/// What the entries of a brief's lists of sources say: each is taken apart once for all readings of
/// the brief, in which most of them are the same.
final class NamedEntries {
  private struct Key: Hashable {
    let text: EntryText
    let address: String
    /// The title in the link itself.
    let title: String?
  }

  private var known: [Key: EntryNaming] = [:]

  /// What an entry says of its link.
  func naming(_ text: EntryText, of link: WebLink) -> EntryNaming {
    let key = Key(text: text, address: link.url.display, title: link.title)
    if let naming = known[key] { return naming }
    let naming = EntryNaming(text, of: link)
    known[key] = naming
    return naming
  }
}
