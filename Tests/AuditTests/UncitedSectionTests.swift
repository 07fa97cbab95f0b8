import BriefModel
import Testing

@testable import Audit

@Suite("Sections that should cite")
struct UncitedSectionTests {
  private let prose = String(repeating: "The price of tin rose again in May. ", count: 5)

  private func uncited(_ heading: String, _ text: String) throws -> Bool {
    let whole = "# P\n\n## Tin\n\nTin [rose](https://a.org/1).\n\n## \(heading)\n\n\(text)\n"
    return try findings(whole).contains { $0.contains("[uncited-section]") }
  }

  @Test(
    "Those that sum up, are about the brief, or say that they are an opinion need not",
    arguments: [
      "The bottom line", "BLUF", "In short", "Recap", "Weekly recap", "Wrap-up",
      "4. Closing thoughts", "Intro", "Das Wichtigste in Kürze", "Überblick", "Auf einen Blick",
      "En bref", "À retenir", "小结", "导语", "Glossary", "About", "Corrections", "Feedback",
      "Changelog", "Prompt", "Opinion", "Opinion: tin will rise", "Editorial", "Our view",
      "Kommentar", "社论", "观点", "评论", "💬 Commentary",
    ])
  func exempt(_ heading: String) throws {
    #expect(try !uncited(heading, prose))
  }

  @Test(
    "Such a word in a longer heading says nothing",
    arguments: [
      "Opinion polls show a lead", "Tin in short supply", "Tariffs hit the bottom line",
      "Bank recapitalisation", "Introspection", "About the strike at Pilbara", "Prompt engineers",
      "A view from the quay",
    ])
  func expected(_ heading: String) throws {
    #expect(try uncited(heading, prose))
  }

  @Test("Links to files beside the brief and to its own parts are no prose")
  func links() throws {
    let items = (1...10).map { "- [The price of tin in May](./tin-\($0).md)\n" }
    #expect(try !uncited("Deep dive", items.joined()))
    let parts = (1...10).map { "- [The price of tin in May](#tin-\($0))\n" }
    #expect(try !uncited("In this brief", parts.joined()))
    #expect(try uncited("Deep dive", items.joined() + "\n\(prose)"))
  }

  @Test("The advice can be followed")
  func advice() throws {
    let whole = "# P\n\nTin [rose](https://a.org/1).\n\n## Next\n\n\(prose)\n"
    let found = try findings(whole).filter { $0.contains("[uncited-section]") }
    #expect(
      found == [
        "5:1: warning: “Next” cites no source; cite what it claims, "
          + "or call it Opinion in its heading [uncited-section]"
      ])
  }
}
