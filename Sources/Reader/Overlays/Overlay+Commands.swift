/// What the views that lie over the panes take, and how they are called.
extension Overlay {
  /// Whether it is looked at for a moment, so that what it was opened over comes back after it.
  var isAside: Bool {
    switch self {
    case .help, .messages, .themes, .peek(.address), .peek(.uncopied): true
    case .peek, .confirmAll, .labels, .desk, .saved, .changes: false
    }
  }

  /// Whether it names links, sources or sections of a brief by numbers.
  var hasNumbers: Bool {
    switch self {
    case .peek(.source), .peek(.section), .labels, .changes: true
    case .peek(.address), .peek(.brief), .peek(.uncopied), .help, .messages, .confirmAll, .desk,
      .saved, .themes:
      false
    }
  }

  /// Where one is there, as in `m does nothing at the desk`.
  var place: String {
    switch self {
    case .desk: "at the desk"
    case .saved: "among the saved queries"
    case .themes: "among the themes"
    case .changes: "in the changes"
    case .help, .messages, .peek, .confirmAll, .labels: "here"
    }
  }

  /// Whether a command does something there, which the help then shows that is opened over it.
  func takes(_ command: Command) -> Bool {
    Self.moves.contains(command) || Self.everywhere.contains(command) || own.contains(command)
  }

  private static let moves: [Command] = [
    .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .readOn, .top, .bottom,
  ]

  private static let everywhere: [Command] = [.help, .redraw, .suspend, .close, .cancel, .quit]

  private var own: [Command] {
    switch self {
    case .desk:
      [
        .follow, .right, .left, .back, .forward, .search, .filter, .sort, .open, .sourceDesk,
        .messages, .commandLine, .theme, .linear,
      ]
    case .saved:
      [.follow, .right, .left, .back, .saved, .filter, .messages, .commandLine, .theme, .linear]
    case .themes: [.follow, .right, .left, .back, .search, .commandLine]
    case .changes: [.changes, .next, .previous, .markSection, .undo, .redo]
    case .help, .messages, .peek, .confirmAll, .labels: []
    }
  }
}
