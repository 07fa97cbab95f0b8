extension SourceURL {
  /// Whether the address only leads on to another: that of a shortener, or of a service that counts
  /// who passes. The front page of one is an address as any other.
  package var leadsOn: Bool {
    switch host {
    case "aisearch.cloud.google.com", "apple.news", "bit.ly", "buff.ly", "cutt.ly", "dlvr.it",
      "feedproxy.google.com", "flip.it", "goo.gl", "href.li", "is.gd", "j.mp",
      "l.facebook.com", "l.instagram.com", "lm.facebook.com", "lnkd.in", "news.url.google.com",
      "nyti.ms", "out.reddit.com", "ow.ly", "rb.gy", "rebrand.ly", "reut.rs", "share.google",
      "shorturl.at", "smarturl.it", "t.cn", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "trib.al",
      "v.gd", "vertexaisearch.cloud.google.com", "vertexaisearch.google.com", "wapo.st",
      "weixin.sogou.com":
      return path.utf8.count > 1
    case "google.com": return leads(to: ["/url", "/amp/s"])
    case "news.google.com": return leads(to: ["/read", "/articles", "/rss/articles", "/stories"])
    case "baidu.com", "sogou.com": return leads(to: ["/link"])
    case "bing.com": return leads(to: ["/ck", "/news/apiclick.aspx"])
    case "duckduckgo.com": return leads(to: ["/l"])
    case "linkedin.com": return leads(to: ["/redir"])
    case "facebook.com": return leads(to: ["/l.php"])
    case "youtube.com": return leads(to: ["/redirect"])
    case "medium.com": return leads(to: ["/m/global-identity"])
    default: return host.hasSuffix(".safelinks.protection.outlook.com") && path.utf8.count > 1
    }
  }

  /// Whether the address is a search, whose answer is another each day.
  package var isSearch: Bool {
    switch host {
    case "google.com", "news.google.com", "search.yahoo.com": asks(at: ["/search"])
    case "bing.com": asks(at: ["/search", "/news/search"])
    case "baidu.com", "so.com": asks(at: ["/s"])
    case "duckduckgo.com": asks(at: ["/"])
    case "sogou.com": asks(at: ["/web"])
    default: false
    }
  }

  /// Whether its path is one of these or lies below one.
  private func leads(to paths: [String]) -> Bool {
    let path = path
    return paths.contains { path == $0 || path.hasPrefix($0 + "/") }
  }

  /// Whether it has a query and one of these paths.
  private func asks(at paths: [String]) -> Bool {
    ascii.utf8.contains(0x3F) && paths.contains(path)
  }
}
