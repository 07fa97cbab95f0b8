import Foundation
import PtyHarness
import Testing

@Suite("Readers who may only read")
struct KioskStories {
  /// A desk with the administrator's settings, and traps that tell when they were run or read.
  private struct Hall {
    let desk: Desk
    let slot: Mailslot
    var settings: String { desk.folder + "/etc/config.toml" }
    var folder: String { desk.folder + "/briefs" }

    init(_ more: String = "") throws {
      desk = try Desk()
      slot = Mailslot(in: desk.folder)
      for name in ["etc", "briefs", "briefs/below", "secrets", "config/broadsheet"] {
        try FileManager.default.createDirectory(
          atPath: desk.folder + "/" + name, withIntermediateDirectories: true)
      }
      try desk.write(
        "library = \"\(desk.folder)/marks/library.sqlite\"\n" + more, to: "etc/config.toml")
      try desk.write("# Not to be seen\n\nThe password is tin.\n", to: "secrets/secret.md")
      let trap = try desk.addProgram("trap", "echo ran >'\(slot.path)'")
      for name in ["w3m", "vi", "less", "xdg-open", "tmux", "sh"] {
        try desk.addProgram(name, "echo ran >'\(slot.path)'")
      }
      try desk.write(
        "editor = \"\(trap)\"\n[links]\nbrowser = \"\(trap)\"\n",
        to: "config/broadsheet/config.toml")
    }

    /// All that a reader might send along.
    var hostile: [String: String] {
      let trap = desk.folder + "/bin/trap"
      return [
        "BROWSER": trap, "EDITOR": trap, "VISUAL": trap, "PAGER": trap, "SHELL": trap,
        "TMUX": "/tmp/tmux-0/default,1,0", "DISPLAY": ":0", "STY": "1",
        "XDG_CONFIG_HOME": desk.folder + "/config", "XDG_STATE_HOME": desk.folder + "/trapped",
        "HOME": desk.folder + "/trapped", "TERMINFO": desk.folder, "TERMCAP": "xterm-256color:",
        "TERMINFO_DIRS": desk.folder, "NCURSES_NO_UTF8_ACS": "1", "LOCPATH": desk.folder,
        "SSH_ORIGINAL_COMMAND": trap, "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22",
      ]
    }

    func open(
      _ paths: [String], showing text: String = "The Harbour Inquiry", rows: Int = 24
    ) throws -> Pty {
      try desk.open(
        ["--kiosk", "--config", settings] + paths, environment: hostile, rows: rows, columns: 120,
        showing: text)
    }

