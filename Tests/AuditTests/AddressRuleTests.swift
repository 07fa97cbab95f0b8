import BriefModel
import Testing

@testable import Audit

@Suite("Rules about addresses and labels")
struct AddressRuleTests {
  private func messages(of rule: String, _ text: String) throws -> [String] {
    Audit().findings(in: try manuscript(text)).filter { $0.rule == rule }.map(\.message)
  }

  // MARK: - bad-url

  @Test(
    "An address of the reader's own machine or network is one in whatever way it is written",
    arguments: [
      "127.1", "0x7f.1", "0x7f000001", "2130706433", "017700000001", "0", "127.0.0.1", "10.1.2.3",
      "169.254.169.254", "172.31.0.1", "192.168.1.1", "100.64.0.1", "[::1]", "[::]", "[fe80::1]",
      "[fd00::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "printer.local", "a.internal",
      "a.localhost", "localhost.", "LOCALHOST", "router.home.arpa", "wiki.corp",
    ])
  func local(_ host: String) throws {
    let found = try messages(of: "bad-url", "Tin [rose](http://\(host):8080/a).")
    #expect(found.count == 1 && found[0].contains("the reader's own machine"), "\(found)")
  }

  @Test(
    "A public number and a name that only has such a word in it are addresses as any other",
    arguments: [
      "8.8.8.8", "172.32.0.1", "100.128.0.1", "192.169.0.1", "[2606:4700::1111]",
      "[::ffff:8.8.8.8]", "local.org", "internal.metals.org", "localhost.metals.org",
      "10.metals.org",
    ])
  func notLocal(_ host: String) throws {
    #expect(try messages(of: "bad-url", "Tin [rose](http://\(host)/a).").isEmpty)
  }

  @Test(
    "A number that is none, and one that is kept for examples, lead nowhere",
    arguments: ["1.2.3.4.5", "256.1.1.1", "metals.1", "[1::2::3]", "192.0.2.7", "[2001:db8::1]"])
  func numbers(_ host: String) throws {
    #expect(try messages(of: "bad-url", "Tin [rose](http://\(host)/a).").count == 1)
  }

  @Test(
    "What makes an address none is found whatever signs join it",
    arguments: [
      ("http://host\u{600}:port/", "a port that is no number"),
      ("http://metals.org>\u{301}/", "has > in its host"),
      ("http://metals.org\u{600}/:80a/", "is no safe web address"),
    ])
  func joinedSigns(_ address: String, _ reason: String) throws {
    let found = try messages(of: "bad-url", "Tin [rose](\(address)).")
    #expect(found.count == 1 && found[0].contains(reason), "\(found)")
  }

  // MARK: - confusable-host

  @Test("A bare address that imitates another has no label that could name one")
  func bareImitations() throws {
    for text in ["Tin: https://m\u{435}tals.org/", "Tin: <https://m\u{435}tals.org/>"] {
      #expect(try messages(of: "confusable-host", text).count == 1)
      #expect(try messages(of: "label-mismatch", text) == [])
    }
    let labelled = "Tin [metals.org](https://m\u{435}tals.org/)"
    #expect(try messages(of: "label-mismatch", labelled).count == 1)
  }

  @Test(
    "A host that imitates another is told with what it looks like",
    arguments: [
      ("mıcrosoft.com", "microsoft.com"), ("twıst.org", "twist.org"), ("ɑpple.com", "apple.com"),
      ("ʀeuters.com", "reuters.com"), ("роса.org", "poca.org"), ("ᎡᎬᎫ.com", "rej.com"),
      ("ꓡꓲꓢꓴ.org", "lisu.org"), ("ⲟⲣⲥ.com", "opc.com"), ("xn--80a1aff.org", "poca.org"),
      ("metals.org⁄tin.zinc.org", "looks like “/”"), ("metals.org∕tin.zinc.org", "looks like “/”"),
      ("xn--mtals-zwe.org", "mixes scripts"), ("xn--zz.com", "no valid name"),
    ])
  func imitations(_ host: String, _ reason: String) throws {
    let found = try messages(of: "confusable-host", "Tin [rose](https://\(host)/a).")
    #expect(found.count == 1 && found[0].contains(reason), "\(found)")
  }

