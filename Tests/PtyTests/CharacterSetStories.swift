import PtyHarness
import Testing

@Suite("Terminals of other character sets")
struct CharacterSetStories {
  private static let brief = """
    # Café “Zum Löwen” – 東京

    12 March 2026 · a brief…

    ## Größe

    • Ångström’s naïve façade cost €5 × 3, says the [Gazette—Ł](https://gazette.example/ä).

    | Größe | £ |
    |---|---|
    | ½ | ≤ 3 |

    ## Information Sources

    * **Gazette—Ł:** [https://gazette.example/ä](https://gazette.example/ä)

    """

  @Test(
    "Where the locale is not UTF-8, all is ASCII and can be read",
    arguments: [["LC_ALL": "C"], ["LC_ALL": "", "LANG": "POSIX"], ["LC_ALL": "de_DE.ISO-8859-1"]])
  func notUTF8(environment: [String: String]) throws {
    let desk = try Desk()
    try desk.write(Self.brief, to: "brief.md")
    let pty = try desk.open(
      environment: environment, showing: "Cafe \"Zum Lowen\" - ????")
    try pty.wait(for: "Angstrom's naive facade cost EUR 5 x 3")
    try pty.wait(for: "1/2")
    try pty.wait(for: "<= 3")
    for (key, shown) in [("\t", "https"), ("s", "SOURCES"), ("?", "go a line or row down")] {
      pty.type(key)
      try pty.wait(for: shown)
    }
    pty.type("\u{1B}")
    try pty.wait("the help to go") { !$0.contains("go a line or row down") }
    pty.type("s")
    try pty.wait("the sources to go") { !$0.contains("SOURCES") }
    try pty.leave()
    #expect(pty.output.allSatisfy { $0 < 0x80 })
  }

  @Test(
    "Where none is chosen, or one that is not there, the text is shown as it is",
    arguments: [["LC_ALL": ""], ["LC_ALL": "xx_XX.UTF-8"]])
  func unknown(environment: [String: String]) throws {
    let desk = try Desk()
    try desk.write(Self.brief, to: "brief.md")
    let pty = try desk.open(environment: environment, showing: "Café “Zum Löwen” – 東京")
    try pty.leave()
  }
}
