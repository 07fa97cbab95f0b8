import BriefModel

/// The brief for those who have none yet, which teaches the reader by being read in it.
enum WelcomeBrief {
  /// What it is called in the place of a file.
  static let name = "the welcome brief"

  /// The brief, from the text in the program; it counts as standard input, which is known by its
  /// content alone, so that what is marked in it stays marked.
  static func brief(today: CalendarDate) throws(BriefError) -> Brief {
    try BriefParser.parse(
      bytes: PackageResources.welcome_md, path: "-", modified: nil, today: today)
  }
}
