import BriefModel
import Testing

@testable import Audit

@Suite("Addresses that markup loses, and marks that leak")
struct LostAddressTests {
  private func messages(of rule: String, _ text: String) throws -> [String] {
    Audit().findings(in: try manuscript(text)).filter { $0.rule == rule }.map(\.message)
  }

  @Test("A link in the place of an address is a citation of it, and is told")
  func doubled() throws {
    let text = "油价上涨 [来源]([https://a.org/1?q=%E6(b)](https://a.org/1?q=%E6(b)))。"
    let brief = try manuscript(text).brief
    #expect(brief.citations.map { $0.url?.ascii } == ["https://a.org/1?q=%E6(b)"])
    #expect(brief.citations.map(\.label) == ["来源"])
    #expect(
      try messages(of: "malformed-markdown", text)
        == ["this link has another one in the place of its address; write [label](address)"])
  }

  @Test(
    "A file is one though it has an address in its name, and an unsafe address is none",
    arguments: [
      "[a](old/https://a.org/1)", "[a](proxy?url=https://a.org/1)", "[a](<[https://a b]>)",
      "[a]([javascript:x](javascript:x))",
    ])
  func files(_ link: String) throws {
    #expect(try manuscript("Tin \(link) rose.").brief.citations.isEmpty)
  }

  @Test("A label that an opening bracket ends is told")
  func opened() throws {
    #expect(
      try messages(of: "malformed-markdown", "Follow [here[(https://a.org/1) to use it.")
        == ["this is no link, as [ ends its label; write [label](address)"])
    #expect(try messages(of: "malformed-markdown", "Tin [(https://a.org/1)] rose.").isEmpty)
  }

  @Test(
    "A mark of a program is told as it stands",
    arguments: [
      "<thinking>", "</thinking>", "(cite index=", "<cite index=",
      "grok_render_citation_card_json=",
      "<|endoftext|>",
    ])
  func leaks(_ mark: String) throws {
    #expect(
      try messages(of: "raw-leak", "Tin rose. \(mark)\"1-1\"> Lead fell.")
        == ["\(mark) is a mark of the program that wrote this; remove it"])
  }

  @Test(
    "What a search found, by its number, is a citation that leads nowhere",
    arguments: ["[attached_file:1]", "[file:12]", "[memory:2]", "[web:3]"])
  func results(_ mark: String) throws {
    #expect(
      try messages(of: "unresolvable-citation", "Tin rose. \(mark)") == [
        "\(mark) is a program's own mark and leads nowhere; "
          + "put a link to the source in its place"
      ])
    #expect(try messages(of: "unresolvable-citation", "See [file:a] and [memory:].").isEmpty)
  }

  @Test("A source that nothing cites is told by its title, or by its address")
  func uncited() throws {
    let text = "# P\n\nTin [rose](https://a.org/1).\n\n## Sources\n\n1. https://a.org/1\n"
    #expect(
      try messages(
        of: "uncited-source",
        text + "2. Tin again. https://github.com/a/tin\n3. https://github.com/a/lead\n") == [
          "“Tin again” is listed, but nothing in the text cites it; "
            + "cite https://github.com/a/tin where it is used, or remove the entry",
          "github.com/a/lead is listed, but nothing in the text cites it; "
            + "cite it where it is used, or remove the entry",
        ])
  }
}
