import Foundation
import Testing

@testable import BriefModel

@Suite("Sources over briefs")
struct SourceCatalogTests {
  private static let monday = """
    # Monday

    Prices fell, says [Reuters](https://www.reuters.com/2025/02/08/prices?utm_source=x).

    ## Markets

    [Reuters](http://reuters.com/2025/02/08/prices) again and [again](https://reuters.com/2025/02/08/prices/),
    and the [Gazette](https://gazette.example/a).

    ## Sources

    - **The Ledger:** [Rain & "wind"](https://ledger.example/2025-02-03/rain)
    """
  private static let tuesday = """
    # Tuesday

    ## Rain

    It [rained](https://www.ledger.example/2025-02-03/rain#top) and [poured](https://b.example/).
    """

  private func catalog() throws -> SourceCatalog {
    var catalog = SourceCatalog()
    catalog.add(try brief(Self.monday, path: "monday.md"))
    catalog.add(try brief(Self.tuesday, path: "tuesday.md"))
    return catalog
  }

  @Test("are joined by canonical URL, with each section that cites them and how often")
  func joining() throws {
    let entries = try catalog().entries
    #expect(entries.map(\.outlet) == ["Reuters", "Gazette", "The Ledger", "b.example"])
    #expect(entries.map(\.number) == [1, 2, 3, 4])
    #expect(entries.map(\.citationCount) == [3, 1, 1, 1])
    #expect(entries.map(\.isListed) == [false, false, true, false])
    #expect(
      entries[0].uses == [
        .init(path: "monday.md", section: nil, line: 3, count: 1),
        .init(path: "monday.md", section: "Markets", line: 7, count: 2),
      ])
    #expect(
      entries[2].uses == [
        .init(path: "monday.md", section: "Sources", line: 12, count: 0),
        .init(path: "tuesday.md", section: "Rain", line: 5, count: 1),
      ])
    #expect(entries[2].title == "Rain & \"wind\"")
  }

  @Test("have one name for a publisher over briefs, and a brief's own in one")
  func publishers() throws {
    let labels = ["The Ore", "Metal Post", "Metal Post"]
    var catalog = SourceCatalog()
    for (number, label) in labels.enumerated() {
      catalog.add(
        try brief(
          """
          # T

          ## Sources

          - **\(label):** https://unk.example/\(number)
          - **New York Times:** https://www.nytimes.com/\(number)
          - **路透社:** https://news.google.com/\(number)
          - **A Meetup in Ulm:** https://www.meetup.com/\(number)
          """))
      if number == 0 {
        #expect(
          catalog.entries.map(\.outlet) == [
            "The Ore", "New York Times", "路透社", "A Meetup in Ulm",
          ])
      }
    }
    #expect(
      catalog.entries.suffix(4).map(\.outlet) == [
        "Metal Post", "The New York Times", "Reuters", "Meetup",
      ])
    #expect(catalog.entries.first?.outlet == "Metal Post")
  }

  @Test(
    "name a publisher by the votes of briefs",
    arguments: [
      (["The Ore": 1, "Metal Post": 2], "Metal Post"),
      (["The Ore": 1, "Metal Post": 1], "unk.example"),
      (["The Ore": 1, "unk.example": 1], "unk.example"), (["Unk": 1, "unk.example": 3], "Unk"),
      (["The Unk": 1, "Unk": 1, "Metal Post": 1], "Unk"),
      (["路透社": 2, "unk.example": 1], "Reuters"),
      (["The Ore": 2, "unk.example": 1], "The Ore"), ([:], "unk.example"),
    ])
  func votes(_ votes: [String: Int], _ name: String) throws {
    let host = PublishingHost(try #require(SourceURL("https://www.unk.example/1")))
    #expect(host.name(votes: votes) == name)
    let japanese = PublishingHost(try #require(SourceURL("https://jp.reuters.com/1")))
    #expect(japanese.name(votes: votes) == "Reuters", "one publisher, whatever the script")
  }

  @Test(
    "have another outlet's name by its initials only where the host hides who publishes",
    arguments: [
      ("https://www.ft.dk/1", "FT", "FT"), ("https://news.google.com/1", "FT", "Financial Times"),
    ])
  func aliases(_ address: String, _ label: String, _ name: String) throws {
    let host = PublishingHost(try #require(SourceURL(address)))
    #expect(host.name(votes: [label: 2]) == name)
  }

  @Test(
    "are sorted in every order",
    arguments: [
      (SourceOrder.number, [1, 2, 3, 4]), (.date, [1, 3, 2, 4]), (.outlet, [4, 2, 1, 3]),
      (.use, [1, 2, 3, 4]), (.url, [4, 2, 3, 1]),
    ])
  func sorting(_ order: SourceOrder, _ numbers: [Int]) throws {
    #expect(try catalog().sorted(by: order).map(\.number) == numbers)
  }

  @Test("are sorted in time linear to their number", .timeLimit(.minutes(1))) func many() throws {
    let links = (0..<4000).map { "[x](https://a\($0).example/)" }.joined(separator: " ")
    var catalog = SourceCatalog()
    for title in ["T", "U"] { catalog.add(try brief("# \(title)\n\n\(links)")) }
    #expect(catalog.sorted(by: .url).count == 4000)
  }

  @Test("have keys that are unique and do not follow the order")
  func keys() throws {
    var catalog = SourceCatalog()
    let addresses = [
      "https://a.example/2025/02/08/x", "https://a.example/2025/02/08/y", "https://a.example/z",
      "https://bücher.example/", "https://a-2025-02-08.example/", "https://192.0.2.1/",
      "https://[::1]/", "https://a.example/2025/02/08/w",
    ]
    let links = addresses.map { "[story](\($0))" }.joined(separator: " ")
    catalog.add(try brief("# T\n\n\(links)"))
    let keys = CitationKeys.keyed(catalog.entries).map(\.key)
    #expect(
      keys == [
        "a-2025-02-08", "a-2025-02-08-2", "a", "xn--bcher-kva", "a-2025-02-08-3", "192", "source",
        "a-2025-02-08-4",
      ])
    #expect(CitationKeys.keyed(catalog.entries.reversed()).map(\.key) == keys.reversed())
  }

  @Test("are told in text, each with its address and what cites it")
  func text() throws {
    let text = String(
      decoding: SourceFormat.text.bytes(of: try catalog().sorted(by: .date)), as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        [1] Reuters · 2025-02-08
            https://www.reuters.com/2025/02/08/prices?utm_source=x
            monday.md:3  1×
            monday.md:7  Markets  2×

        [3] The Ledger · Rain & "wind" · 2025-02-03
            https://ledger.example/2025-02-03/rain
            monday.md:12  Sources  listed only
            tuesday.md:5  Rain  1×

        """))
    let urls = String(decoding: SourceFormat.urls.bytes(of: try catalog().entries), as: UTF8.self)
    #expect(urls.split(separator: "\n").count == 4)
    #expect(urls.hasPrefix("https://www.reuters.com/2025/02/08/prices?utm_source=x\n"))
  }

  @Test("are told as JSON of the documented schema")
  func json() throws {
    let bytes = SourceFormat.json.bytes(of: try catalog().entries)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(object["schema"] as? String == "broadsheet.sources/1")
    let sources = try #require(object["sources"] as? [[String: Any]])
    #expect(sources.count == 4)
    #expect(sources[2]["canonicalURL"] as? String == "https://ledger.example/2025-02-03/rain")
    #expect(sources[2]["title"] as? String == "Rain & \"wind\"")
    #expect(sources[2]["listed"] as? Bool == true && sources[2]["cited"] as? Int == 1)
    let uses = try #require(sources[0]["uses"] as? [[String: Any]])
    #expect(uses.count == 2 && uses[0]["section"] is NSNull && uses[1]["line"] as? Int == 7)
  }

  @Test("are nothing but the frame where there are none")
  func empty() {
    for format in SourceFormat.allCases {
      let text = String(decoding: format.bytes(of: []), as: UTF8.self)
      switch format {
      case .json: #expect(text == "{\"schema\":\"broadsheet.sources/1\",\"sources\":[\n]}\n")
      case .cslJSON: #expect(text == "[\n]\n")
      case .text, .bibtex, .ris, .urls: #expect(text == "")
      }
    }
  }

  @Test("are joined in time, however many there are")
  func manySources() throws {
    let links = (0..<12_000).map { "[a](https://a\($0 % 3000).example/2025/02/08/\($0))" }
    var catalog = SourceCatalog()
    let brief = try brief("# T\n\n" + links.joined(separator: "\n"))
    for _ in 0..<3 { catalog.add(brief) }
    #expect(catalog.entries.count == 12_000)
    #expect(Set(CitationKeys.keyed(catalog.entries).map(\.key)).count == 12_000)
  }
}
