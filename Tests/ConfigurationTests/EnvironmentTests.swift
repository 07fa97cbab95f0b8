import Testing

@testable import Configuration

@Suite struct EnvironmentTests {
  @Test func anEmptyVariableCountsAsUnset() {
    let environment = Environment(["HOME": "/home/ann", "XDG_CONFIG_HOME": "", "LC_ALL": ""])
    #expect(environment["XDG_CONFIG_HOME"] == nil)
    #expect(environment.configurationFile == "/home/ann/.config/broadsheet/config.toml")
    #expect(environment.libraryFile == "/home/ann/.local/state/broadsheet/library.sqlite")
    #expect(environment.themesFolder == "/home/ann/.config/broadsheet/themes")
  }

  @Test func theFoldersOfTheSpecificationAreUsed() {
    let environment = Environment(["XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"])
    #expect(environment.configurationFile == "/c/broadsheet/config.toml")
    #expect(environment.libraryFile == "/s/broadsheet/library.sqlite")
  }

  @Test func aRelativeFolderIsIgnored() {
    let environment = Environment(["HOME": "/h", "XDG_STATE_HOME": "state"])
    #expect(environment.stateFolder == "/h/.local/state/broadsheet")
  }

  @Test func withoutAHomeThereIsNoFile() {
    #expect(Environment([:]).configurationFile == nil)
    #expect(Environment(["HOME": ""]).libraryFile == nil)
  }

  @Test func theFirstLocaleVariableDecides() {
    #expect(Environment(["LANG": "de_DE.UTF-8"]).isUTF8)
    #expect(Environment(["LANG": "de_DE.UTF-8", "LC_CTYPE": "C"]).isUTF8 == false)
    #expect(Environment(["LANG": "C", "LC_CTYPE": "C", "LC_ALL": "C.utf8"]).isUTF8)
    #expect(Environment([:]).isUTF8 == false)
  }

  @Test func aTildeIsTheHomeFolder() {
    let environment = Environment(["HOME": "/h"])
    #expect(environment.expanding("~/x") == "/h/x")
    #expect(environment.expanding("~ann/x") == "~ann/x")
    var settings = Settings()
    settings.library = "~/marks.sqlite"
    #expect(settings.libraryFile(environment: environment) == "/h/marks.sqlite")
    settings.library = nil
    #expect(
      settings.libraryFile(environment: environment)
        == "/h/.local/state/broadsheet/library.sqlite")
  }

  @Test func ofAStrangersEnvironmentOnlyNamesAreKept() {
    let environment = Environment([
      "TERM": "tmux-256color", "LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8", "COLORTERM": "truecolor",
      "NO_COLOR": "yes", "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22", "HOME": "/tmp/trap",
      "PATH": "/tmp/trap", "TERMINFO": "/tmp/trap", "TERMINFO_DIRS": "/tmp", "TERMCAP": "x:",
      "NCURSES_NO_UTF8_ACS": "1", "XDG_CONFIG_HOME": "/tmp", "XDG_STATE_HOME": "/tmp",
      "BROWSER": "sh", "EDITOR": "vi", "VISUAL": "vi", "PAGER": "less", "LOCPATH": "/tmp",
      "TZ": ":/etc/passwd", "TMUX": "/tmp/t", "STY": "1", "LD_PRELOAD": "/tmp/x.so",
      "SSH_ORIGINAL_COMMAND": "sh",
    ])
    #expect(
      environment.confined(home: "/home/ann")
        == Environment([
          "TERM": "tmux-256color", "LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8",
          "COLORTERM": "truecolor", "NO_COLOR": "1", "SSH_CONNECTION": "1", "HOME": "/home/ann",
        ]))
  }

  @Test(
    "A name is no path and nothing that a library obeys",
    arguments: [
      "../../tmp/x", "/tmp/x", "xterm\u{1B}[31m", "-x", ".hidden", "a b", "%s", "x\ny", "ünder",
      String(repeating: "x", count: 65),
    ])
  func namesThatAreNone(name: String) {
    let environment = Environment(["TERM": name, "LC_ALL": name, "COLORTERM": name])
    #expect(environment.confined(home: nil) == Environment([:]))
    #expect(environment.confined(home: "relative") == Environment([:]))
  }
}
