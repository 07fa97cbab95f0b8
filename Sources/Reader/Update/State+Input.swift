import BriefModel
import Cells

extension State {
  /// A count that is larger counts as this one.
  static let largestCount = 99_999

  /// Takes what came from the terminal; a character that no text may hold is no key.
  mutating func take(_ event: InputEvent) -> [Effect] {
    if arrangement.isTooSmall { return takeUnseen(event) }
    switch event {
    case .key(.character(let character)) where !Sanitizer.isClean(String(character)): return []
    case .key(let key): return take(key)
    case .paste(let text):
      guard prompt != nil else { return [] }
      insert(pasted: text)
      return followTyping()
    case .click(let row, let column): return click(row: row, column: column)
    case .wheel(let row, let column, let lines):
      return turnWheel(row: row, column: column, lines: lines)
    }
  }

  /// In a window that is too small nothing is shown, and so nothing done but to leave, to suspend, to
  /// draw anew and to go on line by line, where that has room.
  private mutating func takeUnseen(_ event: InputEvent) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    if takesLinear, prompt?.kind == .command { return takeUnseenLine(key) }
    guard let command = keymap[key] else { return [] }
    if command == .close || command == .quit { return keepPlace() + [.quit] }
    if command == .commandLine, takesLinear { return cancelPrompt() + startPrompt(.command) }
    return command == .suspend || command == .redraw ? perform(command) : []
  }

  private mutating func takeUnseenLine(_ key: Key) -> [Effect] {
    guard key == .enter else { return edit(with: key) }
    let line = CommandLine(prompt?.text ?? "", isKiosk: options.isKiosk)
    if line == .command(.linear, count: nil) { return edit(with: key) }
    prompt = nil
    let leaves = line == .command(.close, count: nil) || line == .command(.quit, count: nil)
    return leaves ? keepPlace() + [.quit] : []
  }

  private mutating func take(_ key: Key) -> [Effect] {
    clearNote()
    doneAtOnce = nil
    if prompt != nil { return edit(with: key) }
    if overlay?.takesCounts == true, isCounted(key) { return [] }
    if overlay != nil, let effects = takeOverCounted(key) { return effects }
    if isCounted(key) { return [] }
    guard let command = keymap[key] else {
      count = nil
      let help = keymap.hint(.help).map { "; \($0) shows the keys" } ?? ""
      tell("\(KeyName.name(key)) does nothing here\(help)")
      return []
    }
    return perform(command)
  }

  /// Whether a key is a digit of a number, which is taken, or takes its last one away.
  private mutating func isCounted(_ key: Key) -> Bool {
    if key == .backspace, let count {
      self.count = count < 10 ? nil : count / 10
      return true
    }
    guard case .character(let character) = key, let digit = character.wholeNumberValue,
      character.isASCII, count != nil || digit > 0
    else { return false }
    count = min(Self.largestCount, (count ?? 0) * 10 + digit)
    return true
  }

  /// Gives a key to the overlay with the count that was typed before it, which Escape takes away;
  /// nil where it is a command like any other.
  private mutating func takeOverCounted(_ key: Key) -> [Effect]? {
    if count != nil, keymap[key] == .cancel {
      count = nil
      return []
    }
    guard let effects = takeOverOverlay(key) else { return nil }
    count = nil
    return effects
  }

  /// Does a command with the count that was typed before it, or says why it cannot be done.
  mutating func perform(_ command: Command) -> [Effect] {
    if let reason = reason(against: command) {
      count = nil
      tell(reason)
      return []
    }
    let count = self.count
    self.count = nil
    return route(command, count)
  }

  /// The one table from commands to what they do.
  private mutating func route(_ command: Command, _ count: Int?) -> [Effect] {
    let times = count ?? 1
    switch command {
    case .down: return step(by: times)
    case .up: return step(by: -times)
    case .halfPageDown: return step(by: max(1, rowsOnScreen(focus) / 2) * times)
    case .halfPageUp: return step(by: -max(1, rowsOnScreen(focus) / 2) * times)
    case .pageDown: return pageDown(by: times)
    case .pageUp: return step(by: -pageRows * times)
    case .readOn: return readOn()
    case .top: return leap { $0.goTo(row: (count ?? 1) - 1) }
    case .bottom: return leap { $0.goTo(row: count.map { $0 - 1 } ?? .max) }
    case .left: return moveLeft()
    case .right: return moveRight()
    case .scrollLeft: return scrollSideways(by: -8 * times)
    case .scrollRight: return scrollSideways(by: 8 * times)
    case .nextBrief: return moveBrief(by: times)
    case .previousBrief: return moveBrief(by: -times)
    case .nextSection, .previousSection:
      let step = command == .nextSection ? times : -times
      return count == nil ? moveSection(by: step) : leap { $0.moveSection(by: step) }
    case .next: return goToNext(times)
    case .previous: return goToNext(-times)
    case .nextLink: return focus == .text ? moveLink(by: times) : movePane(by: 1)
    case .previousLink: return focus == .text ? moveLink(by: -times) : movePane(by: -1)
    case .nextMention: return moveMention(by: times)
    case .previousMention: return moveMention(by: -times)
    case .source: return goToSource(count)
    case .labels: return showLabels()
    case .follow: return follow(count)
    case .open: return open(count)
    case .openAndMark: return openAndMark(count)
    case .copyURL: return copyURL(count)
    case .copyCitation: return copyCitation(count)
    case .peek: return showPeek(count)
    case .sources: return toggle(.sources)
    case .sections: return toggle(.sections)
    case .zoom: return zoom()
    case .sort:
      return focus == .briefs && list.isLibrary ? sortBriefs(by: nil) : sortSources(by: nil)
    case .group: return groupBriefs(by: nil)
    case .markSection: return focus == .briefs ? markBrief() : markSection()
    case .markBrief: return markBrief()
    case .markAll: return askToMarkAll()
    case .star: return star()
    case .changes: return showChanges()
    case .undo: return undoMark()
    case .redo: return redoMark()
    case .back: return goBack()
    case .forward: return goForward()
    case .search: return isInLibraryList ? startFilter() : startSearchPrompt()
    case .sourceDesk: return showDesk()
    case .related: return listRelated()
    case .filter: return startFilter()
    case .saved: return showSaved()
    case .commandLine: return startPrompt(.command)
    case .help: return showHelp()
    case .messages: return showMessages()
    case .theme: return showThemes()
    case .linear: return toggleLinear()
    case .edit: return edit()
    case .reload: return reloadAll()
    case .redraw: return [.repaint]
    case .suspend: return keepPlace() + [.suspend]
    case .cancel: return cancel()
    case .close: return close()
    case .quit: return keepPlace() + [.quit]
    }
  }

  /// Whether the keys go to the list of the library, of which only the rows on the screen are read,
  /// so that the index searches it.
  private var isInLibraryList: Bool { focus == .briefs && list.isLibrary }
}
