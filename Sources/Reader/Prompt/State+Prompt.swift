import BriefModel
import Cells

extension State {
  mutating func startPrompt(_ kind: Prompt.Kind) -> [Effect] {
    closeAsides()
    if overlay?.takesLines != true { overlay = nil }
    prompt = Prompt(kind: kind)
    return []
  }

  mutating func edit(with key: Key) -> [Effect] {
    switch key {
    case .escape, .control("c"), .control("g"):
      return cancelPrompt()
    case .enter: return accept()
    case .character(let character): insert([character])
    case .backspace:
      if prompt?.characters.isEmpty == true {
        return prompt?.kind == .filter ? acceptFilter() : cancelPrompt()
      } else {
        prompt?.deleteBackward()
      }
    case .delete, .control("d"): prompt?.deleteForward()
    case .control("u"): prompt?.deleteToStart()
    case .control("k"): prompt?.deleteToEnd()
    case .control("w"): prompt?.deleteWord()
    case .left, .control("b"): prompt?.moveCursor(by: -1)
    case .right, .control("f"): prompt?.moveCursor(by: 1)
    case .home, .control("a"): prompt?.moveCursor(by: -.max)
    case .end, .control("e"): prompt?.moveCursor(by: .max)
    case .up, .control("p"): recall(by: 1)
    case .down, .control("n"): recall(by: -1)
    case .tab: complete(by: 1)
    case .backTab: complete(by: -1)
    case .alt, .control, .insert, .pageUp, .pageDown, .function: break
    }
    return followTyping()
  }

  /// What goes along with each key of a prompt.
  mutating func followTyping() -> [Effect] {
    searchAsTyped() + filterAsTyped() + previewTyped()
  }

  mutating func cancelPrompt() -> [Effect] {
    switch prompt?.kind {
    case .filter: return cancelFilter()
    case .search: return cancelSearch()
    case .command, .outlets, nil: prompt = nil
    }
    return []
  }

  mutating func insert(pasted text: String) {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    insert(Array(Sanitizer.line(line)))
  }

  private mutating func insert(_ characters: [Character]) {
    guard prompt?.insert(characters) == false else { return }
    tell("A line has at most \(Prompt.lengthLimit) characters")
  }

  private mutating func recall(by step: Int) {
    guard let kind = prompt?.kind else { return }
    prompt?.recall(by: step, in: histories[kind])
  }

  private mutating func complete(by step: Int) {
    switch prompt?.kind {
    case .command:
      let lines = commandCompletions
      prompt?.complete(by: step, from: lines)
    case .filter:
      let queries = queryCompletions(of: prompt?.text[...] ?? "")
      prompt?.complete(by: step, from: queries)
    case .search, .outlets, nil: break
    }
  }

  /// The commands, and behind one what it takes here.
  private var commandCompletions: [String] {
    let typed = prompt?.text ?? ""
    let name = String(typed.prefix { $0 != " " })
    let isWhole = name.count < typed.count || Command(rawValue: name) != nil
    let command = isWhole ? CommandLine.command(name, isKiosk: options.isKiosk) : nil
    let arguments = command.map(arguments) ?? []
    let lines = arguments.map { "\(name) \($0)" }
      .filter { command == .filter || $0.lowercased().hasPrefix(typed.lowercased()) }
    let names = CommandLine.names(isKiosk: options.isKiosk)
    return lines
      + (lines.isEmpty ? names : names.filter { $0 != name }).filter { $0.hasPrefix(typed) }
  }

  /// What can stand behind a command, where that is one of a few words.
  private func arguments(of command: Command) -> [String] {
    switch command {
    case .sort: orders
    case .group where list.isLibrary: BriefGrouping.allCases.map(\.rawValue)
    case .theme: (themes ?? []).map(\.name)
    case .filter: queryCompletions(of: (prompt?.text ?? "").drop { $0 != " " }.dropFirst())
    default: []
    }
  }

  /// The orders of the list that the keys go to.
  private var orders: [String] {
    if let desk {
      if case .passages = desk.level.request { return [] }
      return DeskOrder.allCases.map(\.rawValue)
    }
    return focus == .briefs && list.isLibrary
      ? briefOrders.map(\.rawValue) : SourceOrder.allCases.map(\.rawValue)
  }

  private mutating func accept() -> [Effect] {
    guard let prompt else { return [] }
    if prompt.kind == .filter { return acceptFilter() }
    self.prompt = nil
    histories.add(prompt.text, to: prompt.kind)
    switch prompt.kind {
    case .search: return acceptSearch(prompt.text)
    case .command: return run(CommandLine(prompt.text, isKiosk: options.isKiosk))
    case .filter: return []
    case .outlets: return filterOutlets(by: prompt.text)
    }
  }

  private mutating func sort(by order: String) -> [Effect] {
    if focus == .briefs, list.isLibrary { return sortBriefs(by: order) }
    guard let reason = reason(against: .sort) else { return sortSources(by: order) }
    tell(reason)
    return []
  }

  private mutating func run(_ line: CommandLine) -> [Effect] {
    if let desk, let effects = run(line, at: desk) { return effects }
    if case .saved = overlay, !line.keepsView { overlay = nil }
    switch line {
    case .empty: return []
    case .command(let command, let count):
      self.count = count.map { min(Self.largestCount, $0) }
      return perform(command)
    case .search(let query):
      return focus == .briefs && list.isLibrary ? command(filter: query) : startSearch(query)
    case .sort(let order): return sort(by: order)
    case .group(let grouping):
      guard let reason = reason(against: .group) else { return groupBriefs(by: grouping) }
      tell(reason)
      return []
    case .filter(let query):
      if let reason = reason(against: .filter) {
        tell(reason)
        return []
      }
      return command(filter: query)
    case .theme(let name): return keep(theme: name)
    case .problem(let text):
      tell(text)
      return []
    }
  }
}