  @Test(
    "A name in its own letters is none that imitates",
    arguments: [
      "münchen.de", "日本.jp", "президент.рф", "роса.рф", "røde.dk", "fußball.de", "altın.com",
      "kırmızı.com.tr", "col·lectiu.cat", "スーパー.jp", "ニュース・日本.jp", "ελλάδα.gr", "naïve.fr",
      "신문.kr", "abc新闻.cn", "łódź.pl", "\u{D15}\u{D4E}.metals.org",
    ])
  func names(_ host: String) throws {
    #expect(try messages(of: "confusable-host", "Tin [rose](https://\(host)/a).").isEmpty)
  }

  // MARK: - label-mismatch

  @Test(
    "A label that is an address is told where the link leads elsewhere",
    arguments: [
      "[https://reuters.com/x](https://grain.org/a)", "[reuters.com/x](https://grain.org/a)",
      "[REUTERS.COM](https://grain.org/a)", "[Reuters.com](https://grain.org/a)",
      "[reuters．com](https://grain.org/a)", "[rеuters.com](https://grain.org/a)",
      "[reuters.com](https://grain.org/?q=reuters.com)",
      "[reuters.com](https://grain.org/#reuters.com)",
      "[reuters.com](https://reuters.com@grain.org/)",
      "[reuters.com](https://reuters.com.grain.org/)",
      "[reuters.com](https://grain.org/reuters.com/a)",
    ])
  func otherAddresses(_ link: String) throws {
    #expect(try messages(of: "label-mismatch", "Tin rose (\(link)).").count == 1)
  }

  @Test(
    "A label that is an address is none of another where the link is of its house, or about it",
    arguments: [
      "[bbc.com](https://www.bbc.co.uk/a)", "[REUTERS.COM](https://www.reuters.com/a)",
      "[https://reuters.com](https://cn.reuters.com/a)",
      "[reuters．com](https://www.reuters.com/a)",
      "[metals.org](https://metals.statuspage.io/a)",
      "[metals.org](https://web.archive.org/web/2025/https://www.metals.org/a)",
      "[metals.org](https://news.ycombinator.com/from?site=metals.org)",
      "[Booking.com](https://grain.org/a)", "[three.js](https://grain.org/a)",
      "[U.S.](https://grain.org/a)", "[anna@metals.org](https://grain.org/a)",
      "[Tin and metals.org](https://grain.org/a)", "https://mеtals.org/",
      "<https://mеtals.org/a>",
    ])
  func ownAddresses(_ link: String) throws {
    #expect(try messages(of: "label-mismatch", "Tin rose (\(link)).").isEmpty)
  }

  @Test(
    "A name that stands in the address where it says nothing of who published silences nothing",
    arguments: [
      "[Reuters](https://www.cnbc.com/2026/reuters-poll)",
      "[Reuters](https://www.cnbc.com/?utm_source=reuters)",
      "[Reuters](https://www.cnbc.com/a#reuters)", "[Reuters](https://reuters@www.cnbc.com/a)",
      "[Ｒｅｕｔｅｒｓ](https://www.cnbc.com/a)", "[Rеuters](https://www.cnbc.com/a)",
      "[Time](https://www.nytimes.com/a)", "[AP](https://www.cnbc.com/?by=ap)",
    ])
  func namesElsewhere(_ link: String) throws {
    #expect(try messages(of: "label-mismatch", "Tin rose (\(link)).").count == 1)
  }

  @Test(
    "A name in the host, of an account, or in the path of an aggregator is the outlet's own",
    arguments: [
      "[Reuters](https://finance.yahoo.com/news/reuters-tin)",
      "[Reuters](https://www.cnbc.com/reuters/a)", "[BBC](https://www.bbc.com/a)",
      "[ВВС](https://www.reuters.com/a)", "[Reuters](https://metals.org/a)",
      "[AP](https://\u{D15}\u{D4E}.ap.cnbc.com/a)",
    ])
  func namesOfTheirOwn(_ link: String) throws {
    #expect(try messages(of: "label-mismatch", "Tin rose (\(link)).").isEmpty)
  }

  @Test(
    "A host that only looks like an outlet's is told where the label names that one",
    arguments: [
      "[Reuters](https://www.reuters.com.evil.io/6)", "[BBC](https://bbc-co-uk.io/a)",
      "[Financial Times](https://financialtimes.io/b)", "[BBC News](https://bbc.news-uk.io/b)",
      "[Rеuters](https://reuters.evil.io/b)", "[GitHub](https://github-com.io/b)",
    ])
  func imitatedOutlets(_ link: String) throws {
    let found = try messages(of: "label-mismatch", "Tin rose (\(link)).")
    #expect(found.count == 1 && found[0].contains("is an address of"), "\(found)")
  }

