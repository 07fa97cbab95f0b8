package import BriefModel
import GRDB

/// The sources of all briefs.
extension BriefIndex {
  /// The most rows that one level of the desk has.
  private static let limit = 5000
  /// The most briefs whose passages are read from their files.
  private static let briefLimit = 200

  /// Outlets whose names, or the hosts of their addresses, have some text, with the articles of each
  /// that are cited or listed, and how often the first are.
  package func outlets(
    named text: String, by order: DeskOrder
  ) throws(LibraryError) -> [DeskOutlet] {
    try read { db in
      let months = Self.months(endingWith: try Self.lastMonth(db))
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT outlet.id, outlet.name, sum(host_month.citations) AS citations,
              (SELECT count(*) FROM host JOIN source ON source.host = host.id
                WHERE host.outlet = outlet.id)
            FROM outlet JOIN host ON host.outlet = outlet.id
            JOIN host_month ON host_month.host = host.id
            WHERE outlet.name LIKE ?1 ESCAPE '\\' OR EXISTS (
              SELECT 1 FROM host AS own JOIN source ON source.host = own.id
              WHERE own.outlet = outlet.id AND \(Self.host) LIKE ?1 ESCAPE '\\')
            GROUP BY outlet.id HAVING sum(host_month.citations) > 0
            ORDER BY \(Self.outlets(by: order)) LIMIT ?2
            """), arguments: ["%\(QuerySQL.escaped(text))%", Self.limit])
      let outlets = try rows.map { row in try row.decode(Int64.self, atIndex: 0) }
      let counts = try Self.citations(of: outlets, in: months, db)
      return try zip(outlets, rows).map { id, row in
        DeskOutlet(
          id: id, name: try row.line(at: 1), articles: try row.decode(atIndex: 3),
          citations: try row.decode(atIndex: 2), months: counts[id] ?? months.map { _ in 0 })
      }
    }
  }

  /// The month of the newest brief that cites; nil where none does.
  package func lastMonth() throws(LibraryError) -> CalendarDate? {
    let month = try read { db in try Self.lastMonth(db) }
    return CalendarDate(year: month / 100, month: month % 100, day: nil)
  }

  private static func lastMonth(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT max(month) FROM host_month WHERE citations > 0") ?? 0
  }

  /// The host of a source's address: what stands between the scheme and the next slash.
  private static let host = "substr(source.url, 1, 8 + instr(substr(source.url || '/', 9), '/'))"

  /// Twelve months as year and month in one number.
  private static func months(endingWith last: Int) -> [Int] {
    let count = last / 100 * 12 + last % 100 - 1
    return (count - 11...count).map { $0 / 12 * 100 + $0 % 12 + 1 }
  }

  /// How often outlets are cited in each month; those that are not at all are left out.
  private static func citations(
    of outlets: [Int64], in months: [Int], _ db: Database
  ) throws -> [Int64: [Int]] {
    let sql = """
      SELECT host.outlet, month, sum(citations)
      FROM host JOIN host_month ON host_month.host = host.id
      WHERE host.outlet IN (SELECT value FROM json_each(?)) AND month >= ?
      GROUP BY host.outlet, month
      """
    var counts: [Int64: [Int]] = [:]
    let list = "[\(outlets.map(String.init).joined(separator: ","))]"
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: sql), arguments: [list, months.first ?? 0])
    while let row = try rows.next() {
      let (outlet, month): (Int64, Int) = (try row.decode(atIndex: 0), try row.decode(atIndex: 1))
      guard let place = months.firstIndex(of: month) else { continue }
      counts[outlet, default: months.map { _ in 0 }][place] = try row.decode(atIndex: 2)
    }
    return counts
  }

  /// What stands after `ORDER BY` for outlets.
  private static func outlets(by order: DeskOrder) -> String {
    switch order {
    case .count: "citations DESC, outlet.name"
    case .name: "outlet.name COLLATE NOCASE, outlet.name"
    case .newest:
      """
      max(host_month.month) FILTER (WHERE host_month.citations > 0) DESC, citations DESC,
      outlet.name
      """
    }
  }

  /// What stands after `ORDER BY` for articles.
  private static func articles(by order: DeskOrder) -> String {
    switch order {
    case .count: "citations DESC, named.day DESC, source.id"
    case .name: "coalesce(named.title, \(path)) COLLATE NOCASE, named.day DESC, source.id"
    case .newest: "named.day DESC, citations DESC, source.id"
    }
  }

  /// What stands behind the host of a source's address.
  private static let path = "substr(source.url, 1 + length(\(host)))"

  /// The articles of an outlet that a brief still has; of what briefs call one that which has a
  /// title, and then that which most of them use.
  package func articles(
    of outlet: Int64, by order: DeskOrder
  ) throws(LibraryError) -> [DeskArticle] {
    try read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            WITH named AS (
              SELECT naming.source, naming.title, naming.day, count(*) AS briefs,
                sum(use.citations) AS citations
              FROM host JOIN source ON source.host = host.id
              JOIN naming ON naming.source = source.id JOIN use ON use.naming = naming.id
              WHERE host.outlet = ? GROUP BY naming.id
            )
            SELECT source.id, source.url, named.title, named.day, sum(named.briefs),
              sum(named.citations) AS citations,
              max((named.title NOT NULL) * 1000000000 + named.briefs)
            FROM named JOIN source ON source.id = named.source
            GROUP BY source.id ORDER BY \(Self.articles(by: order)) LIMIT ?
            """), arguments: [outlet, Self.limit])
      var articles: [DeskArticle] = []
      while let row = try rows.next() {
        guard let url = SourceURL(try row.decode(String.self, atIndex: 1)) else { continue }
        articles.append(
          DeskArticle(
            id: try row.decode(atIndex: 0), url: url, title: try row.lineIfAny(at: 2),
            date: CalendarDate(code: try row.decode(atIndex: 3)),
            briefs: try row.decode(atIndex: 4), citations: try row.decode(atIndex: 5)))
      }
      return articles
    }
  }

  /// The passages that cite a source, read from the files of the newest briefs that have it.
  package func passages(
    of source: Int64, library: Library?, within bounds: ReadBounds? = nil, today: CalendarDate
  ) throws(LibraryError) -> [DeskPassage] {
    let (url, ids) = try read { db in
      let url = try String.fetchOne(
        db.cachedStatement(sql: "SELECT url FROM source WHERE id = ?"), arguments: [source])
      let ids = try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT brief.id FROM naming JOIN use ON use.naming = naming.id
            JOIN brief ON brief.id = use.brief WHERE naming.source = ?
            ORDER BY \(BriefOrder.newest) LIMIT ?
            """), arguments: [source, Self.briefLimit])
      return (url, ids)
    }
    guard let canonical = url.flatMap(SourceURL.init)?.canonical else { return [] }
    let sentences = Sentences()
    return try rows(of: ids, from: nil).flatMap { row -> [DeskPassage] in
      guard
        let brief = ([row.origin] + row.otherPaths.map(TextOrigin.file)).lazy
          .compactMap({
            try? $0.read(library: library, index: self, within: bounds, today: today)
          }).first
      else { return [] }
      return DeskPassage.all(
        citing: canonical, in: brief, numbered: row.id, by: sentences)
    }
  }

  /// The brief that has a source next after another, or before it, in the order of lists by date;
  /// nil for none.
  package func brief(citing request: CitingRequest) throws(LibraryError) -> Int64? {
    try read { db in
      try Int64.fetchOne(
        db.cachedStatement(sql: Self.citing(isBackward: request.isBackward)),
        arguments: [IndexedBrief.key(of: request.url), request.brief])
    }
  }

  /// What is asked for that brief; its values are the key of the source and the brief's number.
  static func citing(isBackward: Bool) -> String {
    let (sign, order) = isBackward ? (">", "") : ("<", "DESC")
    return """
      SELECT brief.id FROM source JOIN naming ON naming.source = source.id
      JOIN use ON use.naming = naming.id JOIN brief ON brief.id = use.brief
      WHERE source.key = ? AND use.citations > 0
        AND (brief.day, brief.origin IS NOT 'file', brief.id)
          \(sign) (SELECT day, origin IS NOT 'file', id FROM brief WHERE id = ?)
      ORDER BY brief.day \(order), brief.origin IS NOT 'file' \(order), brief.id \(order) LIMIT 1
      """
  }

  /// The briefs that share sources with another, those with the most and rarest first.
  package func related(to brief: Int64) throws(LibraryError) -> BriefListing {
    try read { db in
      let rows = try Row.fetchCursor(db.cachedStatement(sql: Self.related), arguments: [brief])
      var listing = BriefListing()
      while let row = try rows.next() {
        listing.ids.append(try row.decode(atIndex: 0))
        listing.flags.append(try row.flags(at: 1))
        listing.shared.append(try row.decode(atIndex: 2))
      }
      return listing
    }
  }

  /// What is asked for them; its value is the number of the brief. How many use a source is counted
  /// once for it, and not again for each brief that shares it.
  static let related = """
    WITH shared AS MATERIALIZED (
      SELECT naming.source, (SELECT count(*) FROM naming AS other
        JOIN use ON use.naming = other.id WHERE other.source = naming.source) AS uses
      FROM use JOIN naming ON naming.id = use.naming WHERE use.brief = ?1
    )
    SELECT brief.id, brief.flags, count(DISTINCT shared.source) FROM shared JOIN naming ON naming.source = shared.source
    JOIN use ON use.naming = naming.id JOIN brief ON brief.id = use.brief
    WHERE use.brief <> ?1 AND shared.uses < 1000
    GROUP BY brief.id ORDER BY sum(1.0 / shared.uses) DESC, \(BriefOrder.newest) LIMIT 500
    """
}
