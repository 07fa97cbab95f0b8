import GRDB
import Testing

@testable import BriefLibrary

@Suite("How queries are answered")
struct QueryPlanTests {
  @Test(
    "Citations and files are looked up by what they belong to, and not all looked at",
    arguments: [
      ("source:rail", "use"), ("in:briefs", "file"), ("source:https://a.example/1", "use"),
      ("source:https://a.example/1", "source"), ("source:a.example", "source"),
      ("source:a.example", "use"), ("outlet:A", "source"), ("outlet:A", "use"),
    ])
  func plan(query: String, table: String) throws {
    let desk = try IndexedFolder()
    for number in 0..<40 {
      try desk.write("\(number).md", "# B\(number)\n\nText [A](https://a.example/\(number)).\n")
    }
    try desk.run()
    let sql = QuerySQL(try Query(query, today: desk.today))
    let plan = try desk.index.read { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN SELECT id FROM brief WHERE " + sql.condition,
        arguments: StatementArguments(sql.arguments)
      ).map { row -> String in row["detail"] }
    }
    #expect(plan.contains { $0.hasPrefix("SEARCH \(table) ") })
    #expect(!plan.contains { $0 == "SCAN \(table)" || $0.hasPrefix("SCAN \(table) ") })
  }

  @Test(
    "The next brief that cites a source is looked for among those that do alone",
    arguments: [false, true])
  func citing(isBackward: Bool) throws {
    let desk = try IndexedFolder()
    for number in 0..<40 {
      try desk.write("\(number).md", "# B\(number)\n\nText [A](https://a.example/\(number)).\n")
    }
    try desk.run()
    let plan = try desk.index.read { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + BriefIndex.citing(isBackward: isBackward),
        arguments: [1, 1]
      ).map { row -> String in row["detail"] }
    }
    #expect(!plan.contains { $0.hasPrefix("SCAN") } && plan.contains { $0.hasPrefix("SEARCH use") })
  }

  @Test("How many briefs use a source of another is counted once, and not for each of them")
  func related() throws {
    let desk = try IndexedFolder()
    try desk.write("a.md", "# A\n\nText [A](https://a.example/1).\n")
    try desk.run()
    let plan = try desk.index.read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + BriefIndex.related, arguments: [1])
        .map { row -> String in row["detail"] }
    }
    #expect(plan.contains("MATERIALIZE shared"))
  }

  @Test("What a brief calls a source is looked up by the source, however much its outlet publishes")
  func naming() throws {
    let desk = try IndexedFolder()
    try desk.write("a.md", "# A\n\nText [A](https://a.example/1).\n")
    try desk.run()
    let plan = try desk.index.read { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + IndexWriter.namingLookup, arguments: [1, 1, nil, 0]
      ).map { row -> String in row["detail"] }
    }
    #expect(plan == ["SEARCH naming USING INDEX naming_by_source (source=?)"])
  }
}
