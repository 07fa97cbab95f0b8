import Testing

@testable import BriefModel

@Suite("Platforms")
struct PlatformTests {
  private static let rows = String(decoding: PackageResources.platforms_tsv, as: UTF8.self)
    .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }

  private func source(_ address: String, outlet: String = "Platform") throws -> Source {
    Source(number: 1, url: try #require(SourceURL(address)), outlet: outlet)
  }

  // MARK: - The table

  @Test("The table is sorted by host and path, and no line stands in it twice")
  func order() {
    let keys = Self.rows.map { Array("\($0[0])\t\($0[1])".utf8) }
    #expect(keys.count > 200)
    for (key, next) in zip(keys, keys.dropFirst()) {
      let isBefore = key.lexicographicallyPrecedes(next)
      #expect(isBefore, "\(String(decoding: next, as: UTF8.self))")
    }
  }

  @Test("Each line has a host as sources are known by, a path, a kind, and a name to go with it")
  func lines() {
    let doors = Set(Self.rows.filter { $0[2] == "door" }.map { $0[0] })
    let hosts = Set(Self.rows.map { $0[0] })
    for row in Self.rows {
      guard row.count == 4, let kind = PlatformTable.Kind(rawValue: row[2]) else {
        Issue.record("\(row)")
        continue
      }
      let url = SourceURL("https://\(row[0])/")
      #expect(url?.canonical == "https://\(row[0])" && url?.host == row[0], "\(row)")
      let names = row[1].count { $0 == "@" }
      switch kind {
      case .account: #expect(names == 1 && row[3].contains("@"), "\(row)")
      case .work: #expect(row[3] == "-" ? names == 0 : names == 1 && row[3].contains("@"), "\(row)")
      case .site: #expect(row[3] == "-" && names == 0, "\(row)")
      case .door: #expect(row[1] == "-" && hosts.contains(row[3]) && !doors.contains(row[3]))
      }
      #expect(!row[1].hasPrefix("/") && !row[1].hasSuffix("/") && !row[1].isEmpty, "\(row)")
    }
  }

  // MARK: - Whose an address is

  @Test(
    "The account is where the platform has it in its paths",
    arguments: [
      ("https://github.com/orgs/OpenAI/repositories", "OpenAI"),
      ("https://github.com/users/someone/projects/1", "someone"),
      ("https://raw.githubusercontent.com/someone/tin/main/a.md", "someone"),
      ("https://huggingface.co/datasets/someone/tin", "someone"),
      ("https://huggingface.co/spaces/someone/tin", "someone"),
      ("https://huggingface.co/blog/someone/tin-fell", "someone"),
      ("https://medium.com/@someone/tin-1", "@someone"),
      ("https://medium.com/tin-weekly/tin-1", "tin-weekly"),
      ("https://dev.to/someone/tin-1", "someone"),
      ("https://www.youtube.com/@someone/videos", "@someone"),
      ("https://www.youtube.com/channel/UC1", "channel/UC1"),
      ("https://twitter.com/someone/status/1", "someone"),
      ("https://www.linkedin.com/company/tin/", "company/tin"),
      ("https://www.linkedin.com/posts/someone_tin-activity-1", "someone"),
      ("https://open.substack.com/pub/someone/p/tin", "someone.substack.com"),
      ("https://www.sohu.com/a/123_456?x=1", "456"),
      ("https://www.facebook.com/profile.php?sk=a&id=77", "77"),
      ("https://www.reddit.com/user/someone/comments/1", "u/someone"),
      ("https://www.meetup.com/de-DE/tin-berlin/events/1", "tin-berlin"),
      ("https://github.com//someone//tin", "someone"),
    ])
  func accounts(address: String, account: String) throws {
    #expect(Publisher.of(try source(address)) == "Platform (\(account))")
    #expect(Publisher.hasAccounts(try #require(SourceURL(address))))
  }

  @Test(
    "Pages of the platform itself are of no account",
    arguments: [
      "https://github.com/", "https://github.com/blog/1-tin", "https://github.com/features/actions",
      "https://github.com/orgs", "https://github.com/trending/swift?since=daily",
      "https://huggingface.co/blog/tin", "https://huggingface.co/datasets/tin",
      "https://huggingface.co/docs/hub/tin", "https://medium.com/tag/tin", "https://dev.to/t/tin",
      "https://x.com/search?q=tin", "https://www.linkedin.com/jobs/tin",
      "https://www.youtube.com/results?search_query=tin", "https://www.sohu.com/about",
    ])
  func sites(address: String) throws {
    #expect(Publisher.of(try source(address)) == "Platform")
    #expect(!Publisher.hasAccounts(try #require(SourceURL(address))))
  }

  @Test("What one account publishes is of one publisher, by whichever address")
  func same() throws {
    let groups = [
      [
        "https://github.com/OpenAI/tin", "https://github.com/orgs/openai/people",
        "https://gist.github.com/openai/1", "https://raw.githubusercontent.com/openai/tin/main/a",
      ],
      ["https://huggingface.co/someone/tin", "https://huggingface.co/spaces/someone/tin"],
      ["https://twitter.com/someone/status/1", "https://x.com/Someone/status/2"],
      ["https://medium.com/@someone/tin-1", "https://someone.medium.com/lead-2"],
      ["https://someone.substack.com/p/tin", "https://open.substack.com/pub/someone/p/lead"],
      [
        "https://youtu.be/abc", "https://www.youtube.com/watch?v=abc&t=1",
        "https://m.youtube.com/shorts/abc", "https://www.youtube-nocookie.com/embed/abc",
      ],
    ]
    for group in groups {
      #expect(Publisher.count(of: try group.map { try source($0) }) == 1, "\(group)")
    }
    let all = try groups.joined().map { try source($0) }
    #expect(Publisher.count(of: all) == groups.count)
  }

  @Test("Where the address does not tell whose it is, each is another one's")
  func works() throws {
    let addresses = [
      "https://www.youtube.com/watch?v=a", "https://www.youtube.com/watch?v=b",
      "https://zhuanlan.zhihu.com/p/1", "https://zhuanlan.zhihu.com/p/2",
      "https://mp.weixin.qq.com/s/a", "https://mp.weixin.qq.com/s?__biz=1&mid=2",
      "https://www.163.com/dy/article/A.html", "https://www.163.com/dy/article/B.html",
      "https://x.com/i/web/status/1", "https://x.com/i/web/status/2", "https://medium.com/p/a1",
      "https://www.linkedin.com/feed/update/urn:li:activity:1",
    ]
    #expect(Publisher.count(of: try addresses.map { try source($0) }) == addresses.count)
    let news = ["https://www.163.com/news/1.html", "https://www.163.com/tech/2.html"]
    #expect(Publisher.count(of: try news.map { try source($0, outlet: "网易") }) == 1)
  }

  @Test("What only leads on is of a publisher of its own, unless a label tells which")
  func hidden() throws {
    let host = "vertexaisearch.cloud.google.com"
    let addresses = ["a", "b"].map { "https://\(host)/grounding-api-redirect/\($0)" }
    #expect(Publisher.count(of: try addresses.map { try source($0, outlet: host) }) == 2)
    #expect(Publisher.count(of: try addresses.map { try source($0, outlet: "Reuters") }) == 1)
  }
}
