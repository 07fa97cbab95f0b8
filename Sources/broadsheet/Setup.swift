import BriefLibrary
import BriefModel
import Cells
import Configuration
import Delivery
import Glibc
import Reader
import Terminal

/// What the settings, the themes and the environment say, read once at the start.
struct Setup: Sendable {
  /// Set where the reader may only read.
  let kiosk: Kiosk?
  /// Whose marks these are, where one account has several readers.
  let reader: ReaderName?
  let environment: Configuration.Environment
  let settings: Settings
  let keymap: Keymap
  let theme: Theme
  /// Where the settings are, whether or not they are there; nil where there is no place for them.
  let settingsFile: String?
  /// What `auto` stands for.
  let automaticTheme: AutomaticTheme
  /// Where it is kept what terminals said of their backgrounds; nil where nothing is.
  let backgroundsFile: String?
  /// Where the user's themes are, or the administrator's.
  let themesFolder: String?
  /// What `in:` knows by name.
  let savedQueries: SavedQueries
  /// What of the files could not hold.
  let problems: [ConfigurationProblem]
  /// What of the settings keeps from checking as they say.
  let checkProblems: [ConfigurationProblem]

  /// Reads them; `--linear` does what the setting does.
  init(isLinear: Bool = false, given: GivenReader = GivenReader(), kiosk: Kiosk? = nil) {
    self.kiosk = kiosk
    reader = kiosk?.given.name ?? given.name
    let variables = Self.variables()
    environment = kiosk?.environment(of: variables) ?? Configuration.Environment(variables)
    let path = kiosk?.settingsFile ?? given.settings ?? environment.configurationFile
    settingsFile = path
    let file = SettingsFile(path: path)
    var settings = file.settings
    settings.linear = settings.linear || isLinear
    self.settings = settings
    checkProblems = file.checkProblems
    themesFolder = kiosk?.themesFolder ?? environment.themesFolder
    let catalog = ThemeCatalog(folder: themesFolder)
    backgroundsFile = kiosk == nil ? environment.stateFolder.map { $0 + "/backgrounds" } : nil
    automaticTheme = AutomaticTheme(
      settings: file.settings, environment: environment,
      known: KnownBackgrounds(path: backgroundsFile)
        .isLight(KnownBackgrounds.terminal(of: environment)))
    let isAutomatic = file.settings.theme == AutomaticTheme.name
    let loaded = catalog.load(isAutomatic ? automaticTheme.theme : file.settings.theme)
    theme = loaded.theme
    let themeProblems = Self.problems(of: file, catalog)
    var keymap = Keymap(preset: file.settings.keyPreset) ?? Keymap()
    let lines = file.settings.keys
    let place = path ?? "settings"
    let keyProblems = keymap.take(lines.map { ($0.command, $0.keys) }).map { problem in
      ConfigurationProblem(
        file: place,
        line: lines.first { $0.command == problem.command }?.line, problem.text)
    }
    if kiosk != nil { keymap.remove(Command.outreaching) }
    self.keymap = keymap
    savedQueries = SavedQueries(
      file.settings.queries.map { query in
        SavedQueries.Item(
          name: query.name, query: query.query,
          place: query.line.map { "\(place):\($0)" } ?? place)
      })
    let queryProblems = Self.problems(of: savedQueries, file.settings.queries, place)
    problems = file.problems + themeProblems + keyProblems + queryProblems + loaded.problems
  }

