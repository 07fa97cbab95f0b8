import Foundation
import PtyHarness
import TerminalGrammar
import Testing

/// Whatever strangers wrote, and wherever: the terminal gets text, and the sequences that are meant.
@Suite("What strangers wrote")
struct HostileStories {
  /// Types keys, each once the screen has answered the last, and leaves.
  ///
  /// Some keys have no answer: that is waited for a moment, and decides nothing.
  private func read(_ pty: Pty, _ keys: [String]) throws {
    for key in keys + ["\u{1B}", "\u{1B}"] {
      let before = pty.output.count
      pty.type(key)
      try? pty.wait("an answer", within: 0.15) { _ in pty.output.count > before }
    }
    try pty.leave(by: "\u{3}")
    let commands = pty.screen.commands.filter { $0 != "11;?" }
    #expect(commands.allSatisfy { $0.hasPrefix("52;c;") && $0 != "52;c;?" })
  }

  /// Every screen and overlay, prompts with what is pasted and typed, copies of all kinds.
  private static let keys = [
    " ", "b", "\t", "\t", "y", "Y", "p", "\u{1B}", "'", "'", ";", "\u{1B}", "o", "\u{1B}", "s", "j",
    "\r", "y", "s", "t", "j", "\r", "t", "?", " ", "\u{1B}", "/e\r", "n", "N", "]", "]", "[", "*",
    "G", "g", "m", "M", "u", "f", "d", "\u{1B}", ".", ",", "z", "z", "r", ":messages\r", "\u{1B}",
    "/\u{1B}[200~\(Hostile.text)\u{1B}[201~\r", "\u{1B}",
    ":\u{1B}[200~\(Hostile.text)\u{1B}[201~\r", "\u{9B}31m\u{90}\u{9C}", "\u{1B}",
    "\u{1B}[155u\u{1B}[8238;1u", ":messages\r", "\u{C}",
  ]

  @Test(
    "A hostile brief is only shown", arguments: [(24, 80), (12, 40), (50, 160)],
    [Hostile.brief, Hostile.frontMatter + Hostile.brief])
  func brief(size: (rows: Int, columns: Int), text: String) throws {
    let desk = try Desk()
    try desk.write(text, to: "brief.md")
    let pty = try desk.open(
      environment: ["SSH_TTY": "/dev/pts/0"], rows: size.rows, columns: size.columns,
      showing: "Title")
    try read(pty, Self.keys)
  }

  @Test("Names of files and folders are only shown")
  func names() throws {
    let desk = try Desk()
    let folder = "d" + Hostile.name
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/" + folder, withIntermediateDirectories: true)
    for number in 0..<3 {
      try desk.write(Desk.brief, to: folder + "/\(number)" + Hostile.name + ".md")
      try desk.write(Hostile.text, to: folder + "/untitled-\(number)" + Hostile.name + ".md")
    }
    let odd = desk.folder + "/" + folder + "/odd"
    let bytes = Array(odd.utf8CString.dropLast()) + [-2, -101, 0x5D, 0x33, 0x2E, 0x6D, 0x64, 0]
    let file = open(bytes, O_CREAT | O_WRONLY, 0o644)
    #expect(file >= 0)
    close(file)
    let pty = try desk.open([desk.folder + "/" + folder], showing: "The Harbour Inquiry")
    try read(pty, ["j", "j", "k", "\r", "q", "j", "\r", "?"] + Self.keys)
  }

  @Test("A library of hostile briefs is only shown")
  func library() throws {
    let desk = try Desk()
    let folder = desk.folder + "/d" + Hostile.name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try desk.write(Hostile.brief, to: "d" + Hostile.name + "/" + Hostile.name + ".md")
    try desk.write(Desk.brief, to: "d" + Hostile.name + "/b.md")
    for command in [["add", folder], ["index"]] {
      _ = try desk.start(Pty.products + "/broadsheet", command).waitForEnd()
    }
    let pty = try desk.open([], columns: 160, showing: "The Harbour Inquiry")
    try read(
      pty,
      [
        "j", "k", ":sort\r", ":group\r", "v", "\u{1B}", "S", "j", "\r", "<", "<",
        "F\u{1B}[200~title:\(Hostile.text)\u{1B}[201~\r", "\u{1B}", "Fe\r", "\r",
      ] + Self.keys + [":related\r"])
  }

  @Test("Variables of the environment are only read", arguments: ["xterm-256color", Hostile.text])
  func variables(terminal: String) throws {
    let desk = try Desk()
    var environment = Hostile.environment
    environment["TERM"] = terminal
    let pty = try desk.open(environment: environment)
    try read(pty, ["\t", "o", "\u{1B}", "e", "y", ":messages\r"])
  }

