extension SourceURL {
  /// Whether the address only leads on to another: that of a shortener, or of a service that counts
  /// who passes. The front page of one is an address as any other.
  package var leadsOn: Bool {
    guard mayLeadOn else { return false }
    if SourceURL.isShortener(host) { return path.utf8.count > 1 || isQueryAddress }
    guard let paths = SourceURL.redirections[host] else { return false }
    let path = path
    return paths.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// Whether all of the query is the address to which this one leads: `href.li/?https://a.org/`.
  private var isQueryAddress: Bool {
    var isAddress = false
    withPathAndQuery { _, query in
      isAddress = query.has("http://", at: 0) || query.has("https://", at: 0)
    }
    return isAddress
  }

  /// Whether the address is a search, whose answer is another each day.
  package var isSearch: Bool {
    guard mayLeadOn, let paths = SourceURL.searches[host] else { return false }
    return ascii.utf8.contains(0x3F) && paths.contains(path)
  }

  /// Whether some addresses at a host lead on, or search.
  static func mayLeadOn(host: String) -> Bool {
    isShortener(host) || redirections[host] != nil || searches[host] != nil
  }

  private static func isShortener(_ host: String) -> Bool {
    shorteners.contains(host) || host.hasSuffix(".safelinks.protection.outlook.com")
  }

  /// Hosts at which everything but the front page leads on.
  private static let shorteners: Set<String> = [
    "aisearch.cloud.google.com", "apple.news", "bit.ly", "buff.ly", "cutt.ly", "dlvr.it",
    "feedproxy.google.com", "flip.it", "goo.gl", "href.li", "is.gd", "j.mp", "l.facebook.com",
    "l.instagram.com", "lm.facebook.com", "lnkd.in", "news.url.google.com", "nyti.ms",
    "out.reddit.com", "ow.ly", "rb.gy", "rebrand.ly", "reut.rs", "share.google", "shorturl.at",
    "smarturl.it", "t.cn", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "trib.al", "v.gd",
    "vertexaisearch.cloud.google.com", "vertexaisearch.google.com", "wapo.st",
  ]

  /// The paths that lead on, with all below them, by the host.
  private static let redirections: [String: [String]] = [
    "google.com": ["/url", "/amp/s"],
    "news.google.com": ["/read", "/articles", "/rss/articles", "/stories"],
    "baidu.com": ["/link"], "sogou.com": ["/link"], "weixin.sogou.com": ["/link"],
    "bing.com": ["/ck", "/news/apiclick.aspx"],
    "duckduckgo.com": ["/l"], "linkedin.com": ["/redir"], "facebook.com": ["/l.php"],
    "youtube.com": ["/redirect"], "medium.com": ["/m/global-identity"],
  ]

  /// The paths that search where a query follows, by the host.
  private static let searches: [String: [String]] = [
    "google.com": ["/search"], "news.google.com": ["/search"], "search.yahoo.com": ["/search"],
    "bing.com": ["/search", "/news/search"], "baidu.com": ["/s"], "so.com": ["/s"],
    "duckduckgo.com": ["/"], "sogou.com": ["/web"], "weixin.sogou.com": ["/weixin"],
  ]
}
