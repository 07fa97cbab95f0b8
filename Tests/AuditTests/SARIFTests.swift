import BriefModel
import Foundation
import Testing

@testable import Audit

/// What is emitted, against what section 3 of SARIF 2.1.0 says of each object that we use.
@Suite("SARIF by the standard")
struct SARIFTests {
  /// What a property may hold.
  private enum Kind {
    case string, uri, boolean
    case integer(from: Int)
    case oneOf([String])
    case object(String)
    case array(of: String, isUnique: Bool = false)
  }

  private typealias Shape = (required: [String], properties: [String: Kind])

  private static let levels = Kind.oneOf(["none", "note", "warning", "error"])

  private static let shapes: [String: Shape] = [
    "log": (
      ["version", "runs"],
      ["$schema": .uri, "version": .oneOf(["2.1.0"]), "runs": .array(of: "run")]
    ),
    "run": (
      ["tool"],
      [
        "tool": .object("tool"), "columnKind": .oneOf(["utf16CodeUnits", "unicodeCodePoints"]),
        "invocations": .array(of: "invocation"), "results": .array(of: "result"),
      ]
    ),
    "tool": (["driver"], ["driver": .object("toolComponent")]),
    "toolComponent": (
      ["name"],
      [
        "name": .string, "version": .string,
        "rules": .array(of: "reportingDescriptor", isUnique: true),
      ]
    ),
    "reportingDescriptor": (
      ["id"],
      [
        "id": .string, "shortDescription": .object("multiformatMessageString"),
        "help": .object("multiformatMessageString"),
        "defaultConfiguration": .object("reportingConfiguration"),
      ]
    ),
    "reportingConfiguration": ([], ["enabled": .boolean, "level": levels]),
    "multiformatMessageString": (["text"], ["text": .string]),
    "message": (["text"], ["text": .string]),
    "invocation": (
      ["executionSuccessful"],
      [
        "executionSuccessful": .boolean, "toolExecutionNotifications": .array(of: "notification"),
      ]
    ),
    "notification": (
      ["message"],
      ["level": levels, "message": .object("message"), "locations": .array(of: "location")]
    ),
    "result": (
      ["message"],
      [
        "ruleId": .string, "ruleIndex": .integer(from: 0), "level": levels,
        "message": .object("message"), "locations": .array(of: "location"),
        "relatedLocations": .array(of: "location", isUnique: true),
        "suppressions": .array(of: "suppression", isUnique: true),
      ]
    ),
    "suppression": (["kind"], ["kind": .oneOf(["inSource", "external"])]),
    "location": ([], ["physicalLocation": .object("physicalLocation")]),
    "physicalLocation": (
      ["artifactLocation"],
      ["artifactLocation": .object("artifactLocation"), "region": .object("region")]
    ),
    "artifactLocation": ([], ["uri": .uri]),
    "region": (
      ["startLine"],
      [
        "startLine": .integer(from: 1), "startColumn": .integer(from: 1),
        "endColumn": .integer(from: 1),
      ]
    ),
  ]

  /// All samples, with severities of every kind, hard paths, and files that cannot be read.
  private func document() throws -> [String: Any] {
    let severities = Severity.allCases.enumerated().map {
      RuleSeverity(rule: Rule.all[$0].name, severity: $1)
    }
    let audit = Audit(severities: severities)
    var sarif = SARIF(version: "1.2.3", audit: audit)
    for sample in Sample.all {
      let manuscript = try manuscript(sample.markdown)
      for path in ["a/\(sample.name).md", "/b/ä \u{1B}%#?:[]\\\(sample.name).md", "./c:d.md"] {
        sarif.add(path, audit.allFindings(in: manuscript), text: manuscript.text)
      }
    }
    sarif.add(BriefError(path: "gone :é.md", .missing))
    sarif.add(BriefError(path: "b", .noBriefs))
    sarif.add(BriefError(path: "\u{FFFD}", .misnamed([0xFF, 0x20])))
    sarif.add(BriefError(path: "/c/d", .tooDeep(limit: 64)))
    let object = try JSONSerialization.jsonObject(with: Data(sarif.encoded()))
    return try #require(object as? [String: Any])
  }

  @Test("Every object has the properties that the standard gives it, and those that it must have")
  func shapes() throws {
    var problems: [String] = []
    check(try document(), "log", at: "", &problems)
    #expect(problems.isEmpty, "\(Set(problems).sorted().prefix(10))")
  }

