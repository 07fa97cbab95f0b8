import Testing

@testable import Configuration

@Suite("The theme auto") struct AutomaticThemeTests {
  private func theme(_ variables: [String: String], _ background: Settings.Background = .auto)
    -> AutomaticTheme
  {
    var settings = Settings()
    settings.background = background
    settings.darkTheme = "nord"
    settings.lightTheme = "solarized-light"
    return AutomaticTheme(settings: settings, environment: Environment(variables))
  }

  @Test(
    "goes by what the environment hints at",
    arguments: [
      ("15;0", "nord"), ("0;15", "solarized-light"), ("0;default;7", "solarized-light"),
      ("15;default;8", "nord"), ("0;default", "nord"), ("", "nord"), ("0;99", "nord"),
      ("0;-1", "nord"), ("\u{1B}[31m;15x", "nord"),
    ])
  func hint(value: String, expected: String) {
    #expect(theme(["COLORFGBG": value]).theme == expected)
  }

  @Test func whatTheTerminalSaidTheLastTimeIsStrongerThanAHint() {
    let settings = Settings()
    for known in [true, false] {
      let theme = AutomaticTheme(
        settings: settings, environment: Environment(["COLORFGBG": known ? "15;0" : "0;15"]),
        known: known)
      #expect(theme.isLight == known)
      let far = AutomaticTheme(
        settings: settings, environment: Environment(["SSH_TTY": "/dev/pts/1"]), known: known)
      #expect(!far.isLight, "another terminal may have the same name at the far end")
    }
  }

  @Test func itIsTheThemeWhereNoneIsSet() {
    #expect(Settings().theme == AutomaticTheme.name)
    #expect(
      AutomaticTheme(settings: Settings(), environment: Environment([:])).theme
        == ThemeCatalog.fallback)
  }

  @Test func asksTheTerminalUnlessItIsFarAway() {
    #expect(theme([:]).asks)
    #expect(!theme(["SSH_CONNECTION": "a 1 b 2"]).asks)
    #expect(theme(["SSH_CONNECTION": "a 1 b 2"], .ask).asks)
    #expect(!theme([:], .dark).asks)
    #expect(!theme([:], .light).asks)
  }

  @Test func aSettingIsStrongerThanAHint() {
    #expect(theme(["COLORFGBG": "15;0"], .light).theme == "solarized-light")
    #expect(theme(["COLORFGBG": "0;15"], .dark).theme == "nord")
  }

  @Test func theAnswerIsStrongerThanTheHint() {
    var automatic = theme(["COLORFGBG": "15;0"])
    automatic.isLight = true
    #expect(automatic.theme == "solarized-light")
  }
}
