import Testing

@testable import BriefModel

@Suite("Outlets")
struct OutletTests {
  private static let lines = String(decoding: PackageResources.outlets_tsv, as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  private static let rows = lines.map {
    $0.split(separator: "\t", omittingEmptySubsequences: false)
  }

  // MARK: - The table

  @Test("The table is sorted, and each host stands in it once")
  func order() {
    let hosts = Self.rows.map { Array($0[0].utf8) }
    #expect(hosts.count >= 250)
    for (host, next) in zip(hosts, hosts.dropFirst()) {
      let isBefore = host.lexicographicallyPrecedes(next)
      #expect(isBefore, "\(String(decoding: next, as: UTF8.self))")
    }
  }

  @Test("Each line of the table has a host as sources are known by, a clean name and a kind")
  func lines() {
    for row in Self.rows {
      guard row.count == 3 else {
        Issue.record("\(row)")
        continue
      }
      let url = SourceURL("https://\(row[0])/")
      #expect(url?.canonical == "https://\(row[0])" && url?.host == String(row[0]), "\(row)")
      let name = String(row[1])
      #expect(Sanitizer.isClean(name) && OutletName.trimmed(name + ":") == OutletName.trimmed(name))
      #expect(!name.isEmpty && !name.hasPrefix(" ") && !name.hasSuffix(" "), "\(row)")
      #expect(OutletTable.Kind(rawValue: String(row[2])) != nil, "\(row)")
    }
  }

  @Test("Every row is found, by its host and below it, and nothing else is")
  func search() {
    for row in Self.rows {
      #expect(OutletTable.row(host: String(row[0]))?.name == String(row[1]))
    }
    for host in [
      "", "a", "zzz", "reuters", "reuters.co", "reuters.comm", "xreuters.com", "\t", "\n",
    ] {
      #expect(OutletTable.row(host: host) == nil, "\(host)")
    }
  }

  @Test(
    "A subdomain has a row of its own or its domain's, but not on platforms of many publishers",
    arguments: [
      ("https://edition.cnn.com/x", "CNN"), ("https://finance.yahoo.com/x", "Yahoo Finance"),
      ("https://sg.finance.yahoo.com/x", "Yahoo"), ("https://www.bbc.co.uk/news", "BBC"),
      ("https://en.wikipedia.org/wiki/X", "Wikipedia"), ("https://medium.com/x", "Medium"),
      ("https://someone.substack.com/p/x", nil), ("https://unknown.example/", nil),
    ])
  func subdomains(_ address: String, _ name: String?) throws {
    #expect(OutletTable.row(of: try #require(SourceURL(address)))?.name == name)
  }

  // MARK: - The rule

  /// The outlets of a brief, by the paths of their addresses.
  private func outlets(_ text: String) throws -> [String: String] {
    let sources = try brief("# Title\n\n" + text).sources
    return Dictionary(
      sources.map { ($0.url.ascii.split(separator: "/").last.map(String.init) ?? "", $0.outlet) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test("The label in the list of sources goes before all others")
  func listed() throws {
    let found = try outlets(
      """
      The [Reuters](https://reuters.com/a) story.

      ## Sources

      - **Reuters World Desk:** [https://reuters.com/a](https://reuters.com/a)
      """)
    #expect(found == ["a": "Reuters World Desk"])
  }

  @Test("A host is called what the brief's labels call it most, also where one link tells a story")
  func majority() throws {
    let found = try outlets(
      """
      [Morning Ledger](https://ledger.example/a) and [The Ledger](https://ledger.example/b), then
      [The Ledger](https://ledger.example/c); and [rain fell](https://ledger.example/d).
      """)
    #expect(Set(found.values) == ["The Ledger"])
    #expect(found.count == 4)
  }

  @Test("A label that is used once and unlike its host is the story, not who tells it")
  func stories() throws {
    let found = try outlets(
      """
      [3D in CSS](https://garden.example/a), [The Rain Calendar](https://talk.storm.example/b),
      [Boston Rust Meetup](https://www.meetup.com/c), [x](https://www.meetup.com/d),
      [Boston Rust Meetup](https://www.meetup.com/e), [路透社](https://www.bbc.com/zhongwen/f),
      [彭博社](https://www.bloomberg.com/g), [Evening Star](https://star-news.example/h).
      """)
    #expect(found["a"] == "garden.example" && found["b"] == "storm.example")
    #expect(found["c"] == "Meetup" && found["d"] == "Meetup")
    #expect(found["f"] == "BBC" && found["g"] == "彭博社" && found["h"] == "Evening Star")
  }

  @Test("A name unlike its host needs two articles, and most of the links to the host")
  func shared() throws {
    let found = try outlets(
      """
      [Evening Post](https://q1.example/a), [Evening Post](https://q1.example/b),
      [it rained](https://q1.example/c). [Bay Watch](https://q2.example/d), [Bay
      Watch](https://q2.example/d). [Sea News](https://q3.example/e), [Sea
      News](https://q3.example/f), [ebb](https://q3.example/g), [flow](https://q3.example/h).
      """)
    #expect(["a", "b", "c"].map { found[$0] } == Array(repeating: "Evening Post", count: 3))
    #expect(found["d"] == "q2.example" && found["e"] == "q3.example")
  }

  @Test("A headline before an address in a list is the title")
  func headlines() throws {
    let sources = try brief(
      "# T\n\nRain.\n\n## Sources\n\n- Harbours: The Ebb : https://lab.example/a\n"
    ).sources
    #expect(sources.map(\.outlet) == ["lab.example"])
    #expect(sources.map(\.title) == ["Harbours: The Ebb"])
  }

  @Test("A known host keeps its name where labels are stories, bare hosts or short names")
  func table() throws {
    let found = try outlets(
      """
      ([reuters.com](https://www.reuters.com/a?utm_source=x)) and
      [Trump Administration Halts Visas](https://apnews.com/b), [mofcom](https://mofcom.gov.cn/c),
      [《纽约时报》](https://nytimes.com/d), [美联社](https://apnews.com/e),
      [Why GitHub](https://github.com/f), [WSJ](https://wsj.com/g), [talks](https://wsj.com/h).
      """)
    #expect(found["a?utm_source=x"] == "Reuters")
    #expect(found["b"] == "美联社" && found["e"] == "美联社")
    #expect(found["c"] == "商务部" && found["f"] == "GitHub")
    #expect(found["g"] == "WSJ" && found["h"] == "WSJ")
  }

  @Test("An unknown host without a name is its registrable domain")
  func domains() throws {
    let found = try outlets(
      """
      It [rained](https://news.weather.example.co.uk/a) and [poured](https://me.substack.com/b) and
      [stopped](https://me.github.io/c).
      """)
    #expect(found == ["a": "example.co.uk", "b": "me.substack.com", "c": "me.github.io"])
  }

  @Test("Behind a redirector only the link's own label tells the outlet")
  func redirectors() throws {
    let host = "https://vertexaisearch.cloud.google.com/grounding-api-redirect"
    let found = try outlets(
      """
      It rained. [reuters.com](\(host)/a) [sina](\(host)/b) [here](\(host)/c)
      [BBC](https://news.google.com/read/d) [Baidu](https://www.baidu.com/e)
      [sign up here](https://bit.ly/f)
      """)
    #expect(found["a"] == "Reuters")
    #expect(found["b"] == "sina")
    #expect(found["c"] == "vertexaisearch.cloud.google.com")
    #expect(found["d"] == "BBC")
    #expect(found["f"] == "bit.ly")
  }

  @Test(
    "Addresses that only lead on are told from others of their hosts",
    arguments: [
      ("https://vertexaisearch.cloud.google.com/x", true), ("https://t.co/x", true),
      ("https://news.google.com/read/CBMi", true), ("https://news.google.com/", false),
      ("https://www.baidu.com/link?url=x", true), ("https://www.baidu.com/s?wd=x", false),
      ("https://www.google.com/url?q=x", true), ("https://www.google.com", false),
      ("https://bit.ly.example/", false), ("https://reuters.com/s", false),
    ])
  func redirection(_ address: String, _ leadsOn: Bool) throws {
    #expect(try #require(SourceURL(address)).leadsOn == leadsOn)
  }

  @Test(
    "Searches are told from the pages of their hosts",
    arguments: [
      ("https://www.baidu.com/s?wd=x", true), ("https://www.baidu.com/story", false),
      ("https://www.google.com/search?q=x", true), ("https://www.google.com/search", false),
      ("https://search.reuters.com/?q=x", false),
    ])
  func searches(_ address: String, _ isSearch: Bool) throws {
    #expect(try #require(SourceURL(address)).isSearch == isSearch)
  }

  @Test(
    "A label is freed from the marks around it, but not from those within",
    arguments: [
      ("**Reuters:** ", "Reuters"), ("(AP)", "AP"), ("The Sun (Malta):", "The Sun (Malta)"),
      ("Tin (and lead etc.).", "Tin (and lead etc.)"), ("(Tin etc.)", "Tin etc"),
      ("\"Wind\" rises", "\"Wind\" rises"), ("Rain & \"wind\"", "Rain & \"wind\""),
      ("“Rain”", "Rain"), ("日本の「見出し」：", "日本の「見出し」"), ("「見出し」の日", "「見出し」の日"),
      ("- [x] —", "x"), (" — ", ""),
    ])
  func trimming(_ label: String, _ expected: String) {
    #expect(OutletName.trimmed(label) == expected)
  }

  @Test("A megabyte of labels for one host is named in time")
  func manyLabels() throws {
    let links = (0..<25_000).map { "[Name Number\($0)](https://ledger.example/\($0 % 7))" }
    #expect(try brief(links.joined(separator: "\n")).sources.count == 7)
  }
}
