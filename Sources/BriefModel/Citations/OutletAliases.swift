/// Other names of well-known outlets: initials, and what agencies are called in Chinese, Japanese
/// and Korean.
package enum OutletAliases {
  /// The registrable domains at which the outlet of a name publishes; nil for a name that is not
  /// known here. Initials count in capitals only.
  package static func domains(of name: String) -> [String]? { domains[name] }

  private static let domains: [String: [String]] = {
    var domains: [String: [String]] = [:]
    for (names, hosts) in table {
      for name in names { domains[name] = hosts }
    }
    return domains
  }()

  private static let table: [(names: [String], hosts: [String])] = [
    (["AP", "美联社", "美聯社", "AP通信", "AP통신"], ["apnews.com", "ap.org"]),
    (["AFP", "法新社", "AFP通信", "AFP통신"], ["afp.com", "france24.com"]),
    (["路透社", "路透", "路透通讯社", "ロイター", "ロイター通信", "로이터", "로이터통신"], ["reuters.com"]),
    (["彭博社", "彭博", "彭博新闻社", "ブルームバーグ", "블룸버그", "블룸버그통신"], ["bloomberg.com"]),
    (["新华社", "新华网", "新華社", "新華網", "신화통신"], ["news.cn", "xinhuanet.com"]),
    (["中新社", "中国新闻社", "中新网"], ["chinanews.com.cn", "chinanews.com"]),
    (["塔斯社", "タス通信", "타스통신"], ["tass.com", "tass.ru"]),
    (["俄新社"], ["ria.ru"]),
    (["共同社", "共同通信", "共同通信社", "교도통신"], ["kyodonews.net", "kyodonews.jp", "kyodo.co.jp"]),
    (["时事社", "時事通信", "時事通信社", "時事ドットコム", "지지통신"], ["jiji.com"]),
    (["韩联社", "韓聯社", "聯合ニュース", "연합뉴스"], ["yna.co.kr", "yonhapnews.co.kr"]),
    (["德新社"], ["dpa.com"]),
    (["埃菲社"], ["efe.com"]),
    (["安莎社"], ["ansa.it"]),
    (["英国广播公司", "BBC中文"], ["bbc.com", "bbc.co.uk"]),
    (["人民日报", "人民网", "人民日報"], ["people.com.cn", "people.cn"]),
    (["央视新闻", "央视网", "央视"], ["cctv.com", "cctv.cn"]),
    (["半岛电视台", "アルジャジーラ", "알자지라"], ["aljazeera.com", "aljazeera.net"]),
    (["WSJ", "华尔街日报", "華爾街日報", "월스트리트저널"], ["wsj.com"]),
    (["NYT", "纽约时报", "紐約時報", "《纽约时报》", "뉴욕타임스"], ["nytimes.com"]),
    (["WaPo", "华盛顿邮报", "華盛頓郵報", "워싱턴포스트"], ["washingtonpost.com"]),
    (["FT", "金融时报", "파이낸셜타임스"], ["ft.com", "ftchinese.com"]),
    (["SCMP", "南华早报", "南華早報"], ["scmp.com"]),
    (["卫报", "衛報", "가디언"], ["theguardian.com", "guardian.co.uk"]),
    (["日经新闻", "日本経済新聞", "日经"], ["nikkei.com"]),
    (["朝日新闻", "朝日新聞"], ["asahi.com"]),
    (["读卖新闻", "読売新聞"], ["yomiuri.co.jp"]),
    (["每日新闻", "毎日新聞"], ["mainichi.jp"]),
    (["Spiegel", "SPIEGEL", "明镜", "明镜周刊"], ["spiegel.de"]), (["FAZ", "F.A.Z."], ["faz.net"]),
    (["SZ"], ["sueddeutsche.de"]), (["NZZ"], ["nzz.ch"]), (["Figaro"], ["lefigaro.fr"]),
    (["Repubblica"], ["repubblica.it"]), (["Corriere"], ["corriere.it"]),
    (["ABC News Australia"], ["abc.net.au"]),
    (["CSMonitor"], ["csmonitor.com"]),
    (["USAT"], ["usatoday.com"]),
    (["LAT"], ["latimes.com"]),
  ]
}
