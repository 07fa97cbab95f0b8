import Foundation
import PtyHarness
import Testing

/// In eight bits the second byte of `丛` is CSI, so that `丛5n` asks a terminal for its status, and
/// that of `ӝ` begins a string that swallows what follows.
@Suite("Printing on terminals of other character sets")
struct PrintedCharacterStories {
  private static let brief = """
    # T 丛5n ӝx

    Claim – “x” [2], [丛5n](http://丛5n.example/丛5n) [丛5n](丛5n.md).

    ## Sources
    2. [丛5n](https://e.example/丛5n?utm_source=x)

    """

  private func desk() throws -> Desk {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/丛5n", withIntermediateDirectories: true)
    try desk.write(Self.brief, to: "丛5n/丛5n.md")
    for command in [["add", desk.folder + "/丛5n"], ["index", "--quiet"]] {
      let pty = try desk.start(Pty.products + "/broadsheet", command)
      #expect(try pty.waitForEnd() == .exit(0), "\(command)")
    }
    return desk
  }

  /// What is printed on a terminal, and whether it got nothing but ASCII.
  private func output(
    _ arguments: [String], of desk: Desk, locale: [String: String] = ["LC_ALL": "C"]
  ) throws -> (text: String, isASCII: Bool) {
    let pty = try desk.start(
      Pty.products + "/broadsheet", arguments, environment: locale, rows: 50, columns: 200)
    _ = try pty.waitForEnd()
    return (
      String(decoding: pty.output, as: UTF8.self),
      pty.output.allSatisfy { $0 < 0x80 }
    )
  }

  @Test("Where the locale is not UTF-8 nothing that is printed has a byte beyond ASCII")
  func ascii() throws {
    let desk = try desk()
    let file = desk.folder + "/丛5n/丛5n.md"
    for line in [
      "list", "list --format json", "search T", "unread", "show F", "show --format json F",
      "show --format jsonl F", "show --format html F", "show --format markdown F",
      "show --format markdown --citations numbered F", "sources F", "sources --format json F",
      "sources --format csl-json F", "sources --format bibtex F", "sources --format ris F",
      "check F", "check --format json F", "check --format sarif F", "folders", "doctor", "config",
      "keys", "themes", "--help", "help show", "mark 丛5n", "list title:丛5n in:丛5n", "show 丛5n",
      "show --丛5n", "F/丛5n", "export --state",
    ] {
      let arguments = line.split(separator: " ").map {
        $0.replacingOccurrences(of: "F", with: file)
      }
      let (text, isASCII) = try output(arguments, of: desk)
      #expect(isASCII && !text.isEmpty, "\(line): \(text.debugDescription)")
    }
    let listed = try output(["list"], of: desk).text
    #expect(listed.contains("T ??5n"), "\(listed)")
    let json = try output(["show", "--format", "json", file], of: desk).text
    #expect(json.contains(#""title":"T \u4e1b5n"#), "\(json)")
    let page = try output(["show", "--format", "html", file], of: desk).text
    #expect(page.contains("<h1>T &#x4e1b;5n"), "\(page)")
  }

  @Test("Where the locale is not UTF-8 figures stay what they are, and columns stand right")
  func figures() throws {
    let desk = try Desk()
    try desk.write(
      """
      # Tin™

      At least ≥ 5, ≤ 3, ±2, ≠ 4, 10² and 3½, Zinc® …

      | a | b |
      |---|---|
      | ≥ 5 | x |
      | 40 | y |

      """, to: "figures.md")
    let text = try output(
      ["show", "--color", "never", desk.folder + "/figures.md"], of: desk
    ).text
    #expect(text.contains("Tin(TM)"), "\(text)")
    #expect(
      text.contains("At least >= 5, <= 3, +-2, != 4, 10^2 and 3 1/2, Zinc(R) ..."), "\(text)")
    #expect(text.contains(">= 5 | x") && text.contains("40   | y"), "\(text)")
    for command in [["add", desk.folder], ["index", "--quiet"]] {
      let pty = try desk.start(Pty.products + "/broadsheet", command)
      #expect(try pty.waitForEnd() == .exit(0), "\(command)")
    }
    let listed = try output(["list"], of: desk).text
    let rows = listed.split(separator: "\r\n").map(String.init).filter { $0.contains("/") }
    let starts = rows.compactMap { $0.range(of: "~/")?.lowerBound.utf16Offset(in: $0) }
    #expect(rows.count == 2 && Set(starts).count == 1, "\(listed)")
    #expect(listed.contains("Tin(TM) "), "\(listed)")
  }

  @Test(
    "Where it is UTF-8 or none is chosen, and to a file or a program, text stays as it is",
    arguments: [["LC_ALL": "C.UTF-8"], ["LC_ALL": ""]])
  func unchanged(locale: [String: String]) throws {
    let desk = try desk()
    #expect(try output(["list"], of: desk, locale: locale).text.contains("T 丛5n"))
    let piped = try desk.shell("LC_ALL=C broadsheet show --format json 丛5n/丛5n.md | cat")
    #expect(piped.1.contains(#""title":"T 丛5n"#))
  }

  @Test("The page of keys shows no character that a terminal would obey")
  func keys() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/config/broadsheet", withIntermediateDirectories: true)
    let names = [
      #"\u009b"#, #"\u001b"#, #"\u202e"#, #"M-\u009b"#, #"^\u001b"#, #"x\u202e"#, #"\r\n"#,
      #"\u200b"#,
    ]
    try desk.write(
      "[keys]\nquit = [\(names.map { "\"\($0)\"" }.joined(separator: ", "))]\nhelp = [\"é\"]\n",
      to: "config/broadsheet/config.toml")
    let (text, _) = try output(["keys"], of: desk, locale: [:])
    #expect(text.contains("é "))
    #expect(
      text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\u{202E}"
          && $0 != "\u{200B}" || $0 == "\n" || $0 == "\r"
      }, "\(text.debugDescription)")
  }

  @Test("A terminal that obeys nothing gets no line that is written over itself")
  func dumb() throws {
    let desk = try desk()
    try desk.write("# New\n\nText.\n", to: "丛5n/new.md")
    let (text, _) = try output(["index"], of: desk, locale: ["TERM": "dumb"])
    #expect(text.contains("1 file read") && !text.contains("\u{1B}"), "\(text.debugDescription)")
  }
}
