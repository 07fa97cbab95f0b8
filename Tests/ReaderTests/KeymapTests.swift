import Cells
import Testing

@testable import Reader

@Suite struct KeymapTests {
  @Test func everyCommandHasExactlyOneRow() {
    #expect(
      Command.table.map(\.command.rawValue).sorted() == Command.allCases.map(\.rawValue).sorted())
  }

  @Test func everyKeyOfTheTableIsAKeyAndNoTwoRowsShareOne() {
    var rows: [Key: Command] = [:]
    for row in Command.table {
      for name in row.keys {
        guard let key = KeyName.key(name) else {
          Issue.record("\(row.command.rawValue): there is no key '\(name)'")
          continue
        }
        #expect(
          rows[key] == nil,
          "\(name) is a key of \(row.command) and \(String(describing: rows[key]))")
        rows[key] = row.command
      }
    }
  }

  @Test func helpBeginsWithALowerCaseVerbAndHasNoStop() {
    for row in Command.table {
      #expect(row.help.first?.isLowercase == true, "\(row.help)")
      #expect(row.help.last != ".", "\(row.help)")
      #expect(row.help.count <= 60, "\(row.help)")
    }
  }

  @Test(arguments: [
    "\u{9B}", "\u{1B}", "\u{202E}", "M-\u{9B}", "^\u{1B}", "x\u{202E}", "\r\n", "\u{200B}", "\t",
  ])
  func whatNoScreenShowsIsNoKey(name: String) { #expect(KeyName.key(name) == nil) }

  @Test func namesOfKeysReadBackAsTheSameKey() {
    let keys: [Key] = [
      .character("j"), .character("é"), .control("d"), .alt("x"), .enter, .tab, .backTab, .escape,
      .backspace, .delete, .insert, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end,
      .function(12), .character(" "),
    ]
    for key in keys { #expect(KeyName.key(KeyName.name(key)) == key) }
    #expect(KeyName.key("^I") == .tab)
    #expect(KeyName.key("^m") == .enter)
    #expect(KeyName.key("") == nil)
    #expect(KeyName.key("F13") == nil)
    #expect(KeyName.key("Ctrl") == nil)
  }

  @Test(arguments: Keymap.presets)
  func inEveryPresetAKeyBelongsToTheCommandThatListsIt(preset: String) throws {
    let keymap = try #require(Keymap(preset: preset))
    for command in Command.allCases {
      for key in keymap.keys(of: command) { #expect(keymap[key] == command) }
    }
    for command in [
      Command.down, .up, .nextSection, .nextLink, .follow, .markSection, .help, .close,
    ] {
      #expect(!keymap.keys(of: command).isEmpty, "\(preset) has no key for \(command.rawValue)")
    }
  }

  @Test func aKeyGivenToACommandIsTakenFromTheOther() {
    var keymap = Keymap()
    #expect(keymap.take([("down", ["n"])]).isEmpty)
    #expect(keymap[.character("n")] == .down)
    #expect(keymap[.character("j")] == nil)
    #expect(keymap.keys(of: .next).isEmpty)
  }

  @Test func badLinesAreToldAndTheGoodOnesHold() {
    var keymap = Keymap()
    let problems = keymap.take([
      ("jump", ["x"]), ("down", ["Ctrl-J"]), ("up", ["3"]), ("star", ["x"]), ("undo", ["x"]),
      ("nxt", ["z"]),
    ])
    #expect(
      problems.map(\.text) == [
        "there is no command 'jump'", "there is no key 'Ctrl-J'", "'3' begins a count",
        "'x' is also a key of 'star'", "there is no command 'nxt'; did you mean 'next'?",
      ])
    #expect(keymap[.character("x")] == .star)
    #expect(keymap[.character("j")] == .down, "a line without one good key changes nothing")
  }
}
