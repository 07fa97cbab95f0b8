/// Aggregators, portals, archives and pages about other sites: what they show others have published.
package enum Collectors {
  /// Whether an address lies at one of them.
  package static func have(_ url: SourceURL) -> Bool { domains.contains(url.domain) }

  private static let domains: Set<String> = [
    "163.com", "allsides.com", "archive.is", "archive.org", "archive.ph", "archive.today",
    "baidu.com", "biztoc.com", "daum.net", "feedly.com", "flipboard.com", "google.com",
    "ground.news", "ifeng.com", "inkl.com", "investing.com", "marketscreener.com",
    "mediabiasfactcheck.com", "msn.com", "muckrack.com", "nasdaq.com", "naver.com",
    "newsbreak.com", "newsnow.co.uk", "pressreader.com", "qq.com", "similarweb.com", "sina.com.cn",
    "smartnews.com", "sohu.com", "toutiao.com", "tradingview.com", "wikipedia.org",
    "yahoo.co.jp", "yahoo.com", "ycombinator.com",
  ]
}
