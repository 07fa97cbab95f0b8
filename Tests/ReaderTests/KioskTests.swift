import Testing

@testable import Reader

/// The reader where briefs are only read.
@Suite struct KioskTests {
  private func reading(isKiosk: Bool = true) throws -> Reading {
    var options = Options()
    options.isKiosk = isKiosk
    var keymap = Keymap()
    if isKiosk { keymap.remove(Command.outreaching) }
    return try Reading("rice.md", rows: 60, options: options, keymap: keymap)
  }

  @Test("Those commands are left out that reach out, and no other")
  func outreaching() throws {
    let reaching = try Command.allCases.filter { command in
      var reading = try reading(isKiosk: false)
      return reading.state.perform(command).contains { $0.reachesOut }
    }
    #expect(reaching == Command.outreaching)
  }

  @Test("No command reaches out, by whatever way it is called", arguments: Command.allCases)
  func commands(command: Command) throws {
    var reading = try reading()
    #expect(!reading.state.perform(command).contains { $0.reachesOut })
    for key in command.row.keys {
      var reading = try self.reading()
      reading.press(key.count > 1 ? "<\(key)>" : key)
      #expect(!reading.effects.contains { $0.reachesOut }, "\(key)")
    }
  }

  @Test(
    "A line after : knows none of them, nor a prefix of one",
    arguments: ["edit", "edi", "suspend", "sus", "!sh", "!", "r !id", "w /tmp/x", "e /etc/passwd"])
  func lines(line: String) throws {
    guard case .problem = CommandLine(line, isKiosk: true) else {
      Issue.record("':\(line)' is \(CommandLine(line, isKiosk: true))")
      return
    }
  }

  @Test("Neither Tab nor the help offers them")
  func offers() throws {
    let names = CommandLine.names(isKiosk: true)
    #expect(!names.contains("edit") && !names.contains("suspend") && names.contains("open"))
    #expect(Set(CommandLine.names(isKiosk: false)).subtracting(names) == ["edit", "suspend"])
    var reading = try reading()
    let help = reading.state.helpLines(HelpOverlay()).map(\.text)
    #expect(!help.contains(Command.edit.row.help) && !help.contains(Command.suspend.row.help))
    #expect(help.contains(Command.open.row.help(isKiosk: true)))
    #expect(!help.contains(Command.open.row.help))
    reading = try self.reading(isKiosk: false)
    #expect(reading.state.helpLines(HelpOverlay()).map(\.text).contains(Command.edit.row.help))
  }

  @Test("Nothing is offered that the reader has not: no browser, no settings, no other command")
  func truths() throws {
    var reading = try reading()
    reading.press("?/open<Enter>")
    #expect(!reading.shows("browser") && !reading.shows("open the link"))
    reading.press("q?/your terminal<Enter>")
    #expect(reading.shows("send the link to your terminal's clipboard"))
    reading.press("q:theme dusk<Enter>")
    #expect(reading.state.message == "dusk holds for this run")
    reading.press("<Esc><Esc>o")
    #expect(reading.statusLine.contains("2o sends source 2"))
    reading.press("2")
    #expect(reading.statusLine.contains("o send it"))
    reading.press("<Esc>F")
    #expect(!reading.shows("broadsheet"))
    reading = try self.reading(isKiosk: false)
    reading.press(":theme dusk<Enter>")
    #expect(reading.state.message?.contains("config.toml") == true)
  }

  @Test("A setting cannot give them a key")
  func keys() throws {
    var keymap = Keymap()
    #expect(keymap.take([("edit", ["x"]), ("suspend", ["X"])]).isEmpty)
    keymap.remove(Command.outreaching)
    #expect(Command.outreaching.allSatisfy { keymap.keys(of: $0).isEmpty })
  }
}
