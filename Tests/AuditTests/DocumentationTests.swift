import Foundation
import Testing

@testable import Audit

@Suite("docs/check.md")
struct DocumentationTests {
  private let page: String

  init() throws {
    page = try String(contentsOf: Sample.root.appending(path: "docs/check.md"), encoding: .utf8)
  }

  @Test("has a part for every rule, in their order, and for nothing else")
  func parts() {
    let parts = page.split(separator: "\n").filter { $0.hasPrefix("### ") }.map { $0.dropFirst(4) }
    #expect(parts.map(String.init) == Rule.all.map(\.name))
  }

  @Test("says of each rule what it finds, and its severity", arguments: Rule.all.map(\.name))
  func part(_ name: String) throws {
    let rule = try #require(Rule.named(name))
    let start = try #require(page.range(of: "\n### \(name)\n\n"))
    #expect(
      page[start.upperBound...].hasPrefix(
        "\(rule.summary)\nDefault: `\(rule.severity.rawValue)`.\n"))
  }
}