  private func check(_ value: Any, _ shape: String, at path: String, _ problems: inout [String]) {
    guard let object = value as? [String: Any], let known = Self.shapes[shape] else {
      return problems.append("\(path) is no \(shape)")
    }
    for name in known.required where object[name] == nil {
      problems.append("\(path) has no \(name)")
    }
    for (name, value) in object {
      guard let kind = known.properties[name] else {
        problems.append("\(path)/\(name) is not known")
        continue
      }
      check(value, kind, at: path + "/" + name, &problems)
    }
  }

  private func check(_ value: Any, _ kind: Kind, at path: String, _ problems: inout [String]) {
    let isRight: Bool
    switch kind {
    case .string: isRight = (value as? String)?.isEmpty == false
    case .uri: isRight = (value as? String).map(Self.isReference) ?? false
    case .boolean: isRight = value is Bool
    case .integer(let least): isRight = (value as? Int).map { $0 >= least } ?? false
    case .oneOf(let names): isRight = (value as? String).map(names.contains) ?? false
    case .object(let shape): return check(value, shape, at: path, &problems)
    case .array(let shape, let isUnique):
      guard let items = value as? [Any] else { return problems.append("\(path) is no array") }
      for item in items { check(item, shape, at: path, &problems) }
      isRight = !isUnique || NSSet(array: items).count == items.count
    }
    if !isRight { problems.append("\(path) is not right: \(value)") }
  }

  /// Whether a text is a reference of RFC 3986: its characters, whole percent-encodings, and no
  /// colon in the first part of one that is relative.
  private static func isReference(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      let isPlain = byte.isLetter || byte.isDigit || "-._~:/?#@!$&'()*+,;=".utf8.contains(byte)
      let isEncoded =
        byte == 0x25 && bytes.dropFirst(index + 1).prefix(2).count { $0.isHexDigit } == 2
      guard isPlain || isEncoded else { return false }
    }
    let first = text.prefix { !"/?#".contains($0) }
    return !text.isEmpty && (!first.contains(":") || ["https:", "file:"].contains(first))
  }

  @Test("The index of each result leads to its rule, whose name no other has")
  func indices() throws {
    let run = try #require((try document()["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
    let names = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    #expect(Set(names).count == names.count)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count > 100)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(names[index] == result["ruleId"] as? String)
      #expect(result["level"] as? String != "none")
    }
  }

  @Test("No result of one file stands twice")
  func uniqueness() throws {
    for sample in Sample.all {
      let manuscript = try manuscript(sample.markdown)
      var sarif = SARIF(version: "1", audit: Audit())
      sarif.add("a.md", Audit().findings(in: manuscript), text: manuscript.text)
      let object = try JSONSerialization.jsonObject(with: Data(sarif.encoded())) as? [String: Any]
      let results = (object?["runs"] as? [[String: Any]])?.first?["results"] as? [NSDictionary]
      #expect(Set(results ?? []).count == results?.count, "\(sample.name)")
    }
  }

  @Test("A file whose name is not UTF-8 has its bytes for a place, where they are known")
  func names() throws {
    var sarif = SARIF(version: "1", audit: Audit())
    sarif.add(BriefError(path: "a\u{FFFD}.md", .missing))
    let text = String(decoding: sarif.encoded(), as: UTF8.self)
    #expect(text.contains("its name is not UTF-8") && !text.contains("locations"))
    let path = Array("./a/".utf8) + [0xFF, 0x41] + Array("é:.md".utf8)
    sarif.add(BriefError(path: "./a/\u{FFFD}Aé:.md", .misnamed(path)))
    let known = String(decoding: sarif.encoded(), as: UTF8.self)
    #expect(known.contains(#""uri":"a/%FFA%C3%A9%3A.md""#), "\(known)")
  }

  @Test("What is told together has its other places, each with its own line and columns")
  func related() throws {
    let list = (1...4).map { "- é [b](https://b.org/\($0))\n" }.joined()
    let text = "# P\n\nTin [rose](https://a.org/1).\n\n## Sources\n\n" + list
    let manuscript = try manuscript(text)
    var sarif = SARIF(version: "1", audit: Audit())
    sarif.add("a.md", Audit().findings(in: manuscript), text: manuscript.text)
    let object = try JSONSerialization.jsonObject(with: Data(sarif.encoded())) as? [String: Any]
    let results = try #require((object?["runs"] as? [[String: Any]])?.first?["results"])
    let uncited = try #require(
      (results as? [[String: Any]])?.first { $0["ruleId"] as? String == "uncited-source" })
    let related = try #require(uncited["relatedLocations"] as? [[String: [String: Any]]])
    let regions = related.compactMap { $0["physicalLocation"]?["region"] as? [String: Int] }
    #expect(
      regions
        == (8...10).map { ["startLine": $0, "startColumn": 5, "endColumn": 25] })
  }
}
