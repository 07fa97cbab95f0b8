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
          + "not \"loud\"; \"error\" holds",
        "config.toml:3: there is no setting 'check.bad-urls'; did you mean 'check.bad-url'?",
      ])
    #expect(file.settings.severities == [RuleSeverity(rule: "raw-leak", severity: .note)])
  }
}
