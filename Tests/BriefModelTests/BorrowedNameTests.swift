import Testing

@testable import BriefModel

@Suite("Names of known outlets at hosts that are not theirs")
struct BorrowedNameTests {
  private func sources(_ text: String) throws -> [Source] {
    try brief("# Title\n\n" + text + "\n").sources
  }

  @Test(
    "A host that looks like an outlet's does not earn its name",
    arguments: [
      ("[Reuters](https://www.reuters.com.evil.io/6)", "evil.io"),
      ("[BBC](https://bbc-co-uk.io/a)", "bbc-co-uk.io"),
      ("[Financial Times](https://financialtimes.io/b)", "financialtimes.io"),
      ("[BBC News](https://bbc.news-uk.io/b)", "news-uk.io"),
      ("[reuters](https://reuters.evil.io/b)", "evil.io"),
      ("[The Reuters](https://reuters-news.org/b)", "reuters-news.org"),
      ("[Reuters](https://reuters.cm/b)", "reuters.cm"),
      ("[FT](https://ft-com.org/b)", "ft-com.org"),
      ("[Reuters](https://reuters.github.io/b)", "reuters.github.io"),
      ("[GitHub](https://github-com.io/b)", "github-com.io"),
      ("[GitHub](https://github.com.evil.io/b)", "evil.io"),
    ])
  func imitations(_ link: String, _ outlet: String) throws {
    let source = try #require(try sources("Tin \(link) rose.").first)
    #expect(source.outlet == outlet && source.borrowedName != nil)
  }

  @Test("A name in a list earns none either, and is no title")
  func listed() throws {
    let sources = try sources(
      """
      Tin fell [1] [2].

      ## Sources

      1. Reuters, "Title one", https://evil.io/q
      2. **BBC:** https://metals.io/r
      """)
    #expect(sources.map(\.outlet) == ["evil.io", "metals.io"])
    #expect(sources.map(\.title) == ["Title one", nil])
    #expect(sources.map(\.borrowedName) == ["Reuters", "BBC"])
  }

  @Test(
    "An outlet keeps its name at its own domains, below them, and in those of countries",
    arguments: [
      ("[Reuters](https://uk.reuters.com/a)", "Reuters"), ("[BBC](https://bbc.co.uk/a)", "BBC"),
      ("[BBC News](https://news.bbc.co.uk/a)", "BBC News"), ("[CNN](https://cnn.gr/a)", "CNN"),
      ("[Forbes](https://www.forbes.com.mx/a)", "Forbes"), ("[CNN](https://cnn.it/a)", "CNN"),
      ("[Reuters](https://www.reuters.co.uk/a)", "Reuters"),
      ("[Kubernetes](https://kubernetes.dev/a)", "Kubernetes"),
      ("[BBC](https://bbc.example/a)", "BBC"),
      ("[Reuters](https://news.google.com/read/a)", "Reuters"),
    ])
  func owners(_ link: String, _ outlet: String) throws {
    let source = try #require(try sources("Tin \(link) rose.").first)
    #expect(source.outlet == outlet && source.borrowedName == nil)
  }

  @Test("What shows others' articles may have their names, and so may an account that a list names")
  func collectors() throws {
    let sources = try sources(
      """
      Tin fell [1] [2].

      ## Sources

      1. **Reuters:** https://archive.ph/q
      2. **BBC:** https://t.me/bbc
      """)
    #expect(sources.map(\.outlet) == ["Reuters", "BBC"])
  }

  @Test("A name that nobody in the table has is its host's as ever")
  func others() throws {
    let sources = try sources(
      "The [Morning Ledger](https://morning-ledger.io/a) and [Tin Times](https://tintimes.io/b).")
    #expect(sources.map(\.outlet) == ["Morning Ledger", "Tin Times"])
    #expect(KnownNames.outlet("Morning Ledger") == nil)
    #expect(KnownNames.outlet("the guardian")?.hosts == ["theguardian.com"])
    #expect(KnownNames.outlet("Kubernetes News") == nil && KnownNames.outlet("Kubernetes") != nil)
  }
}
