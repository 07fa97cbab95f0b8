/// What could not be looked into; the index keeps what it has of it.
package struct UnseenFolder: Sendable, Equatable {
  /// Why.
  package enum Reason: Sendable, Equatable {
    case absent
    /// In the words of the system.
    case unreadable(String)
    /// The name is not UTF-8; of a folder or of a brief.
    case misnamed
    case tooDeep
    /// The system's own, such as `/proc`; the type of its file system.
    case system(String)
    /// A link to a folder that holds the one that is looked through.
    case above
    /// It has more folders below it than are looked through.
    case tooMany
    /// It is empty, and on another disk than what the index has of it.
    case unmounted
  }

  package var path: String
  package var reason: Reason

  /// Whether briefs may lie in it that cannot be seen now; nobody looks into the others.
  var mayHoldBriefs: Bool {
    switch reason {
    case .absent, .unreadable, .tooDeep, .tooMany, .unmounted: true
    case .misnamed, .system, .above: false
    }
  }

  /// Whether a path is that of the folder, or below it.
  func holds(_ path: String) -> Bool { AbsolutePath.isIn(path, self.path) }
}
