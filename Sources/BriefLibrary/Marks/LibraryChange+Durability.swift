package import BriefModel

extension LibraryChange {
  /// Whether a loss of power must not take it: a mark or a star, but not the place.
  package var isMark: Bool {
    switch self {
    case .section, .star: true
    case .place: false
    }
  }
}