  /// Themes that are set, for now or for another background, and that there are not.
  private static func problems(
    of file: SettingsFile, _ catalog: ThemeCatalog
  ) -> [ConfigurationProblem] {
    let settings = file.settings
    let set = [
      ("theme", settings.theme), ("dark-theme", settings.darkTheme),
      ("light-theme", settings.lightTheme),
    ]
    return set.compactMap { setting, name in
      guard name != AutomaticTheme.name || setting != "theme" else { return nil }
      return catalog.reason(against: name).flatMap { file.problem([setting], $0) }
    }
    .sorted { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private static func problems(
    of saved: SavedQueries, _ settings: [QuerySetting], _ path: String
  ) -> [ConfigurationProblem] {
    guard !settings.isEmpty, let today = try? CalendarDate.today() else { return [] }
    return saved.mistakes(today: today).map { item, error in
      ConfigurationProblem(
        file: path, line: settings.first { $0.name == item.name }?.line,
        "the query '\(item.name)' is wrong from its character \(error.range.lowerBound + 1) on: "
          + error.text)
    }
  }

  var options: Options {
    var options = settings.options(environment: environment)
    options.isKiosk = kiosk != nil
    return options
  }

  /// What the reader is to heed on a terminal.
  func options(on terminal: Terminal, today: CalendarDate) -> Options {
    var options = options
    options.isASCII = options.isASCII || terminal.isASCIIOnly
    options.isSpelled = terminal.isASCIIOnly
    options.today = today
    return options
  }

  /// What could not hold, for the status line.
  var notices: [Message] {
    let notices = problems.map { Message.failure($0.description) }
    guard notices.count > 1 else { return notices }
    let all = "\(notices.count) mistakes in settings and themes; :messages shows them all"
    return notices + [.failure(all)]
  }

  /// The same, and what a terminal was taken for that is not known.
  func notices(on terminal: Terminal) -> [Message] {
    let unknown = terminal.unknown.map { unknown in
      Message.notice(Sanitizer.line(unknown.words))
    }
    return [unknown].compactMap(\.self) + notices
  }

  var surroundings: Surroundings { Surroundings(environment.variables) }

  /// Finds programs by the environment's `PATH`.
  var search: ProgramSearch { ProgramSearch(path: environment["PATH"]) }

  /// The colours of `show`, which does not know more of its reader than the environment says.
  var printedDepth: ColorDepth {
    if let depth = chosenDepth { return depth }
    if environment["NO_COLOR"] != nil { return .none }
    let terminal = environment["TERM"] ?? ""
    let depth = environment["COLORTERM"]?.lowercased() ?? ""
    if ["truecolor", "24bit"].contains(depth) { return .trueColor }
    return terminal.contains("256color") ? .indexed : .sixteen
  }

  /// The colours of what is printed by a choice; nil for none.
  func depth(of choice: Printing.ColorChoice) -> ColorDepth? {
    switch choice {
    case .always: printedDepth
    case .never: nil
    case .auto: StandardOutput.isTerminal && !isDumb ? printedDepth : nil
    }
  }

  /// Whether the terminal is one that obeys nothing, such as an editor's window.
  var isDumb: Bool { environment["TERM"] == "dumb" }

  /// The colours that are set; nil for `auto`.
  var chosenDepth: ColorDepth? {
    switch settings.colors {
    case .auto: nil
    case .none: ColorDepth.none
    case .eight: .eight
    case .sixteen: .sixteen
    case .palette: .indexed
    case .full: .trueColor
    }
  }

  /// What is asked of the terminal.
  var terminalOptions: TerminalOptions {
    var options = TerminalOptions()
    options.usesMouse = settings.mouse
    options.sendsLinks = settings.osc8
    options.depth = chosenDepth
    options.isRemote = environment.isRemote
    options.cleaned = Sanitizer.lines
    return options
  }

  /// Takes the terminal; who may only read is not told to print instead.
  func openTerminal() throws -> Terminal {
    do throws(TerminalError) {
      return try Terminal(options: terminalOptions)
    } catch {
      guard kiosk != nil, case .cannotMoveCursor(let name) = error else { throw error }
      throw Refusal(
        description: "TERM=\(Sanitizer.line(name)) cannot move the cursor; "
          + "connect from a terminal that can, or set TERM to its real name before that",
        status: .unavailable)
    }
  }

  /// What the kiosk reads beside briefs.
  var kioskPlaces: [String] { [themesFolder].compactMap(\.self) }

  /// How links will be opened; throws for a configured command that cannot work.
  func browserChoice() throws(DeliveryError) -> BrowserChoice {
    guard kiosk == nil else { return .clipboard }
    let search = search
    return try BrowserChoice.choose(
      configured: settings.browser, terminalBrowsers: Set(settings.terminalBrowsers),
      surroundings: surroundings, isInstalled: { search.file(of: $0) != nil })
  }

  /// How text will be copied.
  var clipboardChoice: ClipboardChoice {
    let (search, mayStart) = (search, kiosk == nil)
    return ClipboardChoice.choose(
      surroundings: surroundings, hasClipboard: { TerminalFamily(of: $0).hasClipboard },
      isInstalled: { mayStart && search.file(of: $0) != nil })
  }

  /// Says on standard error what of the files could not hold.
  func tellProblems() {
    for problem in problems { Failure.tell(problem.description) }
  }

  /// Of a name that is there twice the first counts, as for `getenv` and for the programs that are
  /// started from here.
  private static func variables() -> [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        let (name, value) = (String(text[..<equals]), text[text.index(after: equals)...])
        if variables[name] == nil { variables[name] = String(value) }
      }
      next += 1
    }
    return variables
  }
}
