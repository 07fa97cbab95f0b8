import BriefModel
import Foundation
import Testing

@testable import Audit

@Suite("What comments in a brief silence")
struct SilencedTests {
  private static let text =
    "<!-- broadsheet: ignore-file confusable-host, userinfo-url, label-mismatch -->\n"
    + "Tin [x](https://r\u{435}uters.com/12) and [reuters.com](https://a@evil.io/).\n"

  private static let rules = ["confusable-host", "userinfo-url", "label-mismatch"]

  @Test("is found all the same, and marked")
  func marked() throws {
    let found = Audit().allFindings(in: try manuscript(Self.text))
    #expect(Set(found.map(\.rule)).isSuperset(of: Self.rules))
    #expect(found.allSatisfy { $0.isSilenced == Self.rules.contains($0.rule) })
  }

  @Test("is told where no comment is heeded, and that one of them is of no use is not")
  func unheeded() throws {
    let audit = Audit(heedsComments: false)
    let found = audit.allFindings(in: try manuscript(Self.text))
    #expect(Set(found.map(\.rule)).isSuperset(of: Self.rules))
    #expect(!found.contains { $0.isSilenced || $0.rule == "unused-ignore" })
    let off = Audit(
      severities: Self.rules.map { RuleSeverity(rule: $0, severity: .off) }, heedsComments: false)
    #expect(
      Set(off.findings(in: try manuscript(Self.text)).map(\.rule)).isDisjoint(with: Self.rules))
  }

  @Test("is counted in JSON, and suppressed in SARIF")
  func written() throws {
    let manuscript = try manuscript(Self.text)
    let found = Audit().allFindings(in: manuscript)
    let silenced = found.count { $0.isSilenced }
    var json = CheckJSON(threshold: .note)
    json.add("a.md", found)
    let file = try #require(
      (try object(json.encoded())["files"] as? [[String: Any]])?.first)
    #expect(file["silenced"] as? Int == silenced && silenced >= 3)
    #expect((file["findings"] as? [Any])?.count == found.count - silenced)

    var sarif = SARIF(version: "1", audit: Audit())
    sarif.add("a.md", found, text: manuscript.text)
    let run = try #require((try object(sarif.encoded())["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == found.count)
    for result in results {
      let kinds = try #require(result["suppressions"] as? [[String: String]])
      let isSilenced = Self.rules.contains(try #require(result["ruleId"] as? String))
      #expect(kinds == (isSilenced ? [["kind": "inSource"]] : []))
    }
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}
