/// What differs between two texts of one brief, in the order in which it is to be read.
package struct BriefComparison: Sendable, Equatable {
  /// The title, word by word.
  package var title: [ChangeRun]
  /// The lede where there is one, then the sections; removed ones where they stood.
  package var parts: [PartComparison]

  /// Whether the two say and cite the same.
  package var isSame: Bool {
    title.allSatisfy { $0.kind == .kept } && parts.allSatisfy { $0.state == .same }
  }
}

/// What differs in the lede or in one section.
package struct PartComparison: Sendable, Equatable {
  /// How a part stands to the earlier text.
  package enum State: Sendable, Equatable {
    case same, changed, added, removed
    /// It says the same in another place.
    case moved
  }

  package var state: State
  /// Whether it changed its place, be it the same or not.
  package var hasMoved = false
  /// Of one that moved, the title of the section after which it stood; nil where it was the first.
  package var stoodAfter: String?
  /// Index into the newer brief's `sections`; nil for the lede and for a removed section.
  package var section: Int?
  package var isLede = false
  /// Whether it is a section with text to be read, as these alone are counted.
  package var isCounted = false
  /// Whether it is a list of sources.
  package var isList = false
  /// The heading, word by word; empty for the lede.
  package var heading: [ChangeRun]
  package var passages: [PassageComparison]
}

/// What differs in one paragraph, item, row or line of code.
package struct PassageComparison: Sendable, Equatable {
  /// How a passage stands to the earlier text.
  package enum State: Sendable, Equatable { case same, changed, added, removed }

  package var state: State
  package var shape: PassageShape
  package var runs: [ChangeRun]
}

/// A stretch of text that is in both texts or in one of them.
package struct ChangeRun: Sendable, Equatable {
  /// In which of the two texts it is.
  package enum Kind: Sendable, Equatable { case kept, added, removed }

  package var kind: Kind
  package var text: String
  /// Whether it stands for a citation rather than for words.
  package var isSource = false
}

/// Where a passage stands, as far as its look needs it.
package struct PassageShape: Sendable, Equatable {
  /// What a passage is.
  package enum Kind: Sendable, Equatable { case prose, heading, code, row }

  /// What stands before the first passage of an item.
  package enum Marker: Sendable, Equatable {
    case bullet
    case number(Int)
    case task(isDone: Bool)
  }

  package var kind = Kind.prose
  /// In so many quotes it stands.
  package var quotes = 0
  /// In so many lists it stands.
  package var lists = 0
  package var marker: Marker?
  /// Whether the passage before it is of the same list, table or code.
  package var followsClosely = false
}
