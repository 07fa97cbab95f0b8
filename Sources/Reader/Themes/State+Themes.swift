import BriefModel
import Cells

/// `:theme`: another theme for this run, shown while it is chosen.
extension State {
  /// Opens the chooser at the theme that holds.
  mutating func showThemes() -> [Effect] {
    openAside(.themes(ThemeOverlay()))
    guard themes != nil else { return [.listThemes] }
    selectTheme()
    return []
  }

  mutating func take(themes: [ThemeChoice]) -> [Effect] {
    self.themes = themes
    selectTheme()
    return previewTyped()
  }

  private mutating func selectTheme() {
    guard case .themes(var chooser) = overlay, let themes else { return }
    chooser.cursor.selected = themes.firstIndex { $0.name == options.theme } ?? 0
    overlay = .themes(chooser)
  }

  /// The chooser takes moving, Enter and closing, and what concerns more than that.
  mutating func take(_ key: Key, _ chooser: ThemeOverlay) -> [Effect]? {
    var chooser = chooser
    if let move = listMove(of: keymap[key], screen: themeRows) {
      themeList.move(&chooser.cursor, move)
      return showTheme(at: chooser.cursor)
    }
    switch keymap[key] {
    case .follow, .right: return keep(chooser)
    case .search: return typeThemeName()
    case .help, .redraw, .suspend, .quit, .commandLine: return nil
    case .close, .cancel, .left, .back: closeOverlay()
    default: tellMeaningless(KeyName.name(key), .cancel, "goes back")
    }
    return []
  }

  /// Moves the cursor of the chooser, and shows the theme that it comes to.
  mutating func showTheme(at cursor: ListCursor) -> [Effect] {
    overlay = .themes(ThemeOverlay(cursor: cursor))
    return themes?[safe: cursor.selected].map { preview(theme: $0.name) } ?? []
  }

  /// The theme under the cursor holds for this run.
  mutating func keep(_ chooser: ThemeOverlay) -> [Effect] {
    closeOverlay()
    return themes?[safe: chooser.cursor.selected].map { keep(theme: $0.name) } ?? []
  }

  /// The name is typed instead, where Tab completes it.
  private mutating func typeThemeName() -> [Effect] {
    let effects = startPrompt(.command)
    prompt?.set(Command.theme.rawValue + " ")
    return effects
  }

  var themeList: TallRows {
    if options.isLinear { return linearThemes.tall }
    return TallRows(count: themes?.count ?? 0, visible: themeRows) { _ in 1 }
  }

  /// Shows a theme for as long as it is being chosen; nil for the one that holds.
  private mutating func preview(theme name: String?) -> [Effect] {
    guard name ?? options.theme != previewedTheme ?? options.theme else { return [] }
    previewedTheme = name
    return [.useTheme(name ?? options.theme)]
  }

  /// What is typed after `:theme` is shown where there is a theme of that name.
  mutating func previewTyped() -> [Effect] {
    guard prompt?.kind == .command, let line = prompt?.text else { return [] }
    guard let themes else { return CommandLine.isOfThemes(line) ? [.listThemes] : [] }
    guard let name = CommandLine.theme(in: line) else { return [] }
    return preview(theme: Self.name(name, among: themes))
  }

  /// A theme that is only shown goes with what it was chosen in.
  mutating func endPreview() -> [Effect] {
    let isChosen = (covered + [overlay].compactMap(\.self)).contains {
      if case .themes = $0 { true } else { false }
    }
    if isChosen { return [] }
    if prompt?.kind == .command, CommandLine.theme(in: prompt?.text ?? "") != nil { return [] }
    return preview(theme: nil)
  }

  /// Enter: the theme holds for this run.
  mutating func keep(theme typed: String) -> [Effect] {
    guard let name = themes.map({ Self.name(typed, among: $0) }) ?? typed else {
      let meant = Suggestion.text(for: typed, among: themes?.map(\.name) ?? [])
      tell("There is no theme '\(typed)'" + (meant.isEmpty ? "; :theme shows them all" : meant))
      return []
    }
    let isNew = name != previewedTheme ?? options.theme
    options.theme = name
    previewedTheme = nil
    tell("\(name) holds for this run" + kept(by: "theme = \"\(name)\""))
    return isNew ? [.useTheme(name)] : []
  }

  /// The name as it is spelled: the very one, else one that differs in capitals alone.
  private static func name(_ typed: String, among themes: [ThemeChoice]) -> String? {
    let names = themes.map(\.name)
    let folded = typed.lowercased()
    return names.first { $0 == typed } ?? names.first { $0.lowercased() == folded }
  }

  /// What keeps a choice beyond this run; nothing where the settings are not the reader's.
  func kept(by setting: String) -> String {
    options.isKiosk ? "" : "; \(setting) in config.toml keeps it"
  }

  // MARK: - The chooser

  /// So many that the larger part of the screen shows what the theme makes of it.
  private var themeRows: Int { min(themes?.count ?? 0, max(3, rows / 2 - 3)) }

  /// The line of the screen at which the themes begin.
  var firstThemeLine: Int {
    options.isLinear ? overlayTop : panelRows(ofLines: themeRows).lowerBound + 1
  }

  func drawThemes(_ chooser: ThemeOverlay, _ canvas: inout Canvas) {
    if options.isLinear { return drawLinear(chooser, &canvas) }
    let themes = themes ?? []
    let width = themes.map { DisplayWidth.of($0.name) }.max() ?? 0
    var cursor = chooser.cursor
    cursor.settle(count: themes.count, visible: themeRows)
    var panel = Panel(title: "THEMES \(cursor.selected + 1)/\(themes.count)")
    for (index, theme) in themes.enumerated().dropFirst(cursor.top).prefix(themeRows) {
      let isSelected = index == cursor.selected
      let sign = isSelected ? canvas.marks.cursor : " "
      let name = theme.name + String(repeating: " ", count: width - DisplayWidth.of(theme.name))
      panel.append(
        canvas.marks.cut("\(sign) \(name)  \(theme.description)", to: columns - 2),
        isSelected ? .rowCurrent : .row)
    }
    draw(panel, &canvas)
  }

  /// The themes in linear mode.
  var linearThemes: LinearRows {
    let themes = themes ?? []
    return LinearRows(count: themes.count, visible: overlayRows) { row in
      linearLines("\(themes[row].name): \(themes[row].description)")
    }
  }

  private func drawLinear(_ chooser: ThemeOverlay, _ canvas: inout Canvas) {
    clear(&canvas)
    drawOverlay(linearThemes, chooser.cursor, &canvas)
  }
}
