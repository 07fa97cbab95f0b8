import Audit
import Reader

extension Settings {
  /// The one table of settings, in the order in which they are printed; those without a table of
  /// their own first, as TOML wants it.
  package static let table: [SettingRow] =
    plain + Rule.all.map(SettingRow.severity) + keyRows

  private static let plain: [SettingRow] = [
    .text(
      ["theme"], \.theme,
      "The theme; `broadsheet themes` lists those there are, and \"auto\" goes by the background."),
    .choice(
      ["background"], \.background,
      "What \"auto\" goes by; \"auto\" asks the terminal unless it is over SSH, \"ask\" always does."
    ),
    .text(
      ["dark-theme"], \.darkTheme,
      "The theme that \"auto\" takes on a dark background."),
    .text(
      ["light-theme"], \.lightTheme,
      "The theme that \"auto\" takes on a light background."),
    .choice(
      ["colors"], \.colors,
      "How many colours are used; \"auto\" asks the terminal and heeds NO_COLOR."),
    .choice(
      ["layout"], \.layout,
      "How panes stand; \"auto\" goes by the window's size and keeps the text alone over SSH."),
    .integer(
      ["measure"], \.measure, 20...200,
      "The most columns that a line of prose takes."),
    .automatic(
      ["ascii"], \.ascii,
      "Whether marks and lines are drawn in ASCII; \"auto\" does so where the locale is not UTF-8."),
    .flag(
      ["linear"], \.linear,
      "Whether all is shown line by line, for screen readers and very narrow windows; or --linear."),
    .flag(
      ["mouse"], \.mouse,
      "Whether the mouse is used to choose, open and scroll; Shift selects text in most terminals."),
    .flag(
      ["mark-read-when-passed"], \.markReadWhenPassed,
      "Whether a section is marked read when its end has been passed."),
    .optionalText(
      ["editor"], \.editor, example: "vim",
      "The editor's command; VISUAL or EDITOR where it is not set."),
    .path(
      ["library"], \.library, example: "~/.local/state/broadsheet/library.sqlite",
      "The file in which marks, stars and places are kept."),
    .path(
      ["published"], \.published, example: "/srv/briefs/index.sqlite",
      "An index that broadsheet index --publish keeps for many readers; each has marks of their own."
    ),
    .paths(
      ["folders"], \.folders,
      "Folders whose briefs the library collects, beside those that broadsheet add names."),
    .flag(
      ["archive"], \.archive,
      "Whether the library keeps the text of each brief, and goes on listing it when its file is gone."
    ),
    .choice(
      ["group"], \.group,
      "What the list of the library is parted by; :group changes it while reading."),
    .optionalText(
      ["links", "browser"], \.browser, example: "firefox %s",
      "The browser's command, %s being the address; BROWSER or the desktop's own otherwise."),
    .list(
      ["links", "terminal-browsers"], \.terminalBrowsers,
      "Browsers that run in the terminal and are given the screen."),
    .flag(
      ["links", "osc8"], \.osc8,
      "Whether a terminal that can is told addresses, so that links can be clicked (OSC 8)."),
    .flag(
      ["links", "osc52"], \.osc52,
      "Whether text is copied through the terminal, which works over SSH (OSC 52)."),
  ]

  private static let keyRows: [SettingRow] = [
    .choice(
      ["keys", "preset"], Keymap.presets, \.keyPreset,
      "The keys to start from; further lines give a command its keys, as in next-section = \"]\".")
  ]
}
