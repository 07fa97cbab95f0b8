import BriefModel
import Cells

extension State {
  // MARK: - Opening

  mutating func showHelp() -> [Effect] {
    openAside(.help(HelpOverlay()))
    return []
  }

  mutating func showMessages() -> [Effect] {
    guard !messages.isEmpty else {
      tell("No messages so far")
      return []
    }
    openAside(.messages(top: max(0, messageLines.count - overlayRows)))
    return []
  }

  mutating func askToMarkAll() -> [Effect] {
    overlay = .confirmAll(briefs: unreadRows.count)
    return []
  }

  mutating func showPeek(_ count: Int?) -> [Effect] {
    panelTop = 0
    if count == nil, focus == .sections {
      if outline.contains(sections.selected) { overlay = .peek(.section(sections.selected)) }
      return []
    }
    if count == nil, focus == .briefs {
      if let entry = list.entry(at: briefs.selected) { overlay = .peek(.brief(entry)) }
      return []
    }
    guard let source = source(count), let brief,
      let index = brief.sources.firstIndex(of: source)
    else { return [] }
    let isHere = count == nil && focus == .text
    overlay = .peek(.source(index, citation: isHere ? currentCitation : nil))
    return []
  }

  /// Indices into `TextLayout.links` of those that are on the screen.
  var visibleLinks: [Int] {
    guard let layout else { return [] }
    let bottom = text.top + visibleRows(.text)
    let first = layout.links.partitioningIndex { $0.lines.upperBound >= text.top }
    let last = layout.links.partitioningIndex { $0.lines.lowerBound >= bottom }
    return Array(first..<max(first, last))
  }

  /// Puts letters on the links; from another pane one goes to the text with them.
  mutating func showLabels() -> [Effect] {
    let pane = focus
    focus = .text
    arrange()
    let links = visibleLinks
    guard !links.isEmpty else {
      focus = pane
      tell("No links are on the screen")
      return []
    }
    overlay = .labels(LabelOverlay(links: links, from: pane))
    return []
  }

  /// The first row below the header of a full-screen overlay.
  var overlayTop: Int { options.isLinear ? linearTitle.count : 2 }

  /// Rows between the header and the status line of a full-screen overlay.
  var overlayRows: Int { max(1, rows - overlayTop - statusRows) }

  /// The last line of so many that can be the first on the screen: the last page's, and in linear
  /// mode the last of all, since the cursor stands at the top.
  func lowestOverlayTop(_ count: Int) -> Int {
    max(0, count - (options.isLinear ? 1 : overlayRows))
  }

  /// The first line shown of so many, as near to the one that is asked for as there is one.
  func overlayTop(_ top: Int, of count: Int) -> Int { max(0, min(top, lowestOverlayTop(count))) }

  // MARK: - Keys

  /// Gives a key to the overlay; nil where it is a command like any other, as those are that leave
  /// what is on the screen.
  mutating func takeOverOverlay(_ key: Key) -> [Effect]? {
    if keymap[key] == .redraw || keymap[key] == .suspend { return nil }
    return switch overlay {
    case .help(let help): take(key, help)
    case .messages(let top): take(key, messagesTop: top)
    case .peek(let peek): take(key, peek)
    case .confirmAll: confirm(key)
    case .labels(let labels): take(key, labels)
    case .desk(let desk): take(key, desk)
    case .saved(let saved): take(key, saved)
    case .changes(let changes): take(key, changes)
    case .themes(let chooser): take(key, chooser)
    case nil: nil
    }
  }

  private mutating func confirm(_ key: Key) -> [Effect] {
    overlay = nil
    if key == .character("y") { return markAll() }
    tell("Nothing was marked")
    return []
  }

  private mutating func take(_ key: Key, _ labels: LabelOverlay) -> [Effect] {
    overlay = nil
    guard case .character(let character) = key else {
      focus = labels.from
      return []
    }
    var labels = labels
    labels.typed.append(character)
    if let index = labels.labels.firstIndex(of: labels.typed) {
      leaveSpot()
      select(link: labels.links[index])
    } else if labels.labels.contains(where: { $0.hasPrefix(labels.typed) }) {
      overlay = .labels(labels)
    } else {
      focus = labels.from
      tell("No link has the letters \(labels.typed)")
    }
    return []
  }

  private mutating func take(_ key: Key, _ peek: PeekOverlay) -> [Effect]? {
    if options.isLinear, let top = scrolled(panelTop, by: key, count: linearPanel(peek).count) {
      panelTop = top
      return []
    }
    let command = keymap[key]
    guard case .source(let index, let citation) = peek, let brief else {
      closeOverlay()
      guard command != .close, command != .cancel else { return [] }
      return switch peek {
      // Of the view below, where there is one.
      case .address, .uncopied: takeOverOverlay(key)
      case .source, .section, .brief: []
      }
    }
    let url = citation.flatMap { brief.citations[$0].url } ?? brief.sources[index].url
    let number = brief.sources[index].number
    overlay = nil
    if command == .open || command == .openAndMark { return [.open(url)] }
    if command == .copyURL { return copy(url, of: brief.sources[index]) }
    if command == .copyCitation { return copyCitation(number) }
    if command == .follow || command == .source { return goToSource(number) }
    if command == .nextMention || command == .previousMention {
      return moveMention(by: command == .nextMention ? 1 : -1, of: index)
    }
    return command == .quit ? nil : []
  }

  private mutating func take(_ key: Key, messagesTop top: Int) -> [Effect]? {
    guard let next = scrolled(top, by: key, count: messageLines.count) else { return leave(key) }
    overlay = .messages(top: next)
    return []
  }

  private mutating func take(_ key: Key, _ help: HelpOverlay) -> [Effect]? {
    var help = help
    if help.isFiltering {
      if key == .enter { help.isFiltering = false }
      if key == .escape { help = HelpOverlay() }
      if key == .backspace { _ = help.filter.popLast() }
      if case .character(let character) = key { help.filter.append(character) }
      help.top = 0
    } else if keymap[key] == .search {
      help.isFiltering = true
      help.filter = ""
    } else if keymap[key] == .cancel, !help.filter.isEmpty {
      help = HelpOverlay()
    } else if let top = scrolled(help.top, by: key, count: helpLines(help).count) {
      help.top = top
    } else {
      return leave(key)
    }
    overlay = .help(help)
    return []
  }

  /// Any other key closes the overlay; that which ends the program does as ever.
  private mutating func leave(_ key: Key) -> [Effect]? {
    closeOverlay()
    return keymap[key] == .quit ? nil : []
  }

  /// How far a command scrolls, in lines and in screens.
  private static let steps: [Command: (lines: Int, screens: Double)] = [
    .down: (1, 0), .up: (-1, 0), .pageDown: (0, 1), .readOn: (0, 1), .pageUp: (0, -1),
    .halfPageDown: (0, 0.5), .halfPageUp: (0, -0.5), .top: (-1_000_000, 0), .bottom: (1_000_000, 0),
  ]

  /// The first line after a key that scrolls, with the count before it; nil for any other key.
  func scrolled(_ top: Int, by key: Key, count: Int) -> Int? {
    guard let command = keymap[key], let step = Self.steps[command] else { return nil }
    let distance = (step.lines + Int(step.screens * Double(overlayRows))) * (self.count ?? 1)
    return overlayTop(top + distance, of: count)
  }
}
