import Testing

@testable import BriefModel

@Suite("Web addresses")
struct SourceURLTests {
  @Test(
    "are the same source when they differ only in how it was reached",
    arguments: [
      ("http://www.example.com/a", "https://example.com/a"),
      ("HTTPS://EXAMPLE.com:443/a/", "https://example.com/a"),
      ("https://edition.example.com/a/index.html#part", "https://example.com/a"),
      ("https://m.example.co.uk/a?utm_source=x&id=7&fbclid=y", "https://example.co.uk/a?id=7"),
      ("https://example.com/?CMP=x", "https://example.com"),
      ("https://example.com/a?at_medium=b&b=&at_x&c", "https://example.com/a?b=&c"),
      ("https://amp.example.com/story/amp/", "https://example.com/story"),
      ("https://example.com/amp/story", "https://example.com/story"),
      ("https://example.com/story.amp.html", "https://example.com/story.html"),
      ("https://example.com/amp", "https://example.com/amp"),
      ("https://www.co.uk/", "https://www.co.uk"),
      ("https://example.com/%e6%96%b0", "https://example.com/%E6%96%B0"),
      ("https://example.com/新", "https://example.com/%E6%96%B0"),
      ("https://user@example.com:8080/x", "https://user@example.com:8080/x"),
      ("https://example.com/a?mod=x&module=y", "https://example.com/a?module=y"),
      (
        "https://example.com/a?mtm_c=1&gclid=2&smid=3&taid=4&xtor=5&sref=6&srnd=7&ref_src=8",
        "https://example.com/a"
      ),
      (
        "https://example.com/a?UTM_Source=x&cmp=rss&reference=1",
        "https://example.com/a?reference=1"
      ),
      ("https://example.com/a?ID=1&ref=2&s=3&v=4", "https://example.com/a?ID=1&ref=2&s=3&v=4"),
      ("http://example.com:80/a", "https://example.com/a"),
      ("http://example.com:443/a", "https://example.com/a"),
      ("https://edition.cnn.com/2025/02/08/x/", "https://cnn.com/2025/02/08/x"),
      ("https://m.com/a", "https://m.com/a"), ("https://amp.dev/a", "https://amp.dev/a"),
      ("https://www.m.example.com/a//", "https://example.com/a"),
      ("https://example.com/a/amp/index.html", "https://example.com/a"),
      ("https://example.com/Index.html", "https://example.com/Index.html"),
      ("https://example.com/reindex.html", "https://example.com/reindex.html"),
      ("https://example.com/a?", "https://example.com/a"),
      ("https://example.com/a#?b", "https://example.com/a"),
      ("https://example.com./a", "https://example.com/a"),
    ])
  func canonical(_ raw: String, _ expected: String) {
    #expect(SourceURL(raw)?.canonical == expected)
  }

  @Test("have an identity that is its own", .enabled(if: !RealBriefs.paths.isEmpty))
  func identity() throws {
    for path in RealBriefs.paths {
      for source in try BriefLoader.load(path: path, today: RealBriefs.today).sources {
        let again = SourceURL(source.url.canonical)
        #expect(again?.canonical == source.url.canonical)
        #expect(again?.host == source.url.host && again?.domain == source.url.domain)
      }
    }
    for path in ["/amp/amp/a", "/a/amp/amp", "/a.amp.amp", "/a//amp", "/index.html/index.html"] {
      let canonical = try #require(SourceURL("https://a.example\(path)")).canonical
      #expect(SourceURL(canonical)?.canonical == canonical, "\(canonical)")
    }
  }

  @Test(
    "are refused where they could deceive a shell, a terminal or a reader",
    arguments: [
      "", "http://", "https:///path", "ftp://a.b/", "javascript:alert(1)", "mailto:a@b.c", "//a.b/",
      "https://a b.c/", "https://a.b/c d", "https://a.b/\u{1B}]8;;", "https://a.b/\u{9B}",
      "https://a.b\\c",
      "https://a.b/\u{202E}x", "https://a.b/\u{2066}", "https://a.b/\u{3000}", "https://a..b/",
      "https://.a/", "https://a.b:99999/", "https://a.b:8x/", "https://[::1/", "https://a>b/",
      "https://a%2Fb/", "https://-\u{200D}a.b/", "https://a.b/\u{7F}",
      "https://\(String(repeating: "a", count: 64)).b/",
    ])
  func refused(_ raw: String) {
    #expect(SourceURL(raw) == nil)
  }

