import BriefModel
import GRDB
import Glibc
import Testing

@testable import BriefLibrary

@Suite("The index names publishers")
struct PublisherTests {
  private let desk: IndexedFolder

  init() throws { desk = try IndexedFolder() }

  @Test("by the briefs that there are, and not by the first that was read") func gone() throws {
    let evil = try desk.write("evil.md", brief("Evil", "Onion Weekly"))
    try desk.run()
    #expect(try desk.titles("outlet:onion") == ["Evil"])
    #expect(try named() == ["Onion Weekly"])
    try desk.write("good.md", brief("Good", "Metal Post"))
    try desk.run()
    #expect(try desk.titles("outlet:onion") == ["Evil"], "by its own label")
    #expect(try desk.titles("outlet:metal") == ["Good"])
    #expect(try named() == ["unk.org"], "two that do not agree are no more than the host")
    unlink(evil)
    try desk.run()
    #expect(try desk.titles("outlet:onion") == [])
    #expect(try desk.titles("outlet:metal") == ["Good"])
    #expect(try named() == ["Metal Post"])
    try desk.write("good.md", brief("Good", "Metal Times"))
    try desk.run()
    #expect(try named() == ["Metal Times"])
    #expect(try count("outlet") == 1 && count("naming") == 1 && count("host_vote") == 1)
  }

  private func brief(_ title: String, _ outlet: String) -> String {
    "# \(title)\n\nTin fell.\n\n## Sources\n\n- **\(outlet):** https://unk.org/1\n"
  }

  @Test("not by one brief for many that do not name them") func abstaining() throws {
    try desk.write("evil.md", brief("Evil", "Onion Weekly"))
    try desk.write("a.md", "# A\n\nTin [fell](https://unk.org/1).\n")
    try desk.run()
    #expect(try named() == ["unk.org"])
    #expect(try desk.titles("outlet:onion") == ["Evil"])
  }

  @Test("by the table of outlets, else as most briefs do; each is found by either name")
  func names() throws {
    let labels = ["Metal Post", "Metal Post", "Metal Post", "The Ore"]
    for (number, label) in labels.enumerated() {
      try desk.write(
        "\(number).md",
        """
        # B\(number)

        Fell.

        ## Sources

        - **\(number == 0 ? "New York Times" : "路透社"):** https://www.nytimes.com/\(number)
        - **\(label):** https://unk.org/\(number)
        """)
    }
    try desk.run()
    #expect(try named().sorted() == ["Metal Post", "The New York Times"])
    #expect(try desk.titles("outlet:\"metal post\"") == ["B0", "B1", "B2", "B3"])
    #expect(try desk.titles("outlet:ore") == ["B3"])
    #expect(try desk.titles("outlet:\"the new york\"") == ["B0", "B1", "B2", "B3"])
    #expect(try desk.titles("source:路透社") == ["B1", "B2", "B3"])
    #expect(try desk.titles("source:https://unk.org/3") == ["B3"])
  }

  @Test("and articles by a title that a brief gives, as long as it is there") func titles() throws {
    try desk.write("a.md", "# A\n\nSee [one](https://unk.org/1).\n")
    let path = try desk.write(
      "b.md", "# B\n\nSee [1].\n\n## Sources\n\n1. Unk. [Tin fell far](https://unk.org/1)\n")
    try desk.run()
    let outlet = try #require(try desk.index.outlets(named: "", by: .count).first)
    let article = try #require(try desk.index.articles(of: outlet.id, by: .newest).first)
    #expect(article.title == "Tin fell far" && article.briefs == 2 && article.citations == 2)
    unlink(path)
    try desk.run()
    let left = try #require(try desk.index.outlets(named: "", by: .count).first)
    #expect(try desk.index.articles(of: left.id, by: .newest).map(\.title) == [nil])
    #expect(left.citations == 1 && left.articles == 1)
  }

  @Test("and keeps nothing of briefs that are gone") func remains() throws {
    let path = try desk.write(
      "a.md", "# A\n\nSee [Unk](https://unk.org/1) and [it](https://reuters.com/2).\n")
    try desk.write("b.md", "# B\n\nNothing.\n")
    try desk.run()
    #expect(try named().sorted() == ["Reuters", "Unk"])
    unlink(path)
    try desk.run()
    for table in ["outlet", "host", "host_vote", "host_month", "source", "naming", "use"] {
      #expect(try count(table) == 0, "\(table)")
    }
  }

  private func named() throws -> [String] {
    try desk.index.read { db in
      try String.fetchAll(
        db, sql: "SELECT outlet.name FROM host JOIN outlet ON outlet.id = host.outlet")
    }
  }

  private func count(_ table: String) throws -> Int {
    try desk.index.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? -1 }
  }
}
