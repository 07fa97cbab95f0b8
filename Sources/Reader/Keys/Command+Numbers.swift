extension Command {
  /// Whether a number before its key, or behind its name, means something to it.
  var takesNumber: Bool {
    switch self {
    case .down, .up, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .top, .bottom, .scrollLeft,
      .scrollRight, .nextBrief, .previousBrief, .nextSection, .previousSection, .next, .previous,
      .nextLink, .previousLink, .nextMention, .previousMention, .source, .follow, .open,
      .openAndMark, .copyURL, .copyCitation, .peek:
      true
    case .readOn, .left, .right, .labels, .sources, .sections, .zoom, .sort, .group, .sourceDesk,
      .related, .markSection, .markBrief, .markAll, .star, .undo, .redo, .changes, .back, .forward,
      .search, .filter, .saved, .commandLine, .help, .messages, .theme, .linear, .edit, .reload,
      .redraw, .suspend, .cancel, .close, .quit:
      false
    }
  }
}
