import BriefModel

extension State {
  /// What keys do here and now, the most useful first.
  var hints: [(keys: String, words: String)] {
    let wanted: [(Command, String)]
    switch overlay {
    case .help(let help):
      let search = help.isFiltering ? "search: \(help.filter)_" : "search"
      return [
        (keymap.hint(.readOn) ?? "", "more"), ("any other key", "closes"),
        (keymap.hint(.search) ?? "", search),
      ]
    case .peek(.section), .peek(.address), .peek(.brief): return [("any key", "closes")]
    case .peek(.source):
      wanted = [
        (.open, "open"), (.copyURL, "copy"), (.copyCitation, "cite"), (.follow, "go to source"),
        (.cancel, "close"),
      ]
    case .changes(let changes):
      let isAtEnd = changes.top + overlayRows >= changes.layout.lines.count
      wanted =
        (isAtEnd ? [] : [(.readOn, "more")]) + [
          (.next, "next change"), (.previous, "previous"), (.markSection, "mark read"),
          (.close, "close"),
        ]
    case .messages: return [("any key", "closes")]
    case .desk(let desk): wanted = deskHints(desk)
    case .themes:
      wanted = [
        (.follow, "keep for this run"), (.cancel, "back"), (.down, "next"), (.up, "previous"),
      ]
    case .saved: wanted = [(.follow, "list"), (.filter, "find"), (.close, "close")]
    case .labels(let labels):
      return [(labels.typed.isEmpty ? "type letters" : labels.typed, "to select a link")]
    case .confirmAll, nil:
      wanted =
        count == nil
        ? paneHints.filter { reason(against: $0.0) == nil }
        : [(.follow, "go to source"), (.open, "open"), (.copyURL, "copy"), (.cancel, "cancel")]
    }
    return wanted.compactMap { command, words in keymap.hint(command).map { ($0, words) } }
  }

  private var paneHints: [(Command, String)] {
    switch focus {
    case .briefs where list.isLibrary:
      [
        (.follow, "open"), (.markBrief, "mark read"), (.next, "next unread"), (.filter, "find"),
        (.sourceDesk, "sources"),
        list.request?.isWhole == false ? (.cancel, "all") : (.peek, "peek"),
        (.help, "help"),
      ]
    case .briefs:
      [
        (.follow, "open"), (.markBrief, "mark read"), (.next, "next unread"), (.peek, "peek"),
        (.search, "search"), (.help, "help"),
      ]
    case .sections:
      [
        (.follow, "go"), (.markSection, "mark read"), (.peek, "sources"), (.close, "close"),
        (.help, "help"),
      ]
    case .sources:
      [
        (.open, "open"), (.copyURL, "copy"), (.source, "back"), (.nextMention, "where cited"),
        (.peek, "peek"), (.help, "help"),
      ]
    case .text where search?.pane == .text && text.link == nil:
      searchHints
    case .text:
      if text.link != nil {
        [
          (.open, "open"), (.copyURL, "copy"), (.source, "source"), (.nextMention, "next mention"),
          (.markSection, "mark read"), (.help, "help"),
        ]
      } else {
        [
          (.readOn, "read on"), (.nextLink, "citation"), (.nextSection, "section"),
          (.markSection, "mark read"), (.sources, "sources"), (.help, "help"),
        ]
      }
    }
  }

  /// While a search is on `n` goes through its matches.
  private var searchHints: [(Command, String)] {
    [
      (.next, "next match"), (.previous, "previous"), (.cancel, "end the search"),
      (.search, "search anew"), (.help, "help"),
    ]
  }
}
