/// The names that may stand before a colon in a query.
package enum QueryField: String, CaseIterable, Sendable {
  case title, section, source, outlet, after, before, on, `is`, `in`, cites

  /// What it finds, as the end of a sentence.
  package var meaning: String {
    switch self {
    case .title: "words in the title"
    case .section: "words in the title of a section"
    case .source: "a host, an outlet or a URL that a brief cites or lists"
    case .outlet: "the name of an outlet that a brief cites or lists"
    case .after: "briefs of later days"
    case .before: "briefs of earlier days"
    case .on: "briefs of a day, a month or a year"
    case .is:
      "what is known of reading: " + Query.Flag.allCases.map(\.rawValue).joined(separator: ", ")
    case .in: "briefs below a folder, or what a saved query finds"
    case .cites: "how many sources a brief has, as in 5, >5, <=5 or 2..5"
    }
  }

  /// Values that can be offered where one is to be typed.
  func values(saved: SavedQueries) -> [String] {
    switch self {
    case .title, .section, .source, .outlet, .cites: []
    case .after, .before, .on: ["today", "yesterday", "7d", "4w"]
    case .is: Query.Flag.allCases.map(\.rawValue)
    case .in: saved.items.map(\.name).filter { $0.allSatisfy(Self.needsNoQuotes) }
    }
  }

  private static func needsNoQuotes(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_.".contains(character)
  }
}
