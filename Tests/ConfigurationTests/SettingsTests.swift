import Cells
import Reader
import Testing

@testable import Configuration

@Suite struct SettingsTests {
  private func read(_ text: String) -> SettingsFile {
    SettingsFile(Array(text.utf8), file: "config.toml")
  }

  private func problems(_ text: String) -> [String] { read(text).problems.map(\.description) }

  @Test func withoutAFileAllDefaultsHold() {
    let file = SettingsFile(path: "/nowhere/config.toml")
    #expect(file.settings == Settings())
    #expect(file.problems == [])
  }

  @Test func everySettingIsTaken() {
    let file = read(
      """
      theme = "mono"
      colors = 256
      layout = "stacked"
      measure = 66
      ascii = true
      mouse = false
      mark-read-when-passed = true
      editor = "nano"
      library = "~/marks.sqlite"
      group = "day"
      archive = true
      [links]
      browser = "w3m %s"
      terminal-browsers = ["w3m"]
      osc8 = false
      osc52 = true
      [keys]
      preset = "less"
      open = "x"
      next-section = ["]", "M-n"]
      [queries]
      "Night trains" = '"night train*"'
      abroad = "in:world -is:read"
      """)
    var expected = Settings()
    expected.theme = "mono"
    expected.colors = .palette
    expected.layout = .stacked
    expected.measure = 66
    expected.ascii = .on
    expected.mouse = false
    expected.markReadWhenPassed = true
    expected.editor = "nano"
    expected.library = "~/marks.sqlite"
    expected.group = .day
    expected.archive = true
    expected.browser = "w3m %s"
    expected.terminalBrowsers = ["w3m"]
    expected.osc8 = false
    expected.keyPreset = "less"
    expected.keys = [
      KeySetting(command: "open", keys: ["x"], line: 19),
      KeySetting(command: "next-section", keys: ["]", "M-n"], line: 20),
    ]
    expected.queries = [
      QuerySetting(name: "Night trains", query: "\"night train*\"", line: 22),
      QuerySetting(name: "abroad", query: "in:world -is:read", line: 23),
    ]
    #expect(file.settings == expected)
    #expect(file.problems == [])
    #expect(read(expected.printed).settings.queries.map(\.name) == ["Night trains", "abroad"])
  }

