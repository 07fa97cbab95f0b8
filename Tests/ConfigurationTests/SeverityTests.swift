import Audit
import Testing

@testable import Configuration

@Suite("The severities of [check]")
struct SeverityTests {
  private func read(_ text: String) -> SettingsFile {
    SettingsFile(Array(text.utf8), file: "config.toml")
  }

  @Test("are taken for the rules that there are")
  func severities() {
    let settings = read("[check]\ninsecure-url = \"off\"\nuncited-source = \"error\"\n").settings
    #expect(
      settings.severities == [
        RuleSeverity(rule: "insecure-url", severity: .off),
        RuleSeverity(rule: "uncited-source", severity: .error),
      ])
  }

  @Test("are told where they or the rule are not known, and the rest holds")
  func mistakes() {
    let file = read("[check]\nbad-url = \"loud\"\nbad-urls = \"off\"\nraw-leak = \"note\"\n")
    #expect(
      file.problems.map(\.description) == [
        "config.toml:2: check.bad-url must be \"error\", \"warning\", \"note\" or \"off\", "
          + "not \"loud\"",
        "config.toml:3: there is no rule 'bad-urls'; did you mean 'bad-url'?",
      ])
    #expect(file.checkProblems == file.problems)
    #expect(file.settings.severities == [RuleSeverity(rule: "raw-leak", severity: .note)])
  }

  @Test("name all rules where none is near, and other settings keep nobody from checking")
  func unknown() throws {
    let file = read("mesure = 60\n\n[check]\nhype = \"off\"\n")
    let text = try #require(file.checkProblems.first?.description)
    #expect(file.checkProblems.count == 1 && file.problems.count == 2)
    #expect(text.hasPrefix("config.toml:4: there is no rule 'hype'; the rules are uncited-source,"))
    #expect(text.hasSuffix(", unused-ignore"))
    #expect(read("[check\nbad-url = \"off\"\n").checkProblems.count == 1)
    #expect(read("check = 1\n").checkProblems.map(\.line) == [1])
  }
}
