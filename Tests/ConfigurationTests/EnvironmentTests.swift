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
}
