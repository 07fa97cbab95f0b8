/// Who published a source, where a host is of many: the outlet, or the account on a platform.
package enum Publisher {
  /// What two sources of one publisher have in common, and what it is called.
  package static func of(_ source: Source) -> String {
    account(of: source.url).map { "\(source.outlet) (\($0))" } ?? source.outlet
  }

  /// The account at which anybody may publish: the first part of the path, below `/r`, `/company`
  /// and their like also the second, or a subdomain; nil elsewhere.
  private static func account(of url: SourceURL) -> String? {
    guard hasAccounts(url) else { return nil }
    let parts = url.path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").prefix(2)
    guard let first = parts.first else { return url.host == url.domain ? nil : url.host }
    let count = groups.contains(String(first)) ? 2 : 1
    return Sanitizer.line(parts.prefix(count).joined(separator: "/"))
  }

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