    /// That nothing was run, and that nothing is left of what was sent along.
    func expectQuiet(sourceLocation: SourceLocation = #_sourceLocation) {
      #expect(slot.waiting() == "", sourceLocation: sourceLocation)
      #expect(
        !FileManager.default.fileExists(atPath: desk.folder + "/trapped"),
        sourceLocation: sourceLocation)
    }
  }

  private static func status(_ pty: Pty, _ name: String) throws -> String {
    try String(contentsOfFile: "/proc/\(pty.process)/\(name)", encoding: .utf8)
  }

  @Test("No key and no line starts a program, and the process could not")
  func programs() throws {
    let hall = try Hall()
    let pty = try hall.open([hall.desk.folder + "/brief.md"])
    for keys in [
      "e", "v", "E", "!", "|", "\u{1A}", "\u{1B}!", ":!id\r", ":edit\r", ":suspend\r", ":e\r",
      ":w /tmp/x\r", ":r !id\r", "\u{14}", "\u{18}", "\u{1F}", "\u{1C}",
    ] {
      pty.type(keys)
    }
    pty.type("?/suspend\r")
    try pty.wait(for: "No command has this in its name")
    try pty.readWaiting()
    #expect(!pty.screen.contains("suspend the program"))
    pty.type("\u{1B}\u{1B}q")
    pty.type("\to")
    try pty.wait("a copy") { !$0.copies.isEmpty }
    let encoded = Data(Desk.addresses[0].utf8).base64EncodedString()
    #expect(pty.screen.copies == ["52;c;" + encoded], "sent to the terminal, and to no tmux")
    #expect(try Self.status(pty, "task/\(pty.process)/children") == "")
    let own = try Self.status(pty, "status")
    #expect(own.contains("Seccomp:\t2") && own.contains("NoNewPrivs:\t1"))
    #expect(
      try Self.status(pty, "limits").split(separator: "\n").contains {
        $0.hasPrefix("Max core file size") && $0.contains(" 0 ")
      })
    #expect(!own.contains("State:\tT"), "it is not stopped")
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(0))
    #expect(pty.isGivenBack)
    hall.expectQuiet()
  }

  @Test("A signal to stop does not stop it, and a hang-up keeps what was marked")
  func signals() throws {
    let hall = try Hall()
    let pty = try hall.open([hall.desk.folder + "/brief.md"], showing: "3 of 3 unread")
    pty.signal(SIGTSTP)
    pty.type("m")
    try pty.wait(for: "2 of 3 unread")
    pty.hangUp()
    _ = try pty.waitForEnd()
    let again = try hall.open([hall.desk.folder + "/brief.md"], showing: "2 of 3 unread")
    try again.leave()
    hall.expectQuiet()
  }

  @Test(
    "A link leads to no file outside of the folder",
    arguments: [
      "../../../../../../etc/passwd", "../secrets/secret.md", "out.md", "way/secret.md",
      "/etc/passwd", "below/../../secrets/secret.md", "%2e%2e/secrets/secret.md", "pipe.md",
      "key.pem", ".hidden/../../secrets/secret.md", ".git/h.md",
    ])
  func links(target: String) throws {
    let hall = try Hall()
    let folder = hall.folder
    try hall.desk.write("# Gate\n\nA [way out](\(target)).\n", to: "briefs/gate.md")
    try hall.desk.write("PRIVATE KEY tin\n", to: "briefs/key.pem")
    mkdir(folder + "/.git", 0o700)
    try hall.desk.write("# Hidden\n\nThe password is lead.\n", to: "briefs/.git/h.md")
    symlink("../secrets/secret.md", folder + "/out.md")
    symlink("../secrets", folder + "/way")
    mkfifo(folder + "/pipe.md", 0o600)
    let pty = try hall.desk.open(
      ["--kiosk", "--config", hall.settings, folder], environment: hall.hostile, rows: 40,
      columns: 160, showing: "Gate")
    // From the list into the brief by its title, then along the link.
    pty.type("/Gate\r\r")
    try pty.wait(for: "A way out")
    pty.type("\t\r")
    try pty.wait("a refusal") { screen in
      ["lies", "no such file", "not a regular file", "Not a web address"].contains {
        screen.contains($0)
      }
    }
    #expect(!pty.screen.contains("password") && !pty.screen.contains("root:"))
    #expect(!pty.screen.contains("PRIVATE KEY"))
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(0))
    hall.expectQuiet()
  }

  @Test("Briefs that a link within the folder leads to are read")
  func goodLink() throws {
    let hall = try Hall()
    try hall.desk.write("# Gate\n\nA [way on](below/next.md).\n", to: "briefs/gate.md")
    try hall.desk.write("# The next\n\nTin rose.\n", to: "briefs/below/next.md")
    let pty = try hall.open([hall.folder], showing: "Gate")
    pty.type("/Gate\r\r")
    try pty.wait(for: "A way on")
    pty.type("\t\r")
    try pty.wait(for: "Tin rose")
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test("The settings are the administrator's, and not those of the reader's environment")
  func settings() throws {
    let hall = try Hall("[keys]\nedit = \"x\"\nsuspend = \"X\"\nstar = \"w\"\n")
    let pty = try hall.open([hall.desk.folder + "/brief.md"])
    pty.type("xX")
    try pty.wait(for: "does nothing here")
    pty.type("w")
    try pty.wait("a star") { $0.contains("★") || $0.contains("*") }
    try pty.leave()
    #expect(FileManager.default.fileExists(atPath: hall.desk.folder + "/marks/library.sqlite"))
    hall.expectQuiet()
  }

  @Test("Each reader has marks of their own, and a name that is none is refused")
  func readers() throws {
    let hall = try Hall()
    let brief = hall.desk.folder + "/brief.md"
    let ann = try hall.open(["--reader", "ann", brief], showing: "3 of 3 unread")
    ann.type("M")
    try ann.wait(for: "read")
    try ann.leave()
    let bob = try hall.open(["--reader", "bob", brief], showing: "3 of 3 unread")
    try bob.leave()
    for name in ["ann", "bob"] {
      let path = hall.desk.folder + "/marks/readers/\(name)/library.sqlite"
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o600, "\(name)")
    }
    for name in ["../ann", ".", "..", "-x", "a/b", "a b", "ann\u{1B}[2J", "ünn"] {
      let pty = try hall.desk.start(
        Pty.products + "/broadsheet", ["--kiosk", "--config", hall.settings, "--reader=\(name)"])
      #expect(try pty.waitForEnd() == .exit(64), "\(name)")
      #expect(pty.screen.contains("is invalid for '--reader <NAME>'"), "\(name)")
    }
    hall.expectQuiet()
  }

  @Test(
    "As a login shell it runs nothing, whatever it is told to",
    arguments: [
      "broadsheet -c 'touch $T'", "broadsheet -c /usr/lib/openssh/sftp-server",
      "broadsheet -c 'scp -t .'", "broadsheet config -c id", "-broadsheet",
      "-broadsheet show brief.md", "broadsheet -c 'sh -i' --config evil.toml",
    ])
  func loginShell(line: String) throws {
    let hall = try Hall()
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    let trap = hall.desk.folder + "/touched"
    let pty = try hall.desk.start(
      "/bin/bash",
      [
        "-c",
        "T='\(trap)'; cd '\(hall.desk.folder)'; exec -a \(words[0]) '\(Pty.products)/broadsheet' "
          + (words.count > 1 ? words[1] : ""),
      ], environment: hall.hostile)
    // Without settings of this machine there is nothing to read; with some, their list is shown.
    let ending = try pty.waitForEnd()
    #expect(ending == .exit(66))
    #expect(pty.screen.contains("there is nothing to read"))
    #expect(!FileManager.default.fileExists(atPath: trap))
    hall.expectQuiet()
  }

  @Test("Without a terminal nothing is read, printed or taken from standard input")
  func noTerminal() throws {
    let hall = try Hall()
    for line in [
      "broadsheet --kiosk brief.md </dev/null", "echo '# Tin' | broadsheet --kiosk",
      "echo '# Tin' | broadsheet --kiosk -", "broadsheet -c 'cat /etc/passwd' </dev/null",
    ] {
      let (status, text, errors) = try hall.desk.shell(line)
      #expect(status == 69 && text == "", "\(line): \(status) \(text)")
      #expect(errors.contains("there is no terminal"), "\(line): \(errors)")
    }
  }

  @Test("Without the kiosk, too, settings may be named and a reader have marks of their own")
  func namedReader() throws {
    let hall = try Hall()
    let pty = try hall.desk.open(
      ["--config", hall.settings, "--reader", "ann", hall.desk.folder + "/brief.md"],
      showing: "3 of 3 unread")
    pty.type("m")
    try pty.wait(for: "2 of 3 unread")
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(0))
    let marks = hall.desk.folder + "/marks/"
    #expect(FileManager.default.fileExists(atPath: marks + "readers/ann/library.sqlite"))
    #expect(!FileManager.default.fileExists(atPath: marks + "library.sqlite"))
    let (status, _, errors) = try hall.desk.shell("broadsheet --config gone.toml brief.md")
    #expect(status == 66 && errors.contains("gone.toml: cannot be read"))
  }

  @Test(
    "Settings that do not say what may be read are told, and nothing is shown",
    arguments: ["folders = [", "folders = \"/srv\"", "library = 3", "published = []"])
  func brokenSettings(text: String) throws {
    let hall = try Hall()
    try hall.desk.write(text + "\n", to: "etc/config.toml")
    let pty = try hall.desk.start(
      Pty.products + "/broadsheet",
      ["--kiosk", "--config", hall.settings, hall.desk.folder + "/brief.md"], columns: 250)
    #expect(try pty.waitForEnd() == .exit(65))
    #expect(pty.screen.contains("config.toml:1: "), "\(pty.screen)")
    #expect(pty.screen.contains("nothing is shown until that is mended"))
    #expect(!pty.screen.contains("Harbour"))
  }

  @Test("Folders that were added to the library are not read, but those of the settings")
  func addedFolders() throws {
    let hall = try Hall()
    try FileManager.default.createDirectory(
      atPath: hall.desk.folder + "/own/broadsheet", withIntermediateDirectories: true)
    try hall.desk.write(
      "library = \"\(hall.desk.folder)/marks/library.sqlite\"\n",
      to: "own/broadsheet/config.toml")
    let added = try hall.desk.start(
      Pty.products + "/broadsheet", ["add", hall.desk.folder + "/secrets"],
      environment: ["XDG_CONFIG_HOME": hall.desk.folder + "/own"])
    #expect(try added.waitForEnd() == .exit(0))
    let none = try hall.desk.start(
      Pty.products + "/broadsheet", ["--kiosk", "--config", hall.settings])
    #expect(try none.waitForEnd() == .exit(66))
    #expect(none.screen.contains("there is nothing to read"), "\(none.screen)")

    try hall.desk.write(
      "library = \"\(hall.desk.folder)/marks/library.sqlite\"\n"
        + "folders = [\"\(hall.folder)\"]\n", to: "etc/config.toml")
    try hall.desk.write(
      "# Gate\n\nA [way out](../secrets/secret.md).\n", to: "briefs/gate.md")
    let pty = try hall.open([], showing: "Gate")
    #expect(!pty.screen.contains("Not to be seen"))
    pty.type("\r")
    try pty.wait(for: "A way out")
    pty.type("\t\r")
    try pty.wait(for: "lies")
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  /// A filter of system calls that lets no other be set.
  private static let unfiltered = """
    import ctypes, os, platform, struct, sys
    number = 157 if platform.machine() == "x86_64" else 167
    rules = [(0x20, 0, 0, 0), (0x15, 0, 3, number), (0x20, 0, 0, 16), (0x15, 0, 1, 22),
             (0x06, 0, 0, 0x00050016), (0x06, 0, 0, 0x7FFF0000)]
    program = b"".join(struct.pack("HBBI", *rule) for rule in rules)
    buffer = ctypes.create_string_buffer(program, len(program))
    filter = struct.pack("HxxxxxxQ", len(rules), ctypes.addressof(buffer))
    libc = ctypes.CDLL(None)
    libc.prctl(38, 1, 0, 0, 0)
    if libc.prctl(22, 2, ctypes.c_char_p(filter), 0, 0): sys.exit(99)
    os.execv(sys.argv[1], sys.argv[1:])
    """

  @Test(
    "Where the system cannot keep it from running programs, nothing is shown",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func unconfined() throws {
    let hall = try Hall()
    let pty = try hall.desk.start(
      "/usr/bin/python3",
      [
        "-c", Self.unfiltered, Pty.products + "/broadsheet", "--kiosk", "--config", hall.settings,
        hall.desk.folder + "/brief.md",
      ])
    #expect(try pty.waitForEnd() == .exit(69))
    #expect(pty.screen.contains("cannot keep the kiosk from running programs"), "\(pty.screen)")
    #expect(!pty.screen.contains("Harbour"))
  }

  @Test("Settings that are named and not there are told, and nothing is shown")
  func missingSettings() throws {
    let hall = try Hall()
    let pty = try hall.desk.start(
      Pty.products + "/broadsheet",
      ["--kiosk", "--config", hall.desk.folder + "/gone.toml", hall.desk.folder + "/brief.md"])
    #expect(try pty.waitForEnd() == .exit(66))
    #expect(pty.screen.contains("cannot be read (No such file or directory)"))
  }
}
