extension SourceURL {
  /// Whether the address only leads on to another: a shortener, a search, a reader's service that
  /// counts who passes.
  package var isRedirector: Bool {
    switch host {
    case "vertexaisearch.cloud.google.com", "vertexaisearch.google.com",
      "aisearch.cloud.google.com", "feedproxy.google.com", "news.url.google.com", "share.google",
      "goo.gl", "forms.gle", "t.co", "bit.ly", "tinyurl.com", "ow.ly", "buff.ly", "lnkd.in",
      "trib.al", "dlvr.it", "is.gd", "apple.news", "l.facebook.com", "lm.facebook.com",
      "out.reddit.com", "weixin.sogou.com":
      true
    case "news.google.com": leads(to: ["/read", "/articles", "/rss/articles", "/stories"])
    case "google.com": leads(to: ["/url", "/search", "/amp/s"])
    case "baidu.com": leads(to: ["/s", "/link"])
    case "bing.com": leads(to: ["/search", "/ck", "/news/apiclick.aspx"])
    case "duckduckgo.com": leads(to: ["/l"])
    case "linkedin.com": leads(to: ["/redir"])
    case "youtube.com": leads(to: ["/redirect"])
    default: false
    }
  }

  /// Whether its path is one of these or lies below one.
  private func leads(to paths: [String]) -> Bool {
    guard let slash = ascii.utf8.dropFirst(8).firstIndex(of: 0x2F) else { return false }
    let path = ascii.utf8[slash...].prefix { $0 != 0x3F && $0 != 0x23 }
    return paths.contains { known in
      path.starts(with: known.utf8)
        && path.dropFirst(known.utf8.count).first.map { $0 == 0x2F } ?? true
    }
  }
}