  @Test("Settings and themes, which one may have from somebody, are only shown")
  func settings() throws {
    let desk = try Desk()
    try writeHostileSettings(desk)
    let pty = try desk.open(columns: 120)
    try read(pty, [":messages\r", "\u{1B}", "\t", "o", "e"])
  }

  private func writeHostileSettings(_ desk: Desk) throws {
    let folder = desk.folder + "/config/broadsheet/themes"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try desk.write(
      """
      theme = "evil"
      editor = "\(Hostile.escaped)"
      "k\(Hostile.escaped)" = 3
      measure = "\(Hostile.escaped)"
      [links]
      browser = "\(Hostile.escaped)"
      [queries]
      "q\(Hostile.escaped)" = "in:\(Hostile.escaped) ("
      [keys]
      open = ["\(Hostile.escaped)"]
      [check]
      insecure-url = "\(Hostile.escaped)"
      """, to: "config/broadsheet/config.toml")
    let theme = """
      description = "\(Hostile.escaped)"
      [palette]
      "p\(Hostile.escaped)" = "\(Hostile.escaped)"
      [roles]
      text = "\(Hostile.escaped)"
      "r\(Hostile.escaped)" = { fg = "\(Hostile.escaped)" }
      """
    try desk.write(theme, to: "config/broadsheet/themes/evil.toml")
    try desk.write(theme, to: "config/broadsheet/themes/" + Hostile.name + ".toml")
  }

  private static let asked: [[String]] = [
    ["show"], ["show", "--color", "always"], ["show", "--format", "json"],
    ["show", "--format", "jsonl"], ["show", "--format", "html"], ["show", "--format", "markdown"],
    ["show", "--format", "markdown", "--citations", "numbered"],
    ["sources"], ["sources", "--format", "json"], ["sources", "--format", "csl-json"],
    ["sources", "--format", "bibtex"], ["sources", "--format", "ris"],
    ["sources", "--format", "urls"], ["check"], ["check", "--format", "json"],
    ["check", "--format", "sarif"], ["check", "--color", "always", "--strict"], ["mark", "star"],
    ["add"], ["remove"], ["list"], ["search"], ["backup"], ["import", "--state"],
    ["export", "--state"], ["--\(Hostile.text)"], ["list", "--sort"], ["show", "--width"],
  ]

  @Test("What a command prints, and what it says of mistakes, is text", arguments: asked)
  func commands(_ command: [String]) throws {
    let desk = try Desk()
    try writeHostileSettings(desk)
    let file = desk.folder + "/" + Hostile.name + ".md"
    try desk.write(Hostile.frontMatter + Hostile.brief, to: Hostile.name + ".md")
    let folder = desk.folder + "/d" + Hostile.name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try desk.write(Hostile.brief, to: "d" + Hostile.name + "/a.md")
    for argument in [file, folder, file + "-gone", "title:\(Hostile.text) (", Hostile.text] {
      try expectPrint(command + [argument], desk)
    }
  }

  @Test("What is told of the library, the folders and the surroundings is text")
  func reports() throws {
    let desk = try Desk()
    try writeHostileSettings(desk)
    let folder = desk.folder + "/d" + Hostile.name
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try desk.write(Hostile.brief, to: "d" + Hostile.name + "/" + Hostile.name + ".md")
    try desk.write("\u{1B}[31m\0", to: "d" + Hostile.name + "/bad" + Hostile.name + ".md")
    for command in [
      ["add", folder], ["folders"], ["index"], ["list"], ["list", "--format", "json"], ["unread"],
      ["search", "Title"], ["mark", "read", "Lede"], ["export", "--state"],
      ["doctor"], ["doctor", "--check-library"], ["themes"], ["config"], ["keys"], ["--help"],
      ["remove", folder],
    ] {
      try expectPrint(command, desk)
    }
  }

  private func expectPrint(_ command: [String], _ desk: Desk) throws {
    let environment = Hostile.environment.merging(["TERM": "xterm-256color"]) { $1 }
    let pty = try desk.start(Pty.products + "/broadsheet", command, environment: environment)
    _ = try pty.waitForEnd()
    #expect(
      OutputGrammar.faults(in: pty.output, of: .print) == [],
      "\(command): \(String(decoding: pty.output.prefix(500), as: UTF8.self).debugDescription)")
    #expect(!pty.output.isEmpty || command.first == "sources", "\(command) says nothing")
  }
}
