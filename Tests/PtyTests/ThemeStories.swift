import Foundation
import PtyHarness
import Testing

@Suite("Themes in a terminal")
struct ThemeStories {
  private static let question = "11;?"

  private func desk(_ settings: String) throws -> Desk {
    let desk = try Desk()
    let folder = desk.folder + "/config/broadsheet"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try settings.write(toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
    return desk
  }

  /// What the number of a citation is drawn in, which is the quiet colour of each theme.
  private func quiet(_ screen: Screen) -> String? {
    screen.cells(of: "[2]")?.first?.look.foreground
  }

  private let environment = ["COLORTERM": "truecolor", "TERM": "xterm-256color"]
  private let dark = "38;2;143;152;168"
  private let light = "38;2;90;98;112"

  @Test("auto is dark until the terminal says that it is light, and light from then on")
  func answered() throws {
    let desk = try desk("theme = \"auto\"\n")
    let pty = try desk.open(environment: environment)
    #expect(pty.screen.commands == [Self.question])
    #expect(quiet(pty.screen) == dark)
    pty.type("\u{1B}]11;rgb:fafa/fafa/f5f5\u{1B}\\")
    try pty.wait("light colours") { quiet($0) == light }
    #expect(pty.screen.commands == [Self.question])
    try pty.leave()
  }

  @Test("What the terminal said is the first frame's the next time, where no theme is set")
  func remembered() throws {
    let desk = try desk("")
    var pty = try desk.open(environment: environment)
    #expect(pty.screen.commands == [Self.question] && quiet(pty.screen) == dark)
    pty.type("\u{1B}]11;rgb:fafa/fafa/f5f5\u{1B}\\")
    try pty.wait("light colours") { quiet($0) == light }
    try pty.leave()
    pty = try desk.open(environment: environment)
    #expect(quiet(pty.screen) == light)
    pty.type("\u{1B}]11;rgb:0000/0000/0000\u{7}")
    try pty.wait("dark colours") { quiet($0) == dark }
    try pty.leave()
    pty = try desk.open(environment: environment.merging(["TERM_PROGRAM": "other"]) { $1 })
    #expect(quiet(pty.screen) == dark)
    try pty.leave()
    pty = try desk.open(environment: environment)
    #expect(quiet(pty.screen) == dark)
    try pty.leave()
  }

  @Test("An answer that is no colour changes nothing and types nothing")
  func hostile() throws {
    let desk = try desk("theme = \"auto\"\n")
    let pty = try desk.open(environment: environment)
    pty.type("\u{1B}]11;rgb:q/QQQ/\u{7}\u{1B}]11;rgb:ffff/ffff\u{7}\u{1B}]11;:q\u{7}\t")
    try pty.wait(forLink: Desk.addresses[0])
    #expect(quiet(pty.screen) == dark)
    try pty.leave()
  }

  @Test(
    "The terminal is not asked over SSH, nor where the settings or no colours make it useless",
    arguments: [
      ("theme = \"auto\"\n", ["SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"]),
      ("theme = \"auto\"\nbackground = \"light\"\n", [:]),
      ("theme = \"auto\"\n", ["NO_COLOR": "1"]), ("theme = \"nord\"\n", [:]),
      ("theme = \"auto\"\n", ["TERM": "vt100"]),
    ])
  func unasked(settings: String, variables: [String: String]) throws {
    let desk = try desk(settings)
    let pty = try desk.open(environment: environment.merging(variables) { $1 })
    #expect(!pty.screen.commands.contains(Self.question))
    if settings.contains("light") { #expect(quiet(pty.screen) == light) }
    try pty.leave(isOfXterm: variables["TERM"] == nil)
  }

  @Test("A theme with a page of its own fills the screen with it, and is gone at the end")
  func page() throws {
    let desk = try desk("theme = \"solarized-dark\"\n")
    let pty = try desk.open(environment: environment)
    try pty.wait("its background everywhere") { screen in
      screen.cells.allSatisfy { $0.allSatisfy { $0.look.background == "48;2;0;43;54" } }
    }
    pty.type(":theme mono\r")
    try pty.wait("the terminal's background") { screen in
      screen.cells.allSatisfy { $0.allSatisfy { $0.look.background == nil } }
    }
    try pty.leave()
  }
}
