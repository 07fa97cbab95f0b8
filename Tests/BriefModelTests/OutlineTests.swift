import Testing

@testable import BriefModel

@Suite("The outline of a file")
struct OutlineTests {
  @Test(
    "has a paragraph where the model has one: for a link alone above a rule",
    arguments: [
      "[a](https://b.org/c)\n---\n", "**[a](https://b.org/c)**\n---\n",
      "*[a](https://b.org/c)*\n-\n", "***[a](https://b.org/c)***\n---\n",
      "<https://b.org/c>\n---\n", "https://b.org/c\n---\n", "> [a](https://b.org/c)\n> ---\n",
      "[**a** b](https://b.org/c)\n---\n", "[![i](j.png)](https://b.org/c)\n---\n",
      "[a]\n---\n\n[a]: https://b.org/c\n", "[a](https://b.org/c \"t\")\n---\n",
    ])
  func links(_ text: String) throws {
    #expect(try headingsSeen(in: text) == [false, false])
  }

  @Test(
    "has a heading where the model has one",
    arguments: [
      "## [a](https://b.org/c)\n", "a [b](https://b.org/c)\n---\n", "[a](b.md)\n---\n",
      "[a](https://b.org/c) [d](https://b.org/e)\n---\n", "`a`\n---\n", "a\n---\n",
      "**a**\n---\n", "**a** [b](https://b.org/c)\n---\n", "![i](https://b.org/c)\n---\n",
      "[a](https://b.org/c)\nb\n---\n", "## **[a](https://b.org/c)**\n",
      "[a](https://b.org/c).\n---\n", "~~[a](https://b.org/c)~~\n---\n",
    ])
  func headings(_ text: String) throws {
    #expect(try headingsSeen(in: text) == [true, true])
  }

  /// Whether the outline and the model see a heading.
  private func headingsSeen(in text: String) throws -> [Bool] {
    let outline = MarkdownOutline(Array(text.utf8)).blocks.contains {
      if case .heading = $0.kind { true } else { false }
    }
    let brief = try brief("# T\n\n" + text + "\nEnd.\n")
    let isQuoted = brief.lede.contains {
      if case .quote(let blocks) = $0 { blocks.contains { $0.isHeading } } else { false }
    }
    return [outline, !brief.sections.isEmpty || isQuoted]
  }
}

extension Block {
  fileprivate var isHeading: Bool {
    if case .heading = self { true } else { false }
  }
}
