import BriefModel
import Cells
import Testing

@testable import Configuration

@Suite struct ThemeTests {
  private let dark = ThemeCatalog(folder: nil).load("broadsheet-dark").theme

  @Test func aThemeTakesShortAndLongStyles() throws {
    let folder = try ThemeFolder([
      "own": """
      [palette]
      blue-ish = "#0102ff"
      [roles]
      text = "terminal"
      "citation.current" = { fg = "blue-ish", bg = 3, bold = true, dim = false }
      citation.number = "bright-red on #10ff20 underline italic"
      error = "reverse"
      title = ""
      """
    ])
    let (loaded, problems) = folder.load("own")
    #expect(problems == [])
    #expect(loaded.theme.name == "own")
    #expect(
      loaded.theme[.citationCurrent]
        == Style(
          foreground: .rgb(red: 1, green: 2, blue: 255), background: .palette(3),
          attributes: .bold))
    #expect(
      loaded.theme[.citationNumber]
        == Style(
          foreground: .palette(9), background: .rgb(red: 16, green: 255, blue: 32),
          attributes: [.underline, .italic]))
    #expect(loaded.theme[.error] == Style(attributes: .reverse))
    #expect(loaded.theme[.title] == Style())
  }

  @Test func aRoleThatIsLeftOutTakesTheStyleOfTheOneAbove() throws {
    let folder = try ThemeFolder(["own": "[roles]\ntext = 'red'\ncitation = 'green'"])
    let theme = folder.load("own").loaded.theme
    #expect(theme[.citationCurrent] == Style(foreground: .palette(2)))
    #expect(theme[.overlayKey] == Style(foreground: .palette(1)))
  }

  @Test func aThemeInheritsRolesAndColoursThemByItsOwnPalette() throws {
    let folder = try ThemeFolder([
      "own": "inherits = 'broadsheet-dark'\n[palette]\naccent = 'cyan'\n[roles]\nerror = 'accent'"
    ])
    let (loaded, problems) = folder.load("own")
    #expect(problems == [])
    #expect(loaded.theme[.citationCurrent].foreground == .palette(6))
    #expect(loaded.theme[.error] == Style(foreground: .palette(6)))
    #expect(loaded.theme[.heading] == dark[.heading])
  }

  @Test func aUsersThemeOfABuiltInNameStandsInItsPlaceAndMayInheritIt() throws {
    let folder = try ThemeFolder([
      "broadsheet-dark": "inherits = 'broadsheet-dark'\n[roles]\nerror = 'red'"
    ])
    let (loaded, problems) = folder.load("broadsheet-dark")
    #expect(problems == [])
    #expect(loaded.theme[.error] == Style(foreground: .palette(1)))
    #expect(loaded.theme[.heading] == dark[.heading])
  }

  @Test func aCircleIsToldAndEnded() throws {
    let folder = try ThemeFolder([
      "a": "inherits = 'b'\n[roles]\nerror = 'red'",
      "b": "# b\ninherits = 'a'\n[roles]\ntitle = 'green'",
    ])
    let (loaded, problems) = folder.load("a")
    #expect(problems == ["b.toml:2: inherits 'a', which inherits this theme; end the circle"])
    #expect(loaded.theme[.error] == Style(foreground: .palette(1)))
    #expect(loaded.theme[.title] == Style(foreground: .palette(2)))
  }

  @Test func everyErrorHasItsLineAndTheRestHolds() throws {
    let folder = try ThemeFolder([
      "own": """
      inherits = "broadsheet-drak"
      descripton = "x"
      [palette]
      accent = "#12345"
      bold = "red"
      [roles]
      "citation.curent" = "red"
      title = "acent"
      heading = { fg = "red", bolt = true }
      text = "green"
      lede = "red green"
      quote = "red on"
      code = 5
      error = { fg = true }
      """
    ])
    let (loaded, problems) = folder.load("own")
    #expect(
      Set(problems) == [
        "own.toml:1: there is no theme 'broadsheet-drak'; did you mean 'broadsheet-dark'?",
        "own.toml:2: a theme has no 'descripton'; did you mean 'description'?",
        "own.toml:4: accent must be \"#rrggbb\", 0 to 15, a colour's name or \"terminal\"",
        "own.toml:5: 'bold' cannot name a colour; choose another",
        "own.toml:7: there is no role 'citation.curent'; did you mean 'citation.current'?",
        "own.toml:8: title: there is no colour 'acent'",
        "own.toml:9: heading: 'bolt' is no attribute; did you mean 'bold'?",
        "own.toml:11: lede: 'green' is no attribute",
        "own.toml:12: quote: a colour must follow 'on'",
        "own.toml:13: code: a style is a string or a table, not an integer",
        "own.toml:14: error: 'fg' cannot be true or false",
      ])
    #expect(loaded.theme[.text] == Style(foreground: .palette(2)))
  }

  @Test func aFileThatIsNoTOMLFallsBackToTheDefault() throws {
    let folder = try ThemeFolder(["own": "[roles]\ntext = \n"])
    let (loaded, problems) = folder.load("own")
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("own.toml:2: is not valid TOML") == true)
    for role in Role.allCases { #expect(loaded.theme[role] == dark[role]) }
  }

  @Test func anUnknownThemeIsToldAndTheDefaultHolds() throws {
    let folder = try ThemeFolder([:])
    let (loaded, problems) = folder.load("mon")
    let reason = ThemeCatalog(folder: folder.path).reason(against: "mon")
    #expect(reason == "there is no theme 'mon'; did you mean 'mono'?; 'broadsheet-dark' holds")
    #expect(problems == [] && ThemeCatalog(folder: nil).reason(against: "mono") == nil)
    #expect(loaded.theme[.heading] == dark[.heading])
  }

  @Test func aNameIsNoPath() throws {
    let folder = try ThemeFolder(["own": "[roles]\ntext = 'red'"])
    let name = "../" + (folder.path.split(separator: "/").last ?? "") + "/own"
    #expect(folder.load(name).loaded.theme[.text] != Style(foreground: .palette(1)))
  }

  @Test func theListNamesEveryThemeWithItsOrigin() throws {
    let folder = try ThemeFolder(["mono": "description = 'Mine'", "own": "x"])
    let catalog = ThemeCatalog(folder: folder.path)
    #expect(catalog.entries.map(\.name) == (EmbeddedThemes.all.map(\.name) + ["own"]).sorted())
    let mono = catalog.entries.first { $0.name == "mono" }
    #expect(mono?.origin == .user(folder.path + "/mono.toml"))
    #expect(
      catalog.listing(current: "broadsheet-light").split(separator: "\n")[..<3] == [
        "  auto              built in  Dark or light, as the terminal is",
        "  broadsheet-dark   built in  Calm, for dark terminals",
        "* broadsheet-light  built in  Calm, for light terminals",
      ])
  }

  @Test func theListShowsOfAThemeNothingThatATerminalObeys() throws {
    let folder = try ThemeFolder([
      "a\u{1B}[2J\u{202E}": "description = \"b\\u001b]0;x\\u0007\\u009bc\""
    ])
    let listing = ThemeCatalog(folder: folder.path).listing(current: "mono")
    #expect(listing.contains("  a[2J  "))
    #expect(listing.contains("  b]0;xc\n"))
    #expect(listing.unicodeScalars.allSatisfy { $0 == "\n" || Sanitizer.mayShow($0) })
  }
}