  @Test("are pure ASCII where they leave the program")
  func ascii() throws {
    let url = try #require(SourceURL("https://Bücher.example/straße?q=日本&x={y}|\"#é"))
    #expect(
      url.ascii
        == "https://xn--bcher-kva.example/stra%C3%9Fe?q=%E6%97%A5%E6%9C%AC&x=%7By%7D%7C%22#%C3%A9")
    #expect(url.display == "https://Bücher.example/straße?q=日本&x={y}|\"#é")
    #expect(url.host == "bücher.example")
    let hidden = try #require(SourceURL("https://example.com/a\u{200B}b"))
    #expect(hidden.display == "https://example.com/a<U+200B>b")
    #expect(hidden.ascii == "https://example.com/a%E2%80%8Bb")
  }

  @Test("know their host and its registrable domain")
  func domains() {
    let cases = [
      ("https://www.bbc.co.uk/news", "bbc.co.uk", "bbc.co.uk"),
      ("https://asia.nikkei.com/", "asia.nikkei.com", "nikkei.com"),
      ("https://someone.github.io/x", "someone.github.io", "someone.github.io"),
      ("https://192.0.2.7:80/", "192.0.2.7", "192.0.2.7"),
      ("https://[2001:db8::1]/", "[2001:db8::1]", "[2001:db8::1]"),
      ("https://localhost/", "localhost", "localhost"),
      ("https://news.xn--fiqs8s/", "news.中国", "news.中国"),
    ]
    for (raw, host, domain) in cases {
      #expect(SourceURL(raw)?.host == host, "\(raw)")
      #expect(SourceURL(raw)?.domain == domain, "\(raw)")
    }
  }

  @Test(
    "carry the date of their article",
    arguments: [
      ("https://a.example/2025/02/07/world/x", "2025-02-07"),
      ("https://a.example/story/2025-02-08/x", "2025-02-08"),
      ("https://a.example/us-news/2025/feb/04/x", "2025-02-04"),
      ("https://a.example/x-2025-02-01/", "2025-02-01"),
      ("https://a.example/2025/02/slug", "2025-02"), ("https://a.example/20250825/x", "2025-08-25"),
      ("https://a.example/2020-04-23-slug", "2020-04-23"),
      ("https://a.example/article/09/23/2024/x", "2024-09-23"),
      ("https://a.example/politik/2025-05/26/x", "2025-05-26"),
      ("https://a.example/view/AEN20250803001500315", "2025-08-03"),
      ("https://a.example/n1/2025/0803/c1002-1.html", "2025-08-03"),
      ("https://a.example/x-2025-02-01.html", "2025-02-01"),
      ("https://a.example/t20250803_7034567.html", "2025-08-03"),
      ("https://a.example/2025/2/7/x", "2025-02-07"),
      ("https://a.example/1969/07/21/archives/x", "1969-07-21"),
      ("https://a.example/c20250803/x", "2025-08-03"), ("https://a.example/2025/02", "2025-02"),
      ("https://a.example/2025/Feb/04", "2025-02-04"),
      ("https://a.example/x/2025-02-08", "2025-02-08"),
      ("https://a.example/where-ore-comes-from-20200416/", "2020-04-16"),
      ("https://a.example/la-na-tin-20170420-story.html", "2017-04-20"),
      ("https://a.example/files/report_20260403.pdf", "2026-04-03"),
      ("https://a.example/20260402globalapp/x", "2026-04-02"),
      ("https://a.example/ir/2025/0525kaiken.html", "2025-05-25"),
    ])
  func dates(_ raw: String, _ expected: String) throws {
    let url = try #require(SourceURL(raw))
    #expect(URLDate.date(of: url, today: RealBriefs.today)?.description == expected)
  }

  @Test("have the same suffix where a sign joins the stop before it")
  func joinedStops() {
    #expect(Host.hasKnownSuffix("\u{D15}\u{D4E}.com") && Host.hasKnownSuffix("metals.com"))
    #expect(!Host.hasKnownSuffix("\u{D15}\u{D4E}.nosuffix"))
    #expect(
      "a\u{D4E}.b.c".parts(at: ".").map { Array($0.utf8) }
        == ["a\u{D4E}", "b", "c"].map { Array($0.utf8) })
  }

  @Test(
    "carry no date that is impossible, to come, or only looks like one",
    arguments: [
      "https://a.example/2025/13/07/x", "https://a.example/2025/02/30/x",
      "https://a.example/2030/01/01/x",
      "https://a.example/story/123456789", "https://a.example/20259999/x",
      "https://a.example/1234/56/78",
      "https://a.example/x?date=2025-02-01", "https://a.example/0041-2025-02",
      "https://a.example/2025/x", "https://a.example/x-20209999-y", "https://a.example/x-20300101",
      "https://a.example/x-19410102", "https://a.example/x-202504031",
      "https://a.example/20250403abc1/x", "https://a.example/20250403abcdef/x",
      "https://a.example/2025/0525a7/x", "https://a.example/2025/1399kaiken",
    ])
  func noDates(_ raw: String) throws {
    let url = try #require(SourceURL(raw))
    #expect(URLDate.date(of: url, today: RealBriefs.today) == nil)
  }
}
