import BriefModel

extension State {
  /// What keys do here and now, the most useful first.
  var hints: [(keys: String, words: String)] {
    let wanted: [(Command, String)]
    switch overlay {
    case .help(let help):
      return moreHints(after: help.top, of: helpLines(help).count)
        + [(keymap.hint(.search) ?? "", "search")]
    case .peek(let peek) where options.isLinear && !isSource(peek):
      return moreHints(after: panelTop, of: linearPanel(peek).count)
    case .peek(.section), .peek(.address), .peek(.brief), .peek(.uncopied):
      return [("any key", "closes")]
    case .peek(let peek):
      let isAtEnd =
        !options.isLinear || panelTop + overlayRows >= linearPanel(peek).count
      wanted =
        (isAtEnd ? [] : [(.readOn, "more")]) + [
          (.open, openWord), (.copyURL, "copy"), (.copyCitation, "cite"),
          (.follow, "go to source"),
          (.cancel, "close"), (.nextMention, "next mention"),
        ]
    case .changes(let changes):
      let isAtEnd = changes.top + overlayRows >= changes.layout.lines.count
      wanted =
        (isAtEnd ? [] : [(.readOn, "more")]) + [
          (.next, "next change"), (.markSection, "mark read"), (.close, "close"),
          (.previous, "previous"), (.help, "help"),
        ]
    case .messages(let top): return moreHints(after: top, of: messageLines.count)
    case .desk(let desk): wanted = deskHints(desk) + [(.help, "help")]
    case .themes:
      wanted = [
        (.follow, "keep for this run"), (.cancel, "back"), (.down, "next"), (.up, "previous"),
        (.search, "type its name"),
      ]
    case .saved:
      wanted = [(.follow, "list"), (.filter, "find"), (.close, "close"), (.help, "help")]
    case .labels(let labels):
      return [(labels.typed.isEmpty ? "type letters" : labels.typed, "to select a link")]
    case .confirmAll, nil:
      wanted =
        count == nil
        ? paneHints.filter { reason(against: $0.0) == nil }
        : countHints
    }
    return wanted.compactMap { command, words in keymap.hint(command).map { ($0, words) } }
  }

  /// A reader who may only read has the link sent to the terminal's clipboard.
  private var openWord: String { options.isKiosk ? "send" : "open" }

  private func isSource(_ peek: PeekOverlay) -> Bool {
    if case .source = peek { true } else { false }
  }

  /// In a text that goes on below the screen, and in one that does not.
  private func moreHints(after top: Int, of count: Int) -> [(keys: String, words: String)] {
    guard top + overlayRows < count else { return [("any key", "closes")] }
    return [(keymap.hint(.readOn) ?? "", "more"), ("any other key", "closes")]
  }

  /// After a number: what it counts, or which source it is.
  private var countHints: [(Command, String)] {
    let number = count ?? 0
    let isSource = brief?.sources.contains { $0.number == number } ?? false
    let source: [(Command, String)] =
      isSource
      ? [(.follow, "go to source \(number)"), (.open, openWord + " it"), (.copyURL, "copy it")] : []
    let moves: [(Command, String)] = [
      (.down, "so many \(focus == .text ? "lines" : "rows")"), (.nextSection, "sections"),
      (.cancel, "none of it"),
    ]
    return (source + moves).filter { reason(against: $0.0) == nil }
  }

  private var paneHints: [(Command, String)] {
    if searchHere != nil, focus != .text || text.link == nil { return searchHints }
    return switch focus {
    case .briefs where list.isLibrary && list.count == 0:
      list.request?.isWhole == false
        ? [
          (.cancel, "shows all"), (.filter, "find anew"), (.saved, "saved queries"),
          (.help, "help"),
        ]
        : [(.reload, "look again"), (.help, "help")]
    case .briefs where list.isLibrary && list.request?.isWhole == false:
      // The way out comes early, so that it is told in a narrow window, too.
      [
        (.follow, "open"), (.cancel, "all"), (.markBrief, "mark read"), (.next, "next unread"),
        (.filter, "find"), (.sourceDesk, "sources"), (.help, "help"),
      ]
    case .briefs where list.isLibrary:
      [
        (.follow, "open"), (.markBrief, "mark read"), (.next, "next unread"), (.filter, "find"),
        (.sourceDesk, "sources"), (.peek, "peek"), (.help, "help"),
      ]
    case .briefs:
      [
        (.follow, "open"), (.markBrief, "mark read"), (.next, "next unread"), (.peek, "peek"),
        (.search, "search"), (.help, "help"),
      ]
    case .sections where outline.isEmpty: [(.close, "close"), (.help, "help")]
    case .sections:
      [
        (.follow, "go"), (.markSection, "mark read"), (.peek, "sources"), (.close, "close"),
        (.help, "help"),
      ]
    case .sources:
      [
        (.open, openWord), (.copyURL, "copy"), (.source, "back"), (.nextMention, "where cited"),
        (.peek, "peek"), (.help, "help"),
      ]
    case .text:
      if text.link != nil {
        [
          (.open, openWord), (.copyURL, "copy"), (.source, "source"),
          (.nextMention, "next mention"),
          (.markSection, "mark read"), (.help, "help"),
        ]
      } else {
        [
          readOnHint, (.nextLink, "citation"), hasNextSection ? (.nextSection, "section") : nil,
          (.markSection, markWords), (.sources, "sources"), (.help, "help"),
        ].compactMap(\.self)
      }
    }
  }

  /// Where Space leads from here.
  private var readOnHint: (Command, String)? {
    if !isAtEnd { return (.readOn, "read on") }
    guard layout != nil else { return nil }
    let here = text.section ?? -1
    if entries[current].unreadParts.contains(where: { ($0.section ?? -1) > here }) {
      return (.readOn, "next unread")
    }
    if list.isLibrary, library.counts.unread == 0 { return nil }
    return unreadRow(from: currentRow, by: 1) == nil ? nil : (.readOn, "next brief")
  }

  private var markWords: String {
    let parts = partsOfCurrentSection
    let isRead = !parts.isEmpty && parts.allSatisfy { entries[current].state(of: $0).isRead }
    return isRead ? "mark unread" : "mark read"
  }

  /// What can be typed into an empty prompt.
  func hint(of kind: Prompt.Kind) -> String {
    switch kind {
    case .search: "words to find; a capital asks for capitals"
    case .command: "a command; Tab shows them all, Up the last ones"
    case .filter:
      "words (a space ends one), is:unread, outlet:\"NAME\", after:7d"
        + (queryCompletions(of: "").isEmpty ? "" : "; Tab: more")
    case .outlets: "a part of the outlet's name or host"
    }
  }

  /// Where the pane was searched `n` goes through the matches.
  private var searchHints: [(Command, String)] {
    let follow: (Command, String)? =
      switch focus {
      case .briefs: (.follow, "open")
      case .sections: (.follow, "go")
      case .sources: (.open, openWord)
      case .text: nil
      }
    return [follow].compactMap(\.self) + [
      (.next, "next match"), (.previous, "previous"), (.cancel, "end the search"),
      (.search, "search anew"), (.help, "help"),
    ]
  }
}
