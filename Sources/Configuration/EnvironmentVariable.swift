/// The environment variables that the program reads.
package enum EnvironmentVariable: String, CaseIterable, Sendable {
  case browser = "BROWSER"
  case visual = "VISUAL"
  case editor = "EDITOR"
  case sshConnection = "SSH_CONNECTION"
  case sshTTY = "SSH_TTY"
  case display = "DISPLAY"
  case waylandDisplay = "WAYLAND_DISPLAY"
  case term = "TERM"
  case terminalProgram = "TERM_PROGRAM"
  case colorTerm = "COLORTERM"
  case colorHint = "COLORFGBG"
  case noColor = "NO_COLOR"
  case tmux = "TMUX"
  case screen = "STY"
  case allLocale = "LC_ALL"
  case characterLocale = "LC_CTYPE"
  case language = "LANG"
  case escapeDelay = "ESCDELAY"
  case home = "HOME"
  case configurationHome = "XDG_CONFIG_HOME"
  case stateHome = "XDG_STATE_HOME"
  case path = "PATH"

  /// What it does, in a sentence.
  package var meaning: String {
    switch self {
    case .browser:
      "Commands for opening links, with a colon between them; the first that is installed is "
        + "used, %s stands for the address and %% for a percent sign."
    case .visual: "The editor's command, before EDITOR."
    case .editor: "The editor's command; the setting editor goes before both."
    case .sshConnection, .sshTTY:
      "Set by sshd: no browser is started without being asked for, and links and copies go to the "
        + "terminal's clipboard."
    case .display, .waylandDisplay: "Set where windows can be opened: a browser may be started."
    case .term: "The terminal; \"dumb\" is one that cannot be read on."
    case .terminalProgram:
      "Set by many terminals: under it and TERM is kept what the terminal said of its background."
    case .colorTerm: "With truecolor or 24bit, the terminal shows all colours."
    case .colorHint:
      "The colours of the terminal, as rxvt gives them: the theme auto goes by them until the "
        + "terminal answers."
    case .noColor: "No colours; bold, underlined and reversed text remain."
    case .tmux: "Set by tmux: copies go through it."
    case .screen: "Set by screen, to which less is sent as it knows less."
    case .allLocale, .characterLocale, .language:
      "The locale; where it is not UTF-8, marks and lines are drawn in ASCII."
    case .escapeDelay: "Milliseconds to wait for what follows an Escape; 100 by default."
    case .home: "Where ~/ is."
    case .configurationHome: "The folder of settings and themes, in place of ~/.config."
    case .stateHome: "The folder of the library, in place of ~/.local/state."
    case .path: "Where browsers, editors and tmux are looked for."
    }
  }
}
