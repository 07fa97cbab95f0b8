import Foundation
import PtyHarness
import Testing

@Suite("Printing briefs")
struct PrintingStories {
  private func shell(_ line: String, _ desk: Desk) throws -> (Int32, String, String) {
    try desk.shell(line)
  }

  @Test("Without a terminal a brief is printed, in lines of the width asked for")
  func text() throws {
    let desk = try Desk()
    let (status, text, errors) = try shell("broadsheet brief.md", desk)
    #expect(status == 0 && errors == "")
    #expect(text.hasPrefix("The Harbour Inquiry\n"))
    #expect(text.contains("[2] Gazette"))
    let narrow = try shell("broadsheet show --width 30 brief.md", desk).1
    let prose = narrow.split(separator: "\n").filter { !$0.contains("https://") }
    #expect(prose.allSatisfy { $0.count <= 30 }, "\(prose)")
  }

  @Test("A mistake in the settings is told beside the brief")
  func settings() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/.config/broadsheet", withIntermediateDirectories: true)
    try desk.write("mesure = 60\n", to: ".config/broadsheet/config.toml")
    let (status, text, errors) = try shell("broadsheet show brief.md", desk)
    #expect(status == 0)
    #expect(text.hasPrefix("The Harbour Inquiry\n"))
    #expect(errors.contains("config.toml:1") && errors.contains("mesure"))
  }

  @Test("A reader of the pipe who leaves early is no failure")
  func pipe() throws {
    let desk = try Desk()
    let long = Desk.brief + String(repeating: "\n\nOne more paragraph.", count: 20_000)
    try desk.write(long, to: "long.md")
    let (status, text, errors) = try shell("broadsheet show long.md | head -n 1", desk)
    #expect(status == 0)
    #expect(text == "The Harbour Inquiry\n")
    #expect(errors == "")
  }

  @Test("In JSON lines a file that fails has its error on its line, and the end tells of it")
  func lines() throws {
    let desk = try Desk()
    let (status, text, _) = try shell(
      "broadsheet show --format jsonl brief.md gone.md brief.md", desk)
    #expect(status == 66)
    let objects = try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    #expect(objects.map { $0["path"] as? String } == ["brief.md", "gone.md", "brief.md"])
    #expect(objects.map { $0["error"] != nil } == [false, true, false])
    #expect((objects[0]["citations"] as? [Any])?.count == 4)
  }

  @Test("Printing keeps nothing")
  func keepsNothing() throws {
    let desk = try Desk()
    let before = try FileManager.default.subpathsOfDirectory(atPath: desk.folder).sorted()
    _ = try shell("broadsheet show brief.md; broadsheet show --format json brief.md", desk)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: desk.folder).sorted() == before)
  }

  @Test("A check ends with 0, 1 or 2, and says what it found in lines that a program can read")
  func check() throws {
    let desk = try Desk()
    let file = URL(filePath: desk.folder).appending(path: "prices.md")
    try "Tin [one](http://a.org/tin).\n".write(to: file, atomically: true, encoding: .utf8)
    let note =
      "prices.md:1:5: note: http://a.org/tin is written with http; write https if the site has it "
      + "[insecure-url]\n"
    let (status, text, errors) = try shell("broadsheet check prices.md", desk)
    #expect(status == 0 && text == note)
    #expect(errors == "broadsheet: 1 note in 1 file\n")
    #expect(try shell("broadsheet check --strict prices.md | cat", desk).0 == 1)
    #expect(try shell("broadsheet check --strict prices.md | true", desk).0 == 1)

    let config =
      "mkdir -p c/broadsheet; echo '[check]\ninsecure-url = \"off\"' >c/broadsheet/config.toml"
    let silent = try shell(
      "\(config); XDG_CONFIG_HOME=$PWD/c broadsheet check --strict prices.md", desk)
    #expect(silent == (0, "", "broadsheet: nothing found in 1 file\n"))

    let (missing, rest, told) = try shell("broadsheet check gone.md prices.md", desk)
    #expect(missing == 2 && rest == note)
    #expect(told.hasPrefix("broadsheet: gone.md: no such file or folder; check the path\n"))
    for mistake in ["", "--format pdf prices.md", "--bogus prices.md"] {
      #expect(try shell("broadsheet check \(mistake)", desk).0 == 2, "\(mistake)")
    }
    let (_, colored, _) = try shell(
      "TERM=xterm-256color broadsheet check --color always prices.md", desk)
    #expect(colored.contains("\u{1B}["))
    let sarif = try shell("broadsheet check --format sarif prices.md", desk).1
    #expect(sarif.hasPrefix("{\"$schema\":"))
  }

  @Test(
    "A command line that makes no sense ends with 64",
    arguments: [
      "show --width 5 brief.md", "show --format pdf brief.md", "--bogus",
      "show --format json brief.md brief.md", "show", "show --format html brief.md brief.md",
      "sources", "sources --format pdf brief.md", "sources --sort colour brief.md",
    ])
  func usage(arguments: String) throws {
    let (status, text, errors) = try shell("broadsheet \(arguments)", try Desk())
    #expect(status == 64)
    #expect(text == "")
    #expect(errors.hasPrefix("Error: "))
  }

  @Test("The name of a file brings no control to the terminal, and JSON keeps it")
  func names() throws {
    let desk = try Desk()
    let name = "a\u{1B}]0;x\u{07}\u{9B}31m\u{202E}\u{7F}.md"
    try desk.write(Desk.brief, to: name)
    let (_, text, _) = try shell("broadsheet show --format jsonl -- *31m*.md gone$'\\x9b'.md", desk)
    let isObeyed = { (scalar: Unicode.Scalar) in
      scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
        || scalar == "\u{202E}"
    }
    #expect(!text.unicodeScalars.contains(where: isObeyed))
    let line = try #require(text.split(separator: "\n").first)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["path"] as? String == name)

    let (status, _, told) = try shell("broadsheet --x$'\\e]0;x\\a'", desk)
    #expect(status == 64)
    #expect(told.contains("--x]0;x"))
    #expect(!told.unicodeScalars.contains(where: isObeyed))

    let doctor = try shell(
      "TERM=$'\\e[5m' EDITOR=$'\\e[5m' LC_ALL=$'\\e[5m' broadsheet doctor", desk
    ).1
    #expect(doctor.contains("[5m"))
    #expect(!doctor.unicodeScalars.contains(where: isObeyed))
  }

  @Test(
    "The sources of all briefs are printed, those that can be read, and the end tells of others")
  func sources() throws {
    let desk = try Desk()
    try desk.write("# Other\n\nThe [Ledger](\(Desk.addresses[0])) again.\n", to: "other.md")
    let (status, text, errors) = try shell(
      "broadsheet sources brief.md gone.md ./brief.md other.md", desk)
    #expect(status == 66)
    #expect(text.hasPrefix("[1] Ledger · 1912-04-16\n    \(Desk.addresses[0])\n"))
    #expect(text.contains("\n    brief.md:7  First day  1×\n"))
    #expect(text.contains("\n    other.md:3  1×\n"))
    #expect(errors == "broadsheet: gone.md: no such file or folder; check the path\n")

    let urls = try shell("broadsheet sources --format urls --sort date . | head -n 2", desk)
    #expect(urls.0 == 0)
    #expect(urls.1 == "\(Desk.addresses[2])\n\(Desk.addresses[0])\n")
    #expect(
      try shell("broadsheet sources --format bibtex - <brief.md", desk).1.contains("@online{"))
  }

  @Test("A brief is printed as a page")
  func page() throws {
    let (status, text, errors) = try shell("broadsheet show --format html brief.md", try Desk())
    #expect(status == 0 && errors == "")
    #expect(text.hasPrefix("<!DOCTYPE html>\n") && text.hasSuffix("</html>\n"))
    #expect(text.contains("<h1>The Harbour Inquiry</h1>"))
    let (missing, nothing, told) = try shell("broadsheet show --format html gone.md", try Desk())
    #expect(missing == 66 && nothing == "" && told.contains("gone.md: no such file"))
    let several = try shell("broadsheet show --format html brief.md brief.md", try Desk()).2
    #expect(several.contains("--format html takes one brief"))
  }
}
