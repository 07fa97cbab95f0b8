import BriefModel
import GRDB
import Testing

@testable import BriefLibrary

/// The texts of briefs as they were read.
@Suite struct TextTests {
  let folder: TemporaryFolder
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(at: folder.library)
  }

  private func open(_ name: String, _ number: UInt8) throws -> ReadingRecord {
    try library.record(path: folder.path + "/" + name, fingerprint: content(number))
  }

  private func keep(_ text: String, _ number: UInt8, of record: Int64) throws {
    try library.keep(
      Array(text.utf8), as: ReadText(fingerprint: content(number), parts: ["a", ""]), of: record)
    try library.keep([.section(record: record, id: "a", read: content(200))])
  }

  private func texts(_ record: ReadingRecord) throws -> [String] {
    try library.texts(of: #require(record.id)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func aTextComesBackAsItWasKept() throws {
    let id = try #require(try open("a.md", 1).id)
    let text = String(repeating: "A long text, 日本, and again. ", count: 3000)
    try keep(text, 1, of: id)
    let record = try open("a.md", 1)
    #expect(try texts(record) == [text])
    #expect(try record.readTexts == [ReadText(fingerprint: content(1), parts: ["a", ""])])
    let size = try library.access { try $0.size() }
    #expect(size < 5000)
  }

  /// Marks of many briefs at once bring the texts of hundreds, none of which needs to be flushed.
  @Test func aTextIsNotFlushedThoughMarksBeforeItWere() throws {
    let id = try #require(try open("a.md", 1).id)
    try library.keep([.star(record: id, true)])
    #expect(try library.access { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    try library.keep([97], as: ReadText(fingerprint: content(1), parts: ["a"]), of: id)
    #expect(try library.access { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 1)
  }

  @Test func theLastThatWereReadAreKept() throws {
    let id = try #require(try open("a.md", 1).id)
    for (text, number) in [("one", 1), ("two", 2), ("three", 3), ("one", 1), ("four", 4)] {
      try keep(text, UInt8(number), of: id)
    }
    #expect(try texts(open("a.md", 1)) == ["four", "one", "three"])
  }

  @Test func theTextFollowsABriefThatMovesAndIsRewritten() throws {
    try folder.write("a.md")
    let id = try #require(try open("a.md", 1).id)
    try keep("one", 1, of: id)
    #expect(try texts(open("a.md", 2)) == ["one"])
    try folder.move("a.md", to: "b.md")
    #expect(try texts(open("b.md", 2)) == ["one"])
    // The old content is remembered with its marks and its text.
    #expect(try texts(open("c.md", 1)) == ["one"])
    #expect(try open("c.md", 1).id != id)
  }

  @Test func whatComesBackBringsWhatWasReadInTheMeantime() throws {
    try folder.write("a.md")
    try keep("one", 1, of: #require(try open("a.md", 1).id))
    try keep("two", 2, of: #require(try open("a.md", 2).id))
    #expect(try texts(open("a.md", 1)) == ["two", "one"])
  }

  @Test func aCopyThatIsRewrittenHasTheTextThatWasRead() throws {
    try folder.write("a.md")
    try folder.write("b.md")
    try keep("one", 1, of: #require(try open("a.md", 1).id))
    #expect(try texts(open("b.md", 1)) == ["one"])
    #expect(try texts(open("b.md", 2)) == ["one"])
  }

  @Test func aDamagedTextIsLeftOut() throws {
    let id = try #require(try open("a.md", 1).id)
    try keep("one", 1, of: id)
    try library.access { db in try db.execute(sql: "UPDATE revision SET text = x'00ff00'") }
    #expect(try texts(open("a.md", 1)) == [])
    try library.access { db in
      try db.execute(sql: "UPDATE revision SET size = 9223372036854775807")
    }
    #expect(try texts(open("a.md", 1)) == [])
  }

  @Test func aTextGoesWithItsBrief() throws {
    try keep("one", 1, of: #require(try open("a.md", 1).id))
    let count = try library.access { db in
      try db.execute(sql: "DELETE FROM brief")
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM revision")
    }
    #expect(count == 0)
  }

  @Test func anUnknownBriefKeepsNone() throws {
    try library.keep([1], as: ReadText(fingerprint: content(1), parts: []), of: 99)
    #expect(try library.texts(of: 99) == [])
  }

  @Test func aTextIsFoundForTheArchiveWithoutLookingThroughAll() throws {
    let plan = try library.access { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + Shelf.readText, arguments: [content(1).data]
      ).map { try $0.decode(String.self, atIndex: 3) }
    }
    #expect(plan.contains { $0.hasPrefix("SEARCH revision USING INDEX") })
    #expect(!plan.contains { $0.hasPrefix("SCAN revision") || $0.hasPrefix("SCAN brief") })
  }
}

extension Database {
  /// Bytes of all kept texts as they lie there.
  fileprivate func size() throws -> Int {
    try Int.fetchOne(self, sql: "SELECT sum(length(text)) FROM revision") ?? 0
  }
}
