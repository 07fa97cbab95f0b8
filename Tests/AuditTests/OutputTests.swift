import BriefModel
import Foundation
import Testing

@testable import Audit

@Suite("What is written of findings")
struct OutputTests {
  /// Two addresses on one line, after letters of one, two, three and four bytes.
  private static let text = """
    # Prices

    Tin é 錫 🥫 [one](http://metals.org/tin) and [two](http://metals.org/lead).
    """

  private func sarif(path: String = "a brief.md") throws -> [String: Any] {
    let manuscript = try manuscript(Self.text)
    let audit = Audit()
    var sarif = SARIF(version: "1.2.3", audit: audit)
    sarif.add(path, audit.findings(in: manuscript), text: manuscript.text)
    sarif.add(BriefError(path: "gone.md", .missing))
    let object = try JSONSerialization.jsonObject(with: Data(sarif.encoded()))
    return try #require(object as? [String: Any])
  }

  @Test("SARIF has what version 2.1.0 asks for")
  func document() throws {
    let sarif = try sarif()
    #expect(sarif["version"] as? String == "2.1.0")
    #expect((sarif["$schema"] as? String)?.hasSuffix("/sarif-schema-2.1.0.json") == true)
    let run = try #require((sarif["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "utf16CodeUnits")
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    #expect(driver["name"] as? String == "broadsheet")
    #expect(driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == Rule.all.map(\.name))
    for rule in rules {
      #expect((rule["help"] as? [String: String])?["text"]?.isEmpty == false)
      #expect((rule["shortDescription"] as? [String: String])?["text"]?.isEmpty == false)
    }
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    #expect((invocation["toolExecutionNotifications"] as? [Any])?.count == 1)
  }

  @Test("SARIF counts columns in code units of UTF-16")
  func columns() throws {
    let run = try #require((try sarif()["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 2)
    let line = Array(Self.text.split(separator: "\n")[1].utf16)
    for (result, label) in zip(
      results, ["[one](http://metals.org/tin)", "[two](http://metals.org/lead)"])
    {
      #expect(result["ruleId"] as? String == "insecure-url")
      #expect(result["ruleIndex"] as? Int == Rule.all.firstIndex { $0.name == "insecure-url" })
      #expect(result["level"] as? String == "note")
      let location = try #require((result["locations"] as? [[String: [String: Any]]])?.first)
      let place = try #require(location["physicalLocation"])
      let artifact = try #require(place["artifactLocation"] as? [String: String])
      #expect(artifact["uri"] == "a%20brief.md")
      let region = try #require(place["region"] as? [String: Int])
      #expect(region["startLine"] == 3)
      let start = try #require(region["startColumn"])
      let end = try #require(region["endColumn"])
      #expect(String(decoding: line[start - 1..<end - 1], as: UTF16.self) == label)
    }
  }

  @Test("A path becomes a reference that leads back to it")
  func uris() {
    #expect(SARIF.uri(of: "../briefs/a:b #1%.md".utf8) == "../briefs/a%3Ab%20%231%25.md")
    #expect(SARIF.uri(of: "./a/.//b.md".utf8) == "a/b.md")
    #expect(SARIF.uri(of: "/briefs/日.md".utf8) == "file:///briefs/%E6%97%A5.md")
  }

  @Test("JSON has every file, and those that could not be read")
  func json() throws {
    let manuscript = try manuscript(Self.text)
    var json = CheckJSON(threshold: .warning)
    json.add("brief\u{1B}.md", Audit().findings(in: manuscript))
    json.add("clean.md", [])
    json.add(BriefError(path: "gone.md", .missing))
    let text = String(decoding: json.encoded(), as: UTF8.self)
    let finding = { (column: Int, path: String) in
      #"{"rule":"insecure-url","severity":"note","line":3,"column":\#(column),"#
        + #""message":"http://metals.org/\#(path) is written with http; "#
        + #"write https if the site has it","related":[]}"#
    }
    #expect(
      text == #"{"schema":"broadsheet.check/1","threshold":"warning","files":["#
        + #"{"path":"brief\u001b.md","findings":[\#(finding(17, "tin")),\#(finding(50, "lead"))],"silenced":0},"#
        + #"{"path":"clean.md","findings":[],"silenced":0}],"#
        + #""unread":[{"path":"gone.md","#
        + #""error":"gone.md: no such file or folder; check the path"}]}"#)
  }
}
