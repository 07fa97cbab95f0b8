/// Which folders are looked through for what changed.
package enum IndexScope: Sendable, Equatable {
  /// All of the library, and those in them.
  case all
  /// Those at some paths, and not those in them.
  case folders(Set<String>)

  /// Whether these are all.
  package var isAll: Bool { self == .all }

  /// Adds other folders.
  package mutating func formUnion(_ other: IndexScope) {
    switch (self, other) {
    case (.folders(let some), .folders(let more)): self = .folders(some.union(more))
    case (.all, _), (_, .all): self = .all
    }
  }

  /// The folders of two; nil where there are none of both.
  package static func union(_ one: IndexScope?, _ other: IndexScope?) -> IndexScope? {
    guard var scope = one, let other else { return one ?? other }
    scope.formUnion(other)
    return scope
  }
}
