/// What an entry of a list of sources or a column of a table of them calls its parts.
enum EntryField {
  case number
  case title
  /// Who published it.
  case outlet
  /// Who published it, or else what: `Source`, `来源`.
  case source
  case date
  case address
  /// When it was read, and what else says nothing of the source.
  case access

  /// Whether it tells who published.
  var isOfOutlet: Bool {
    switch self {
    case .outlet, .source: true
    case .number, .title, .date, .address, .access: false
    }
  }

  /// The field that a name is, in the languages that are known; a bilingual one is what its first
  /// known part is.
  init?(named name: String) {
    let whole = OutletName.trimmed(name).lowercased()
    if let known = EntryField.named[whole] {
      self = known
      return
    }
    // Plain words are one name, which is not known.
    if whole.utf8.allSatisfy({ $0.isLetter || $0 == 0x20 }) { return nil }
    let parts = HeadingNames.parts(of: whole).lazy
    guard let found = parts.compactMap({ EntryField.named[$0] }).first else { return nil }
    self = found
  }

  private static let named: [String: EntryField] = {
    var named: [String: EntryField] = [:]
    for (field, names) in table {
      for name in names { named[name] = field }
    }
    return named
  }()

  private static let table: [(field: EntryField, names: [String])] = [
    (
      .number,
      [
        "#", "no", "no.", "nr", "nr.", "num", "number", "ref", "ref.", "id", "n°", "nº", "№",
        "序号", "序號", "编号", "編號", "番号", "번호", "순번", "nummer", "número", "numéro", "numero", "номер",
      ]
    ),
    (
      .title,
      [
        "title", "headline", "article", "article title", "story", "title of article", "titel",
        "schlagzeile", "titre", "titolo", "título", "titular", "artículo", "articolo", "artigo",
        "artikel", "标题", "標題", "题目", "題目", "文章", "文章标题", "文章標題", "篇名", "タイトル", "見出し",
        "記事", "記事名", "記事タイトル", "제목", "기사", "기사 제목", "заголовок", "название", "статья",
      ]
    ),
    (
      .outlet,
      [
        "outlet", "news outlet", "media outlet", "publisher", "published by", "publication",
        "media", "organization", "organisation", "newspaper", "website", "site", "journal",
        "媒体", "媒體", "媒体名称", "发布者", "發布者", "发布方", "发布机构", "發布機構", "机构", "機構", "出版方",
        "出版社", "网站", "網站", "メディア", "媒体名", "発行元", "発行者", "配信元", "掲載元", "掲載媒体", "매체",
        "매체명", "언론사", "발행처", "herausgeber", "verlag", "medium", "medio", "editorial", "média",
        "éditeur", "testata", "editore", "veículo", "editora", "uitgever", "издание", "издатель",
        "сми",
      ]
    ),
    (
      .source,
      [
        "source", "source name", "news source", "来源", "來源", "信息来源", "出典", "情報源", "ソース", "출처",
        "quelle",
        "fuente", "fonte", "bron", "источник",
      ]
    ),
    (
      .date,
      [
        "date", "published", "published on", "date published", "publication date", "publish date",
        "release date", "日期", "发布日期", "發布日期", "发布时间", "發布時間", "出版日期", "时间", "時間", "日付",
        "公開日", "発行日", "掲載日", "配信日", "날짜", "발행일", "게시일", "보도일", "datum", "veröffentlicht",
        "fecha", "publicado", "data", "publié le", "date de publication", "дата",
      ]
    ),
    (
      .address,
      [
        "url", "urls", "link", "links", "source url", "source link", "full url", "address",
        "web address", "available at", "available from", "read at", "doi", "链接", "鏈接", "連結",
        "网址", "網址", "地址", "原文链接", "来源链接", "リンク", "アドレス", "링크", "주소", "원문", "adresse",
        "enlace", "lien", "collegamento", "ссылка", "disponible en", "verfügbar unter",
      ]
    ),
    (
      .access,
      [
        "accessed", "access date", "date accessed", "accessed on", "last accessed", "retrieved",
        "retrieved on", "archived", "访问日期", "訪問日期", "检索日期", "访问时间", "閲覧日", "アクセス日",
        "접속일", "검색일", "abgerufen", "abgerufen am", "zugriff", "consultado", "consulté le",
        "дата обращения",
      ]
    ),
  ]
}