  @Test func aQueryIsAStringUnderANameThatCanBeTyped() {
    #expect(
      problems("[queries]\n\na = 3\n\"b/c\" = \"x\"\n") == [
        "config.toml:3: queries.a must be a query in quotes, not 3",
        "config.toml:4: the name of a query has no slash and no quotation mark",
      ])
    #expect(problems("queries = 3\n") == ["config.toml:1: queries is a table; write [queries]"])
  }

  @Test func whatIsWrongIsToldWithItsLineAndTheRestHolds() {
    let file = read("mesure = 60\nmeasure = 300\n\ntheme = 5\nmouse = false\n[link]\nosc8 = 1\n")
    #expect(
      file.problems.map(\.description) == [
        "config.toml:1: there is no setting 'mesure'; did you mean 'measure'?",
        "config.toml:2: measure must be an integer from 20 to 200, not 300; 78 holds",
        "config.toml:4: theme must be a string that is not empty, not 5; \"auto\" holds",
        "config.toml:6: there is no setting 'link'; did you mean 'links'?",
      ])
    var expected = Settings()
    expected.mouse = false
    #expect(file.settings == expected)
  }

  @Test func aTableIsToldFromAValue() {
    #expect(
      problems("links = 1\nkeys = 'x'\n[measure]\na = 1") == [
        "config.toml:1: links is a table; write [links]",
        "config.toml:2: keys is a table; write [keys]",
        "config.toml:3: measure must be an integer from 20 to 200, not a table; 78 holds",
      ])
    #expect(
      problems("[links]\nbrwser = 'x'\n[keys]\nopen = 5\ntop = ['g', 1]") == [
        "config.toml:2: there is no setting 'links.brwser'; did you mean 'links.browser'?",
        "config.toml:4: keys.open must be a key or a list of keys, not 5",
        "config.toml:5: keys.top must be a key or a list of keys, and 1 is none",
      ])
  }

  @Test func whatAListCannotHoldIsNamedAndTheRestOfItHolds() {
    let file = read(
      """
      folders = ["~/x", "briefs", "/srv", 3]
      [links]
      terminal-browsers = ["w3m", true]
      """)
    #expect(
      file.problems.map(\.description) == [
        "config.toml:1: folders must be a list of paths that begin with / or ~/, "
          + "and \"briefs\" and 3 are none; [\"~/x\", \"/srv\"] holds",
        "config.toml:3: links.terminal-browsers must be a list of strings, and true is none; "
          + "[\"w3m\"] holds",
      ])
    #expect(file.settings.folders == ["~/x", "/srv"])
    #expect(file.settings.terminalBrowsers == ["w3m"])
    #expect(file.placeProblems.count == 1)
    #expect(
      problems("folders = 'x'")
        == [
          "config.toml:1: folders must be a list of paths that begin with / or ~/, not \"x\"; [] holds"
        ])
  }

  @Test func aNumberBeyondAllBoundsIsToldAndNotAnError() {
    #expect(problems("measure = 99999999999999999999999").count == 1)
    #expect(problems("measure = 78.5").count == 1)
  }

  @Test func thePathOfTheLibraryDoesNotHangOnTheWorkingFolder() {
    let file = read("library = 'marks.sqlite'")
    #expect(
      file.problems.map(\.text) == [
        "library must be a path that begins with / or ~/, not \"marks.sqlite\""
      ])
    #expect(file.settings.library == nil)
  }

  @Test func aFolderInPlaceOfTheFileIsTold() {
    let file = SettingsFile(path: "/tmp")
    #expect(file.problems.map(\.description) == ["/tmp: is not a file; remove it or name a file"])
    #expect(file.settings == Settings())
  }

  @Test func printedSettingsReadAsThemselves() {
    var settings = Settings()
    #expect(read(settings.printed).settings == settings)
    settings.theme = "my \"own\""
    settings.colors = .none
    settings.ascii = .off
    settings.browser = "sh -c 'x \\ %s'"
    settings.terminalBrowsers = []
    settings.library = "/a b/c\u{1B}[2J\u{9B}m\u{202E}\u{7F}\u{E0041}\n"
    settings.keys = [KeySetting(command: "open", keys: ["\"", "\\", "M-x"])]
    let file = read(settings.printed)
    #expect(file.problems == [])
    #expect(settings.printed.contains("c\\u001b[2J\\u009bm\\u202e\\u007f\\U000e0041\\u000a"))
    var again = file.settings
    for index in again.keys.indices { again.keys[index].line = nil }
    #expect(again == settings)
  }

  @Test func everySettingIsExplainedWhereItIsPrinted() {
    let lines = Settings().printed.split(separator: "\n")
    for row in Settings.table {
      #expect(lines.contains("# \(row.comment)"), "\(row.key) has no comment")
      #expect(lines.contains("# Takes \(row.values)."), "\(row.key) does not tell its values")
    }
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func examplesAreValid() throws {
    for row in Settings.table {
      guard let example = row.example else { continue }
      var settings = Settings()
      #expect(row.take(.string(example), &settings), "\(row.key) refuses its own example")
      #expect(row.value(settings) == .string(example))
    }
  }

  @Test func noSettingStandsTwiceInTheTable() {
    #expect(Set(Settings.table.map(\.key)).count == Settings.table.count)
  }

  @Test func theReaderGetsWhatItTakes() {
    var settings = Settings()
    settings.measure = 60
    settings.layout = .single
    settings.markReadWhenPassed = true
    settings.mouse = false
    var expected = Options()
    expected.measure = 60
    expected.arrangement = .single
    expected.marksReadWhenPassed = true
    expected.theme = "auto"
    #expect(settings.options(environment: Environment(["LANG": "en_US.UTF-8"])) == expected)
    expected.isRemote = true
    expected.isASCII = true
    #expect(
      settings.options(environment: Environment(["SSH_TTY": "/dev/pts/1", "LC_ALL": "C"]))
        == expected)
    settings.ascii = .off
    #expect(!settings.options(environment: Environment([:])).isASCII)
  }
}
