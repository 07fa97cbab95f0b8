/// The names of the arrays that a text is about: a number in brackets after one is an index.
struct ArrayNames {
  /// Names that have indices in code.
  private let coded: Set<String>
  /// Names that have what is an index for itself in the text.
  private let indexed: Set<String>

  init(_ document: Document) {
    coded = document.arrays
    indexed = []
  }

  /// Adds the names of the marks that are indices for themselves.
  init(_ names: ArrayNames, marks: [Mark], countsFromZero: Bool) {
    coded = names.coded
    // Indices count from 0, and few lists of sources do.
    let proven = marks.lazy.filter {
      $0.before == .identifier || !countsFromZero && $0.kind == .number(0)
    }
    indexed = Set(proven.compactMap(\.name))
  }

  /// Whether a mark is an index; `isListed` says that lists have all of its numbers.
  ///
  /// A name that starts with a capital, as that of a publisher does, is no proof against a list only
  /// because code has it; a single letter is.
  func contain(_ mark: Mark, isListed: Bool) -> Bool {
    guard let name = mark.name, mark.before != .stop, mark.before != .space else { return false }
    if ArrayNames.isIn(indexed, name) { return true }
    let mayBePublisher = name.utf8.count > 1 && name.utf8.first.map { $0 != $0.lowered } ?? false
    return !(isListed && mayBePublisher) && ArrayNames.isIn(coded, name)
  }

  /// Whether names have one, or the first part of one with a member.
  private static func isIn(_ names: Set<String>, _ name: String) -> Bool {
    guard !names.isEmpty else { return false }
    return names.contains(name) || names.contains(String(name.prefix { $0 != "." }))
  }
}
