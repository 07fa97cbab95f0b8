import BriefModel

/// Hosts, and parts of hosts, whose addresses only lead on to others.
enum Redirectors {
  /// Hosts that do nothing else.
  private static let hosts: Set<String> = [
    "apple.news", "bit.ly", "buff.ly", "cutt.ly", "dlvr.it", "feedproxy.google.com", "flip.it",
    "goo.gl", "href.li", "is.gd", "j.mp", "l.facebook.com", "l.instagram.com", "lnkd.in",
    "ow.ly", "rb.gy", "rebrand.ly", "reut.rs", "shorturl.at", "smarturl.it",
    "t.cn", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "trib.al", "v.gd",
    "vertexaisearch.cloud.google.com", "wapo.st", "nyti.ms",
  ]

  /// Hosts that lead on from some of their paths.
  private static let paths: [(host: String, path: String)] = [
    ("google.com", "/url"), ("google.com", "/amp/s"), ("news.google.com", "/read"),
    ("news.google.com", "/articles"), ("news.google.com", "/rss/articles"),
    ("baidu.com", "/link"),
    ("bing.com", "/ck/a"), ("bing.com", "/news/apiclick.aspx"), ("sogou.com", "/link"),
    ("duckduckgo.com", "/l"), ("linkedin.com", "/redir"), ("facebook.com", "/l.php"),
    ("youtube.com", "/redirect"), ("medium.com", "/m/global-identity"),
  ]

  /// Whether an address leads on.
  static func contains(_ url: SourceURL) -> Bool {
    if hosts.contains(url.host) || url.host.hasSuffix(".safelinks.protection.outlook.com") {
      // The front page of such a service is an address as any other.
      return url.path.utf8.count > 1
    }
    let path = url.path
    return paths.contains { entry in
      url.host == entry.host
        && (path == entry.path || path.hasPrefix(entry.path + "/")
          || path.hasPrefix(entry.path + "?"))
    }
  }

  /// Whether an address is a search, whose answer is another each day.
  static func isSearch(_ url: SourceURL) -> Bool {
    searches.contains { $0.host == url.host && $0.path == url.path }
      && url.ascii.utf8.contains(0x3F)
  }

  private static let searches: [(host: String, path: String)] = [
    ("google.com", "/search"), ("bing.com", "/search"), ("bing.com", "/news/search"),
    ("baidu.com", "/s"), ("duckduckgo.com", "/"), ("sogou.com", "/web"), ("so.com", "/s"),
    ("search.yahoo.com", "/search"), ("news.google.com", "/search"),
  ]
}
