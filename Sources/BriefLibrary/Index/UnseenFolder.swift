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
    /// It is empty, and on another disk than what the index has of it.
    case unmounted
  }

  package var path: String
  package var reason: Reason

  /// Whether a path is that of the folder, or below it.
  func holds(_ path: String) -> Bool { AbsolutePath.isIn(path, self.path) }
}
