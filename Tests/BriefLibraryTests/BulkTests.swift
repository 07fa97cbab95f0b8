import BriefModel
import Foundation
import GRDB
import Testing

@testable import BriefLibrary

@Suite("Marks of many briefs")
struct BulkTests {
  private let files: IndexedFolder

  init() throws {
    files = try IndexedFolder()
    for name in ["a", "b", "c"] {
      try files.write(
        "\(name).md", "# \(name)\n\n## One\n\nText \(name).\n\n## Two\n\nMore \(name).\n")
    }
    try files.run()
  }

  private func ids() throws -> [Int64] {
    try files.index.listing(.all, order: .title).ids
  }

  private func read(
    _ brief: BriefKey, _ record: ReadingRecord
  ) -> [LibraryChange] {
    brief.parts.filter { !record.state(of: $0).isRead }.map {
      .section(record: record.id ?? 0, id: $0.id, read: $0.fingerprint)
    }
  }

  /// Which sections of which briefs are read: `a1` for the first of a.
  private func marks() throws -> [String] {
    try files.rows().flatMap { row in
      row.summary.parts.enumerated().filter { row.record.state(of: $0.element).isRead }.map {
        "\(row.summary.title)\($0.offset + 1)"
      }
    }
  }

  private func replay(_ step: Int64, forward: Bool) throws -> Int {
    var position = BulkPosition()
    while try files.library.replay(step: step, forward: forward, &position) {}
    return position.done
  }

  /// Marks the first section of a brief, in this text of it or an earlier one.
  private func markFirst(_ title: String, as fingerprint: Fingerprint? = nil) throws {
    let row = try files.row(title)
    let id = try #require(try files.library.records(for: [row.key]).first?.id)
    let part = try #require(row.summary.parts.first)
    try files.library.keep([
      .section(record: id, id: part.id, read: fingerprint ?? part.fingerprint)
    ])
  }

  @Test("are kept, taken back to what was there before, and made again") func undo() throws {
    let old = Fingerprint(of: Array("an earlier text".utf8))
    try markFirst("a")
    try markFirst("b", as: old)
    try files.library.beginBulk(step: 1)
    let batch = try files.library.mark(ids(), of: files.index, step: 1, read)
    #expect(batch.briefs == 3 && batch.changes.count == 5)
    #expect(try marks() == ["a1", "a2", "b1", "b2", "c1", "c2"])
    #expect(try files.library.bulkSize(step: 1) == 5)
    #expect(try replay(1, forward: false) == 5)
    #expect(try marks() == ["a1"])
    let b = try files.row("b")
    #expect(b.record.readSections.values.first == old && b.record.readSections.count == 1)
    #expect(try replay(1, forward: true) == 5)
    #expect(try marks() == ["a1", "a2", "b1", "b2", "c1", "c2"])
  }

  @Test("leave what was marked by hand in the meantime") func meanwhile() throws {
    try markFirst("a")
    let touched = try files.library.lastTouched()
    try markFirst("b")
    let batch = try files.library.mark(ids(), of: files.index, unlessSince: touched, read)
    #expect(batch.briefs == 2)
    #expect(try marks() == ["a1", "a2", "b1", "c1", "c2"])
  }

  @Test("are not taken back, nor made again, where another text was read since")
  func since() throws {
    let other = Fingerprint(of: Array("a later text".utf8))
    _ = try files.library.mark(ids(), of: files.index, step: 1, read)
    try markFirst("b", as: other)
    _ = try replay(1, forward: false)
    #expect(try marks() == [])
    #expect(try files.row("b").record.readSections.values.map(\.self) == [other])
    _ = try replay(1, forward: true)
    #expect(try marks() == ["a1", "a2", "b2", "c1", "c2"])
    #expect(try files.row("b").record.readSections.values.contains(other))
  }

  @Test("are all of a batch or none, and so is what is noted to take them back") func failing()
    throws
  {
    var count = 0
    #expect(throws: LibraryError.self) {
      _ = try files.library.mark(ids(), of: files.index, step: 1) { brief, record in
        count += 1
        let changes = read(brief, record)
        guard count > 3, let part = brief.parts.first else { return changes }
        return [.section(record: 999, id: part.id, read: part.fingerprint)]
      }
    }
    #expect(count > 3)
    #expect(try marks() == [])
    #expect(try files.library.bulkSize(step: 1) == 0)
  }

  @Test("of a step are forgotten with its number") func forgetting() throws {
    _ = try files.library.mark(ids(), of: files.index, step: 1, read)
    _ = try replay(1, forward: false)
    try files.library.beginBulk(step: 1)
    #expect(try replay(1, forward: true) == 0)
    #expect(try marks() == [])
  }

  @Test("of a brief that is not in the library any more are passed over") func gone() throws {
    _ = try files.library.mark(ids(), of: files.index, step: 1, read)
    let record = try #require(try files.row("b").record.id)
    try files.library.access { db in
      try db.execute(sql: "DELETE FROM brief WHERE id = ?", arguments: [record])
    }
    #expect(try replay(1, forward: false) == 6)
    #expect(try replay(1, forward: true) == 6)
    #expect(try marks() == ["a1", "a2", "c1", "c2"])
  }

  @Test("come into the index some at a time, and all of them") func transfer() throws {
    let count = BriefIndex.takenAtOnce + 6
    for number in 0..<count { try files.write("many/\(number).md", "# \(number)\n\nText.\n") }
    try files.run()
    var seen = files.index.takeFewMarks(from: files.library)
    _ = try files.library.mark(ids(), of: files.index, read)
    let taken = try files.index.takeMarks(from: files.library, seen: &seen)
    #expect(taken.flags.count == count + 3 && !taken.isWhole)
    #expect(try files.index.counts().unread == 0)
    #expect(try files.index.takeMarks(from: files.library, seen: &seen).isEmpty)
    // Another reader learns of all of them, too, though the index has them; and so does a new index.
    let other = try BriefIndex.open(at: files.folder.path + "/other.sqlite")
    var indexer = Indexer(index: other, library: files.library, today: files.today)
    _ = try indexer.run(folders: [files.briefs]) { _ in true }
    #expect(try other.counts().unread == 0)
  }

  @Test("come into the index before the first frame where they are few") func first() throws {
    for number in 0..<BriefIndex.fewMarks {
      try files.write("many/\(number).md", "# \(number)\n\nText.\n")
    }
    try files.run()
    let all = try ids()
    _ = try files.library.mark(all, of: files.index, read)
    var seen = files.index.takeFewMarks(from: files.library)
    #expect(try files.index.counts().unread == all.count, "they are too many")
    _ = try files.index.takeMarks(from: files.library)
    // Who showed the list without them learns of them though another took them over.
    #expect(
      try files.index.takeMarks(from: files.library, seen: &seen).flags.count == all.count)
    _ = try files.library.mark(all.prefix(3), of: files.index) { brief, record in
      brief.parts.map { .section(record: record.id ?? 0, id: $0.id, read: nil) }
    }
    let other = try BriefIndex.open(at: files.index.path)
    let unread = try other.write { _ in
      seen = files.index.takeFewMarks(from: files.library)
      return try files.index.counts().unread
    }
    #expect(unread == 0, "somebody else is writing")
    seen = files.index.takeFewMarks(from: files.library)
    #expect(try files.index.counts().unread == 3)
    #expect(try files.index.takeMarks(from: files.library, seen: &seen).isEmpty)
  }
}
