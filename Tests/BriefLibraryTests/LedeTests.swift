import BriefModel
import Testing

@testable import BriefLibrary

@Suite("A lede before sections")
struct LedeTests {
  private func text(_ lede: String) -> String {
    "# A\n\n\(lede)\n\n## One\n\nIt is so [A](https://a.example/1).\n"
  }

  /// Marks the brief as the program does.
  private func read(_ desk: IndexedFolder) throws {
    let id = try desk.row("A").id
    _ = try desk.library.mark([id], of: desk.index) { key, record in
      record.marking(
        record.partsToRead(key.parts, lede: key.lede), of: key.parts, read: true, lede: key.lede
      ).map { .section(record: record.id ?? 0, id: $0.id, read: $0.fingerprint) }
    }
    try desk.index.takeMarks(from: desk.library)
  }

  @Test("makes its brief changed where it was rewritten, until that is read as well")
  func rewritten() throws {
    let desk = try IndexedFolder()
    try desk.write("a.md", text("It rained."))
    try desk.run()
    #expect(try desk.titles("is:changed") == [])
    try read(desk)
    #expect(try desk.titles("is:unread") == [])
    try desk.write("a.md", text("It snowed."))
    try desk.run()
    #expect(try desk.titles("is:changed") == ["A"] && desk.titles("is:unread") == ["A"])
    #expect(try desk.index.counts() == LibraryCounts(briefs: 1, unread: 1, changed: 1))
    #expect(try UnreadBriefs.count(library: desk.folder.library) == 1)
    let row = try desk.row("A")
    #expect(row.summary.parts.count == 1 && row.summary.lede != nil)
    try read(desk)
    #expect(try desk.titles("is:changed") == [] && desk.titles("is:unread") == [])
    #expect(try UnreadBriefs.count(library: desk.folder.library) == 0)
  }

  @Test("is known to the index as what it is to the brief")
  func blob() throws {
    let desk = try IndexedFolder()
    let path = try desk.write("a.md", text("It rained."))
    try desk.run()
    let brief = try BriefLoader.load(path: path, today: desk.today)
    #expect(try desk.row("A").summary == BriefSummary(brief))
  }
}
