/// How a link is opened, and why so.
package enum BrowserChoice: Equatable, Sendable {
  /// Where a command came from.
  package enum Origin: Equatable, Sendable { case setting, browserVariable, desktop }

  /// A program of this machine; `needsScreen` where it runs in the terminal.
  case program(LinkCommand, origin: Origin, needsScreen: Bool)
  /// Nothing is started here: the address goes to the terminal's clipboard and onto the screen.
  case clipboard

  /// Decides by the settings and the environment.
  ///
  /// In order: the configured command; each command of `BROWSER` (a list with `:`), those not
  /// installed skipped; the desktop's opener, where there is a display; else the clipboard. A configured command is never passed over: what is
  /// wrong with it is thrown.
  package static func choose(
    configured: String?, terminalBrowsers: Set<String>, surroundings: Surroundings,
    isInstalled: (String) -> Bool
  ) throws(DeliveryError) -> BrowserChoice {
    let choice = { (command: LinkCommand, origin: Origin) in
      let name = CommandWords.name(of: command.program)
      return BrowserChoice.program(
        command, origin: origin, needsScreen: terminalBrowsers.contains(name))
    }
    if let configured, !configured.isEmpty {
      let command = try LinkCommand(parsing: configured)
      guard isInstalled(command.program) else { throw .noProgram(command.program) }
      return choice(command, .setting)
    }
    for entry in (surroundings["BROWSER"] ?? "").split(separator: ":") {
      let command = try LinkCommand(parsing: String(entry))
      if isInstalled(command.program) { return choice(command, .browserVariable) }
    }
    for opener in desktopOpeners(surroundings) where isInstalled(opener) {
      return choice(try LinkCommand(parsing: opener), .desktop)
    }
    return .clipboard
  }

  /// What opens a link on a desktop that reaches the reader; `open` and `wslview` find one by
  /// themselves, but for who sits elsewhere.
  private static func desktopOpeners(_ surroundings: Surroundings) -> [String] {
    let finding = surroundings.isRemote && !surroundings.hasDisplay ? [] : findingOpeners
    return (surroundings.hasDisplay ? displayOpeners : []) + finding
  }

  #if os(macOS)
    private static let displayOpeners: [String] = []
    private static let findingOpeners = ["open"]
  #else
    private static let displayOpeners = ["xdg-open"]
    private static let findingOpeners = ["wslview"]
  #endif
}
