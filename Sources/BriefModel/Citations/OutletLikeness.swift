/// Tells whether a name and a host belong together: `The Los Angeles Times` and `latimes.com`.
package enum OutletLikeness {
  /// Whether the host has the name, a longer word of it, or the initials of its words; for a name
  /// in lower case, whether it is one of the host's labels.
  package static func holds(between name: String, and url: SourceURL) -> Bool {
    if name.utf8.first.map({ $0.isLetter && $0 == $0.lowered }) == true {
      return hasLabel(url.host, name)
    }
    let host = letters(of: url.host.utf8)
    let words = words(of: name)
    let whole = words.joined()
    if whole.utf8.count >= 2, host.holds(whole) { return true }
    if words.count > 1, words.contains(where: { $0.utf8.count >= 4 && host.holds($0) }) {
      return true
    }
    let initials = String(words.compactMap(\.first))
    return initials.utf8.count >= 2 && letters(of: url.domain.utf8).hasPrefix(initials)
  }

  /// Whether the host has all words of a name, as they follow each other.
  static func isWhole(_ name: String, in url: SourceURL) -> Bool {
    letters(of: url.host.utf8).holds(words(of: name).joined())
  }

  /// Whether a name stands between two stops of a host, or at its start or end.
  private static func hasLabel(_ host: String, _ name: String) -> Bool {
    var start = host.startIndex
    while true {
      let end = host.utf8[start...].firstIndex(of: 0x2E) ?? host.endIndex
      if host[start..<end] == name { return true }
      guard end < host.endIndex else { return false }
      start = host.utf8.index(after: end)
    }
  }

  /// Whether a word of a name has digits that the host has not, as `France 24` of france24.com has.
  static func hasOtherDigits(_ name: String, than url: SourceURL) -> Bool {
    name.utf8.split(whereSeparator: { !$0.isDigit }).contains { !url.host.contains(Substring($0)) }
  }

  /// Whether a name is another one, an article aside, or its initials: `WSJ`.
  static func areSame(_ name: String, _ known: String) -> Bool {
    if name.isWide { return name == known }
    let known = words(of: known)
    let whole = words(of: name).joined()
    guard !whole.isEmpty else { return false }
    return whole == known.joined() || known.count > 1 && whole == String(known.compactMap(\.first))
  }

  /// The words of a name in lower-case letters and digits, without the article.
  private static func words(of name: String) -> [String] {
    name.utf8.split { $0 == 0x20 || $0 == 0x2D || $0 == 0x2E }.map(letters)
      .filter { !$0.isEmpty && $0 != "the" }
  }

  /// Lower-case letters and digits.
  private static func letters(of bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { output in
      var count = 0
      for byte in bytes where byte.isLetter || byte.isDigit {
        output.initializeElement(at: count, to: byte.lowered)
        count += 1
      }
      return count
    }
  }

  /// Whether anybody may publish there, so that the host says nothing of the outlet.
  static func isPlatform(_ url: SourceURL) -> Bool { platforms.contains(url.domain) }

  /// Whether many publish at this very host: on a platform, but not at a subdomain of its own.
  static func isOneOfMany(_ url: SourceURL) -> Bool {
    isPlatform(url)
      && (url.host == url.domain || OutletTable.row(host: url.domain)?.kind != .hosting)
  }

  private static let platforms: Set<String> = [
    "arxiv.org", "bilibili.com", "bsky.app", "discord.com", "discord.gg", "discordapp.com",
    "eventbrite.com", "facebook.com", "github.com", "github.io", "gitlab.com", "google.com",
    "hackernoon.com",
    "huggingface.co", "instagram.com", "kaggle.com", "linkedin.com", "lu.ma", "luma.com",
    "mastodon.social", "medium.com", "meetup.com", "npmjs.com", "patreon.com", "pinterest.com",
    "producthunt.com", "pypi.org", "qiita.com", "quora.com", "redd.it", "reddit.com",
    "slideshare.net",
    "soundcloud.com", "spotify.com", "stackoverflow.com", "substack.com", "t.me", "telegram.org",
    "threads.com", "threads.net", "tiktok.com", "tumblr.com", "twitch.tv", "twitter.com",
    "vimeo.com", "weibo.com", "wikipedia.org", "wordpress.com", "x.com", "ycombinator.com",
    "youtu.be", "youtube.com", "zenn.dev", "zhihu.com",
  ]
}
