import BriefModel
import GRDB

/// The sources of briefs, what briefs call them, and who publishes them.
extension IndexWriter {
  /// Puts the sources of a brief of some month.
  func put(_ uses: [IndexedBrief.Use], of brief: Int64, month: Int) throws {
    var voted: Set<[Int64]> = []
    for use in uses {
      let outlet = try outlet(use.outlet)
      let source = try source(use)
      try run(
        "INSERT OR IGNORE INTO use (naming, brief, citations) VALUES (?, ?, ?)",
        [try naming(use, of: source.id, outlet), brief, use.citations])
      try run(
        """
        INSERT INTO host_month (host, month, citations) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET citations = citations + excluded.citations
        """, [source.host, month, use.citations])
      if !use.host.isKnown, voted.insert([source.host, outlet]).inserted {
        try vote(outlet, source.host)
      }
    }
  }

  /// Takes the sources of a brief out, with all that no other brief has of them.
  func removeUses(of brief: Int64) throws {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT naming.id, source.id, host.id, naming.outlet, host.outlet
          FROM use JOIN naming ON naming.id = use.naming JOIN source ON source.id = naming.source
          JOIN host ON host.id = source.host WHERE use.brief = ?
          """), arguments: [brief])
    let ids: [[Int64]] = try rows.map { row in try (0..<5).map { try row.decode(atIndex: $0) } }
    let column = { (index: Int) in Set(ids.map { $0[index] }) }
    try removeCitations(of: brief)
    try run("DELETE FROM use WHERE brief = ?", [brief])
    let votes = Set(ids.map { [$0[2], $0[3]] })
    for vote in votes { try takeBack(vote[1], vote[0]) }
    try removeUnused(column(0), "naming", unless: ["use.naming"])
    try removeUnused(column(1), "source", unless: ["naming.source"])
    try removeUnused(column(2), "host", unless: ["source.host"])
    for host in column(2) { try settle(host) }
    try removeUnusedOutlets(column(3).union(column(4)))
  }

  private func removeCitations(of brief: Int64) throws {
    try run(
      """
      UPDATE host_month SET citations = host_month.citations - gone.citations FROM (
        SELECT source.host, (SELECT day / 100 FROM brief WHERE id = ?1) AS month,
          sum(use.citations) AS citations
        FROM use JOIN naming ON naming.id = use.naming JOIN source ON source.id = naming.source
        WHERE use.brief = ?1 GROUP BY source.host
      ) AS gone WHERE host_month.host = gone.host AND host_month.month = gone.month
      """, [brief])
  }

  /// Removes rows to which no row leads by any of some columns.
  private func removeUnused(_ ids: Set<Int64>, _ table: String, unless columns: [String]) throws {
    let conditions = columns.map { column in
      "NOT EXISTS (SELECT 1 FROM \(column.prefix { $0 != "." }) WHERE \(column) = ?1)"
    }
    let sql = "DELETE FROM \(table) WHERE id = ?1 AND " + conditions.joined(separator: " AND ")
    for id in ids { try run(sql, [id]) }
  }

  private func removeUnusedOutlets(_ ids: Set<Int64>) throws {
    try removeUnused(ids, "outlet", unless: ["naming.outlet", "host.outlet"])
  }

  // MARK: - Names

  private func vote(_ outlet: Int64, _ host: Int64) throws {
    try run(
      """
      INSERT INTO host_vote (host, outlet, briefs) VALUES (?, ?, 1)
      ON CONFLICT DO UPDATE SET briefs = briefs + 1
      """, [host, outlet])
    let winner = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT outlet FROM host WHERE id = ?"), arguments: [host])
    // One more for the name that it has changes nothing.
    if winner != outlet { try settle(host) }
  }

  private func takeBack(_ outlet: Int64, _ host: Int64) throws {
    try run(
      "UPDATE host_vote SET briefs = briefs - 1 WHERE host = ? AND outlet = ?", [host, outlet])
    try run(
      "DELETE FROM host_vote WHERE host = ? AND outlet = ? AND briefs <= 0", [host, outlet])
  }

  /// Gives a host the name that its votes make.
  private func settle(_ id: Int64) throws {
    let own = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT key, name, outlet FROM host WHERE id = ?"),
      arguments: [id])
    guard let own else { return }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT outlet.name, host_vote.briefs
          FROM host_vote JOIN outlet ON outlet.id = host_vote.outlet WHERE host_vote.host = ?
          """), arguments: [id])
    var votes: [String: Int] = [:]
    while let row = try rows.next() {
      votes[try row.decode(atIndex: 0)] = try row.decode(atIndex: 1)
    }
    // A host that labels name no other way has no votes.
    let host = PublishingHost(
      key: try own.decode(atIndex: 0), name: try own.decode(atIndex: 1), isKnown: votes.isEmpty)
    let outlet = try outlet(host.name(votes: votes))
    let before: Int64 = try own.decode(atIndex: 2)
    guard outlet != before else { return }
    try run("UPDATE host SET outlet = ? WHERE id = ?", [outlet, id])
    try removeUnusedOutlets([before])
  }

  // MARK: - Rows

  private func outlet(_ name: String) throws -> Int64 {
    let sql = "SELECT id FROM outlet WHERE name = ?"
    if let id = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [name]) { return id }
    try run("INSERT INTO outlet (name) VALUES (?)", [name])
    return db.lastInsertedRowID
  }

  private func host(_ host: PublishingHost) throws -> Int64 {
    let sql = "SELECT id FROM host WHERE key = ?"
    if let id = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [host.key]) {
      return id
    }
    let outlet = try outlet(host.name)
    try run(
      "INSERT INTO host (key, name, outlet) VALUES (?, ?, ?)", [host.key, host.name, outlet])
    return db.lastInsertedRowID
  }

  private func source(_ use: IndexedBrief.Use) throws -> (id: Int64, host: Int64) {
    let sql = "SELECT id, host FROM source WHERE key = ?"
    if let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [use.key]) {
      return (try row.decode(atIndex: 0), try row.decode(atIndex: 1))
    }
    let host = try host(use.host)
    try run(
      "INSERT INTO source (key, url, host) VALUES (?, ?, ?)", [use.key, use.url, host])
    return (db.lastInsertedRowID, host)
  }

  /// By the source, which has few namings: an outlet may have those of every tenth brief, and the
  /// planner cannot tell which of the two indices is the narrower.
  static let namingLookup =
    "SELECT id FROM naming WHERE source = ? AND +outlet = ? AND title IS ? AND day = ?"

  private func naming(
    _ use: IndexedBrief.Use, of source: Int64, _ outlet: Int64
  ) throws -> Int64 {
    if let id = try Int64.fetchOne(
      db.cachedStatement(sql: IndexWriter.namingLookup),
      arguments: [source, outlet, use.title, use.day])
    {
      return id
    }
    try run(
      "INSERT INTO naming (source, outlet, title, day) VALUES (?, ?, ?, ?)",
      [source, outlet, use.title, use.day])
    return db.lastInsertedRowID
  }
}
