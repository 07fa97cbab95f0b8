import Testing

@testable import Delivery

@Suite("Browser choice")
struct BrowserChoiceTests {
  private func choose(
    configured: String? = nil, _ environment: [String: String] = [:], installed: Set<String>
  ) throws -> BrowserChoice {
    try BrowserChoice.choose(
      configured: configured, terminalBrowsers: ["w3m", "lynx"],
      surroundings: Surroundings(environment), isInstalled: installed.contains)
  }

  private func program(
    _ command: String, _ origin: BrowserChoice.Origin, needsScreen: Bool = false
  ) throws -> BrowserChoice {
    .program(try LinkCommand(parsing: command), origin: origin, needsScreen: needsScreen)
  }

  @Test("The configured command comes before BROWSER, and BROWSER before the desktop's")
  func order() throws {
    let installed: Set = ["mine", "theirs", "xdg-open"]
    let environment = ["BROWSER": "theirs"]
    #expect(
      try choose(configured: "mine -x", environment, installed: installed)
        == program("mine -x", .setting))
    #expect(try choose(environment, installed: installed) == program("theirs", .browserVariable))
    #expect(
      try choose(["DISPLAY": ":0"], installed: installed) == program("xdg-open", .desktop))
  }

  @Test("BROWSER is a list, tried in order")
  func list() throws {
    let choice = try choose(
      ["BROWSER": "gone:also-gone:here %s:later"], installed: ["here", "later"])
    #expect(choice == (try program("here %s", .browserVariable)))
  }

  @Test("An empty variable or setting counts as unset")
  func empty() throws {
    let environment = ["BROWSER": "", "SSH_CONNECTION": "", "SSH_TTY": "", "DISPLAY": ":0"]
    let choice = try choose(configured: "", environment, installed: ["xdg-open"])
    #expect(choice == (try program("xdg-open", .desktop)))
  }

  @Test(
    "At the far end of SSH nothing is started, unless a display reaches back",
    arguments: ["SSH_CONNECTION", "SSH_TTY"])
  func remote(variable: String) throws {
    let remote = [variable: "somewhere"]
    #expect(try choose(remote, installed: ["xdg-open"]) == .clipboard)
    for display in ["DISPLAY", "WAYLAND_DISPLAY"] {
      let forwarded = remote.merging([display: "localhost:10"]) { $1 }
      #expect(
        try choose(forwarded, installed: ["xdg-open"]) == program("xdg-open", .desktop))
    }
  }

  @Test("Without a display the desktop's opener would open nothing, and is not started")
  func withoutDisplay() throws {
    #expect(try choose(installed: ["xdg-open"]) == .clipboard)
    #expect(try choose(["DISPLAY": ""], installed: ["xdg-open"]) == .clipboard)
    for display in ["DISPLAY", "WAYLAND_DISPLAY"] {
      let choice = try choose([display: "0"], installed: ["xdg-open"])
      #expect(choice == (try program("xdg-open", .desktop)))
    }
    #expect(
      try choose(installed: ["xdg-open", "wslview"]) == program("wslview", .desktop),
      "which opens a browser of Windows")
    #expect(try choose(["SSH_TTY": "/dev/pts/1"], installed: ["wslview"]) == .clipboard)
  }

  @Test("Over SSH a BROWSER that was set on purpose is still used")
  func remoteBrowser() throws {
    let environment = ["SSH_TTY": "/dev/pts/1", "BROWSER": "w3m"]
    #expect(
      try choose(environment, installed: ["w3m"])
        == program("w3m", .browserVariable, needsScreen: true))
  }

  @Test("A browser of the terminal gets the screen, by its name, wherever it lies")
  func terminalBrowser() throws {
    #expect(
      try choose(configured: "/usr/bin/lynx -vikeys", installed: ["/usr/bin/lynx"])
        == program("/usr/bin/lynx -vikeys", .setting, needsScreen: true))
  }

  @Test("Without any opener the clipboard is what is left")
  func nothing() throws {
    #expect(try choose(installed: []) == .clipboard)
  }

  @Test("A configured command that cannot work is an error and not passed over")
  func configuredIsKept() {
    #expect(throws: DeliveryError.noProgram("mine")) {
      try choose(configured: "mine", ["BROWSER": "theirs"], installed: ["theirs"])
    }
    #expect(throws: DeliveryError.openQuote(command: "mine '")) {
      try choose(configured: "mine '", installed: ["mine"])
    }
  }
}