  @Test("A name in a list is told where its outlet publishes elsewhere, whatever the host is like")
  func listedOutlets() throws {
    let text = "Tin fell [1] [2].\n\n## Sources\n\n1. Reuters, \"Title\", https://evil.io/q\n"
    #expect(
      try messages(of: "label-mismatch", text + "2. Reuters, \"Title\", https://reuters.com/q\n")
        == [
          "the label says Reuters, but https://evil.io/q is an address of evil.io; "
            + "mend the label or the address"
        ])
  }

  @Test(
    "An outlet's own domains and its countries' are no others'",
    arguments: [
      "[CNN](https://cnn.gr/a)", "[BBC](https://bbc.co.uk/a)", "[Forbes](https://forbes.com.mx/a)",
      "[Morning Ledger](https://morning-ledger.io/a)", "[Kubernetes](https://kubernetes.dev/a)",
    ])
  func ownDomains(_ link: String) throws {
    #expect(try messages(of: "label-mismatch", "Tin rose (\(link)).").isEmpty)
  }

  @Test("More than ten addresses of other hosts are told together, beside those of one host")
  func manyHosts() throws {
    let one = (1...6).map { "[b](http://b.org/\($0))\n" }
    let hosts = (1...11).map { "[a](http://h\($0).org/x)\n" } + one
    #expect(
      try messages(of: "insecure-url", hosts.joined()) == [
        "11 addresses of 11 hosts (h1.org, h2.org, h3.org, h4.org, …) are written with http; "
          + "write https if the site has it (lines 1–11)",
        "6 addresses of b.org are written with http; write https if the site has it (lines 12–17)",
      ])
    #expect(try messages(of: "insecure-url", hosts.dropFirst().joined()).count == 11)
  }

  @Test("What is told together and stands on one line is told with its columns")
  func oneLine() throws {
    let links = (1...6).map { "[b](http://b.org/\($0))" }.joined(separator: " ")
    #expect(
      try messages(of: "insecure-url", links) == [
        "6 addresses of b.org are written with http; write https if the site has it "
          + "(line 1, columns 1, 21, 41, 61, 81, 101)"
      ])
    let note = (1...6).map { _ in "[Metals](https://metals.org/a b)" }.joined(separator: "\n")
    #expect(try messages(of: "malformed-markdown", note)[0].hasSuffix("(6 places, lines 1–6)"))
  }

  @Test(
    "A search is told as one, and an address that is all of another's query as leading on",
    arguments: [
      ("https://weixin.sogou.com/weixin?type=2&query=tin", "is a search and no source"),
      ("https://weixin.sogou.com/link?url=x", "only leads on to the source"),
      ("https://href.li/?https://a.org/1", "only leads on to the source"),
      ("https://bit.ly/x", "only leads on to the source"),
    ])
  func redirections(_ address: String, _ words: String) throws {
    let messages = try messages(of: "redirector-url", "Tin [rose](\(address)).")
    #expect(messages.count == 1 && messages[0].contains(words), "\(messages)")
  }

  @Test(
    "A front page leads nowhere else", arguments: ["https://weixin.sogou.com/", "https://href.li/"])
  func frontPages(_ address: String) throws {
    #expect(try messages(of: "redirector-url", "Tin [rose](\(address)).").isEmpty)
  }

  @Test("A link to nothing is told, and one back to the start of the page is not")
  func nothing() throws {
    #expect(
      try messages(of: "bad-url", "Tin rose ([Reuters](#)).")
        == ["# stands in place of an address; write the address"])
    #expect(try messages(of: "bad-url", "[Back to top](#) [↑](#) [返回顶部](#)").isEmpty)
  }

  @Test(
    "A platform in capitals is no host, nor is what the path has",
    arguments: [
      "[ASP.NET](https://github.com/trending/asp.net)", "[VB.NET](https://github.com/dotnet/x)",
      "[PAINT.ORG](https://github.com/topics/paint.org)",
    ])
  func platforms(_ link: String) throws {
    #expect(try messages(of: "label-mismatch", "We used \(link).").isEmpty)
  }
}
