/// Who published a source, where a host is of many: the outlet, or the account on a platform.
package enum Publisher {
  /// What a publisher is called.
  package static func of(_ source: Source) -> String {
    account(of: source.url).map { "\(source.outlet) (\($0))" } ?? source.outlet
  }

  /// How many published some sources.
  ///
  /// Where an address does not tell the account, as that of a video, each source counts as another
  /// one's: that they are of one account cannot be said.
  package static func count(of sources: some Sequence<Source>) -> Int {
    Set(sources.map { hidesAccount($0.url) ? work(at: $0.url) : of($0) }).count
  }

  /// The account at which anybody may publish: the first part of the path, below `/r`, `/company`
  /// and their like also the second, or a subdomain; nil elsewhere and where it is not told.
  private static func account(of url: SourceURL) -> String? {
    guard hasAccounts(url), !hidesAccount(url) else { return nil }
    guard !isOwnHost(url) else { return url.host }
    let parts = parts(of: url)
    guard let first = parts.first else { return url.host == url.domain ? nil : url.host }
    let count = groups.contains(String(first)) ? 2 : 1
    return Sanitizer.line(parts.prefix(count).joined(separator: "/"))
  }

  /// Whether a host is a publisher of its own below the platform's domain, and not another door to
  /// the same accounts, as one for a country or a language is.
  private static func isOwnHost(_ url: SourceURL) -> Bool {
    guard url.host != url.domain else { return false }
    let name = url.host.dropLast(url.domain.utf8.count + 1)
    let parts = name.split(separator: "-")
    let isCountry = parts.count <= 2 && parts.allSatisfy { $0.utf8.count == 2 }
    return !isCountry && !doors.contains(String(name))
  }

  /// Hosts of platforms at which the path tells the account, as at the domain.
  private static let doors: Set<String> = [
    "gist", "live", "m", "mobile", "music", "new", "np", "old", "space", "web",
  ]

  /// Whether an address is of something on a platform and does not say whose it is.
  private static func hidesAccount(_ url: SourceURL) -> Bool {
    if url.domain == "youtu.be" || url.domain == "b23.tv" { return true }
    guard hasAccounts(url), !isOwnHost(url), let first = parts(of: url).first else { return false }
    return works.contains(String(first))
  }

  /// What stands at an address that does not tell the account: the same for all forms of the
  /// address of a video.
  private static func work(at url: SourceURL) -> String {
    video(at: url).map { "youtube.com/\($0)" } ?? url.canonical
  }

  private static func video(at url: SourceURL) -> Substring? {
    let parts = parts(of: url)
    switch (url.domain, parts.first) {
    case ("youtu.be", let name): return name
    case ("youtube.com", "watch"): return url.value(of: "v")
    case ("youtube.com", "embed"), ("youtube.com", "live"), ("youtube.com", "shorts"),
      ("youtube.com", "v"):
      return parts.dropFirst().first
    default: return nil
    }
  }

  private static func parts(of url: SourceURL) -> [Substring] {
    Array(url.path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").prefix(2))
  }

  /// Parts of paths under which works stand, by whomever.
  private static let works: Set<String> = [
    "embed", "live", "p", "playlist", "question", "reel", "shorts", "status", "story.php", "v",
    "video", "videos", "watch",
  ]

  /// Parts of paths under which accounts stand.
  private static let groups: Set<String> = [
    "r", "u", "user", "company", "in", "groups", "channel", "c", "profile", "s",
  ]

  /// Whether an address is on a host on which anybody may publish.
  package static func hasAccounts(_ url: SourceURL) -> Bool { domains.contains(url.domain) }

  private static let domains: Set<String> = [
    "bilibili.com", "bsky.app", "facebook.com", "github.com", "gitlab.com", "huggingface.co",
    "instagram.com", "linkedin.com", "medium.com", "meetup.com", "reddit.com", "t.me",
    "threads.net", "tiktok.com", "twitter.com", "weibo.com", "x.com", "youtube.com", "zhihu.com",
  ]
}
