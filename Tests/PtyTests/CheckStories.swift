import Foundation
import Testing

@Suite("Checking briefs in scripts")
struct CheckStories {
  @Test(
    "Output to a pipe that nobody reads ends with 0 and without a word",
    arguments: [
      "--help", "--version", "check --help", "help check", "show --help", "config", "keys",
      "themes", "doctor", "--generate-completion-script bash", "check --format json clean.md",
      "check --format sarif clean.md", "show brief.md", "sources brief.md",
    ])
  func closedPipe(arguments: String) throws {
    let desk = try Desk()
    try desk.write("Tin [one](https://a.org/tin).\n", to: "clean.md")
    let (status, text, errors) = try desk.shell(
      "exec 7> >(true); wait $!; broadsheet \(arguments) >&7")
    #expect(status == 0)
    #expect(text == "" && errors == "")
  }

  @Test("Help that cannot be written is told")
  func fullDisk() throws {
    let (status, _, errors) = try Desk().shell("broadsheet --help >/dev/full")
    #expect(status == 74)
    #expect(errors.hasPrefix("broadsheet: standard output: cannot be written"))
    #expect(try Desk().shell("broadsheet check --help >/dev/full").0 == 2)
  }

  @Test("Help and the version end with a line end, on standard output")
  func help() throws {
    let (status, text, errors) = try Desk().shell("broadsheet --version; broadsheet check --help")
    #expect(status == 0 && errors == "")
    #expect(text.contains("\nOVERVIEW: Tell what is wrong") && text.hasSuffix("\n"))
  }

  @Test(
    "A mistake in [check] of the settings ends a check with 2, and one elsewhere does not",
    arguments: [
      ("[check]\nbad-url = \"loud\"", 2, ":2: check.bad-url must be \"error\", \"warning\""),
      ("[check]\nbad-urls = \"off\"", 2, ":2: there is no rule 'bad-urls'; did you mean 'bad-url'"),
      ("[check\nbad-url = \"off\"", 2, ":1: is not valid TOML"),
      ("mesure = 60", 0, ":1: there is no setting 'mesure'"),
    ] as [(String, Int32, String)])
  func settings(_ settings: String, _ expected: Int32, _ message: String) throws {
    let desk = try Desk()
    try desk.write("Tin [one](https://a.org/tin).\n", to: "prices.md")
    let config = "mkdir -p c/broadsheet; cat >c/broadsheet/config.toml <<'E'\n\(settings)\nE\n"
    let (status, text, errors) = try desk.shell(
      config + "XDG_CONFIG_HOME=$PWD/c broadsheet check --format json prices.md")
    #expect(status == expected)
    #expect(text.isEmpty == (expected == 2))
    #expect(errors.contains("c/broadsheet/config.toml" + message), "\(errors)")
  }
}
