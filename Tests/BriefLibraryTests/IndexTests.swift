import BriefModel
import Foundation
import GRDB
import Glibc
import Testing

@testable import BriefLibrary

@Suite("An index of folders")
struct IndexTests {
  private let folder: TemporaryFolder
  private let today: CalendarDate

  init() throws {
    folder = try TemporaryFolder()
    today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
  }

  @Test("has what the files hold, in every order") func filling() throws {
    try folder.write("a/rail.md", brief("Rail", "A line closed.", date: "2026-11-20"))
    try folder.write("b/ports.md", brief("Ports", "日本語の港が開いた。", date: "2026-11-22"))
    let index = try opened()
    let progress = try #require(try run(index))
    #expect(progress.done == 2 && progress.unreadable.count == 0 && progress.missing.isEmpty)
    #expect(try titles(index, .all, .date) == ["Ports", "Rail"])
    #expect(try titles(index, .all, .title) == ["Ports", "Rail"])
    #expect(try titles(index, .all, .folder) == ["Rail", "Ports"])
    #expect(try index.counts() == LibraryCounts(briefs: 2, unread: 2))
  }

  @Test(
    "answers queries",
    arguments: [
      ("closed", ["Rail"]), ("CLOSED", ["Rail"]), ("clos*", ["Rail"]), ("clos", []),
      ("日本", ["Ports"]), ("本語", ["Ports"]), ("日本語の港", ["Ports"]), ("港", ["Ports"]), ("日本XYZ", []),
      ("絵本", []), ("source:ample.org", []),
      ("source:example.org/rail", ["Rail"]),
      ("た", ["Ports"]), ("日語", []), ("-closed", ["Ports"]), ("closed OR 港", ["Ports", "Rail"]),
      ("title:rail", ["Rail"]), ("title:closed", []), ("section:talks", ["Ports", "Rail"]),
      ("source:example.org", ["Ports", "Rail"]), ("source:https://example.org/rail", ["Rail"]),
      ("after:2026-11-20", ["Ports"]), ("before:2026-11-22", ["Rail"]), ("on:4d", ["Rail"]),
      ("in:a", ["Rail"]), ("in:b closed", []), ("is:unread", ["Ports", "Rail"]), ("is:read", []),
      ("cites:1", ["Ports", "Rail"]), ("cites:>1", []), ("(closed) is:unread", ["Rail"]),
    ])
  func queries(_ query: String, _ expected: [String]) throws {
    try folder.write("a/rail.md", brief("Rail", "A line closed.", date: "2026-11-20"))
    try folder.write("b/ports.md", brief("Ports", "日本語の港が開いた。", date: "2026-11-22"))
    let index = try opened()
    _ = try run(index)
    #expect(try titles(index, Query(query, today: today), .date) == expected)
  }

  @Test("follows files that are rewritten, moved and removed, and reads no other again")
  func following() throws {
    try folder.write("a.md", brief("One", "First text."))
    try folder.write("b.md", brief("Two", "Second text."))
    let index = try opened()
    _ = try run(index)
    #expect(try run(index)?.total == 0)
    try folder.write("a.md", brief("One again", "Another text."))
    #expect(try run(index)?.done == 1)
    #expect(try titles(index, .all, .title) == ["One again", "Two"])
    #expect(try titles(index, Query("first", today: today), .date) == [])
    rename(folder.path + "/b.md", folder.path + "/c.md")
    let moved = try #require(try run(index))
    #expect(moved.done == 1 && moved.gone == 1 && moved.elsewhere == 1)
    #expect(try titles(index, Query("second", today: today), .date) == ["Two"])
    unlink(folder.path + "/c.md")
    let last = try #require(try run(index))
    #expect(last.gone == 1 && last.elsewhere == 0)
    #expect(try titles(index, .all, .date) == ["One again"])
    #expect(try uses(index) == 1)
  }

  @Test("parts a list by days and folders, cut or whole") func groups() throws {
    try folder.write("a/rail.md", brief("Rail", "A line closed.", date: "2026-11-20"))
    try folder.write("b/ports.md", brief("Ports", "A port opened.", date: "2026-11-22"))
    try folder.write("a/wind.md", brief("Wind", "No line at all.", date: "2026-11-22"))
    try folder.write("c/rail.md", brief("Rail", "A line closed.", date: "2026-11-20"))
    let index = try opened()
    _ = try run(index)
    let root = AbsolutePath.of(folder.path)
    let days = try index.listing(order: .unread, grouping: .day).groups
    #expect(days.map(\.name) == [.day(day(22)), .day(day(20))])
    #expect(days.map(\.count) == [2, 1] && days.map(\.first) == [0, 2])
    let folders = try index.listing(order: .date, grouping: .folder)
    #expect(folders.groups.map(\.name) == [.folder(root + "/a"), .folder(root + "/b")])
    #expect(folders.groups.map(\.unread) == [2, 1] && !folders.isCut)
    let found = try index.listing(Query("line", today: today), order: .rank, grouping: .folder)
    #expect(found.groups.map(\.count) == [2])
    #expect(try index.listing(order: .unread, grouping: .day, limit: 2).isCut)
    unlink(folder.path + "/a/rail.md")
    _ = try run(index)
    #expect(
      try index.listing(order: .date, grouping: .folder).groups.map(\.name)
        == ["/a", "/b", "/c"].map { .folder(root + $0) }, "the copy is the first file now")
  }

  @Test("puts briefs that are dated by their file behind the others of that day")
  func fileDates() throws {
    let index = try opened()
    func write(_ name: String, _ title: String) throws {
      let path = try folder.write(name, "# \(title)\n\n## S\n\nText of the \(title).\n")
      let modified = Date(timeIntervalSince1970: 1_795_000_000)
      try FileManager.default.setAttributes([.modificationDate: modified], ofItemAtPath: path)
    }
    try write("a.md", "First")
    _ = try run(index)
    let date = try #require(try rows(index).first?.summary.date)
    #expect(date.origin == .file)
    try folder.write("b.md", brief("Dated", "Text.", date: date.date.description))
    _ = try run(index)
    try write("c.md", "Last")
    _ = try run(index)
    for order in [BriefOrder.date, .unread] {
      #expect(try titles(index, .all, order) == ["Dated", "Last", "First"])
    }
    let on = "on:\(date.date)"
    #expect(try titles(index, Query(on, today: today), .date) == ["Dated"])
    #expect(try titles(index, Query("-\(on)", today: today), .date) == ["Last", "First"])
    let byFile = try Query("on:~\(date.date)", today: today)
    #expect(try titles(index, byFile, .date) == ["Dated", "Last", "First"])
  }

  @Test(
    "has the first rows of a group ready without looking at all", arguments: BriefGrouping.allCases)
  func groupPlans(_ grouping: BriefGrouping) throws {
    let index = try opened()
    let plan = try index.plan(order: .unread, grouping: grouping)
    #expect(!plan.contains { $0.contains("FOR ORDER BY") }, "\(plan)")
  }

  @Test("takes two files of one content for one brief") func copies() throws {
    try folder.write("a.md", brief("One", "Text."))
    try folder.write("copy/a.md", brief("One", "Text."))
    let index = try opened()
    _ = try run(index)
    #expect(try titles(index, .all, .date) == ["One"])
    unlink(folder.path + "/a.md")
    _ = try run(index)
    #expect(try rows(index).map(\.path) == [AbsolutePath.of(folder.path) + "/copy/a.md"])
  }

  @Test("takes over the marks of the library, and those of a rewritten brief") func marks() throws {
    try folder.write("a.md", brief("One", "Text."))
    let index = try opened()
    let library = try Library.open(at: folder.library)
    _ = try run(index, library)
    let row = try #require(try rows(index, library).first)
    #expect(row.record.id == nil && row.summary.parts.count == 1)
    let brief = try BriefLoader.load(path: row.path, today: today)
    let record = try library.record(path: row.path, fingerprint: brief.fingerprint)
    let part = row.summary.parts[0]
    let id = try #require(record.id)
    var seen = index.takeFewMarks(from: library)
    try library.keep([.section(record: id, id: part.id, read: part.fingerprint)])
    #expect(try index.takeMarks(from: library).flags == [row.id: []])
    #expect(try index.takeMarks(from: library).isEmpty)
    let late = try index.takeMarks(from: library, seen: &seen)
    #expect(late.flags == [row.id: []] && !late.isWhole, "another took it over before")
    #expect(try index.takeMarks(from: library, seen: &seen).isEmpty)
    #expect(try index.listing(order: .unread).flags == [[]])
    try folder.write("a.md", self.brief("One", "Another text."))
    _ = try run(index, library)
    #expect(try index.listing(order: .unread).flags == [[.unread, .changed]])
    #expect(try rows(index, library).first?.record.id == id)
    try library.keep([.star(record: id, true)])
    try index.takeMarks(from: library)
    #expect(try index.listing(order: .unread).flags == [[.unread, .changed, .starred]])
  }

  @Test("keeps what it has of a folder that is not there") func missingFolder() throws {
    try folder.write("disk/a.md", brief("One", "Text."))
    let index = try opened()
    var indexer = Indexer(index: index, library: nil, today: today)
    _ = try indexer.run(folders: [folder.path + "/disk"]) { _ in true }
    rename(folder.path + "/disk", folder.path + "/away")
    indexer = Indexer(index: index, library: nil, today: today)
    let progress = try indexer.run(folders: [folder.path + "/disk"]) { _ in true }
    let disk = AbsolutePath.of(folder.path) + "/disk"
    #expect(progress?.missing == [UnseenFolder(path: disk, reason: .absent)])
    #expect(try titles(index, .all, .date) == ["One"])
  }

  @Test("is made anew where its file is damaged") func damage() throws {
    try folder.write("a.md", brief("One", "Text."))
    let path = BriefIndex.path(besideLibrary: folder.library)
    try opened().close()
    try folder.write("state/broadsheet/\(BriefIndex.fileName)", "This is no database at all.\n")
    #expect(throws: LibraryError.damaged(path: path)) { try BriefIndex.open(at: path) }
    let index = try BriefIndex.openOrRemake(at: path)
    #expect(try run(index)?.done == 1)
  }

  @Test("is not removed while another opens it") func opening() throws {
    let path = try folder.write("state/broadsheet/\(BriefIndex.fileName)", "No database.\n")
    let file = FileIdentity(path: path)
    _ = try OpeningLock.sharing(path) {
      #expect(throws: LibraryError.locked(path: OpeningLock.path(besideIndex: path))) {
        try BriefIndex.openOrRemake(at: path)
      }
    }
    #expect(FileIdentity(path: path) == file)
    #expect(try BriefIndex.openOrRemake(at: path).counts().briefs == 0)
  }

  @Test("is made anew where damage shows in the midst of work, for all who have it open")
  func laterDamage() throws {
    try folder.write("a.md", brief("One", "First."))
    try folder.write("b.md", brief("Two", "Second."))
    let first = try opened()
    _ = try run(first)
    let old = try first.listing(order: .date).ids
    try damage(try page(of: "brief_by_day", in: first), of: first)
    let (index, other) = (try opened(), try opened())
    #expect(try other.counts().briefs == 2)
    #expect(throws: LibraryError.indexRemade(path: index.path)) { try index.listing(order: .date) }
    #expect(try run(index)?.done == 2)
    #expect(try titles(index, .all, .title) == ["One", "Two"])
    #expect(try titles(other, Query("second", today: today), .date) == ["Two"])
    #expect(Set(try other.listing(order: .date).ids).isDisjoint(with: old))
    #expect(try index.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
  }

  @Test("goes on where it was stopped") func stopping() throws {
    for number in 0..<300 { try folder.write("\(number).md", brief("B\(number)", "Text.")) }
    let index = try opened()
    var indexer = Indexer(index: index, library: nil, today: today)
    let stopped = try indexer.run(folders: [folder.path]) { $0.done == 0 }
    let done = stopped?.done ?? 0
    #expect(done > 0 && done < 300)
    #expect(try index.counts().briefs == done)
    #expect(try run(index)?.done == 300 - done)
    #expect(try index.counts().briefs == 300)
  }

  @Test("reads as many files at once as make a transaction of megabytes") func batches() {
    func batches(_ sizes: [Int64]) -> [Int] {
      ReadAhead.batches(
        of: sizes.map { .init(folder: "/", name: "a.md", size: $0, modified: 0) }
      ).map(\.count)
    }
    #expect(batches([]) == [])
    #expect(batches([1]) == [1])
    #expect(batches(Array(repeating: 1, count: 600)) == [256, 256, 88])
    #expect(batches([5 << 20, 5 << 20, 1]) == [1, 1, 1])
    #expect(batches(Array(repeating: 1 << 20, count: 10)) == [4, 4, 2])
  }

  // MARK: - Helpers

  private func page(of name: String, in index: BriefIndex) throws -> Int {
    let sql = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
    return try #require(try index.read { try Int.fetchOne($0, sql: sql, arguments: [name]) })
  }

  /// Closes an index and overwrites a page of its file.
  private func damage(_ page: Int, of index: BriefIndex) throws {
    try index.close()
    let file = try #require(FileHandle(forWritingAtPath: index.path))
    try file.seek(toOffset: UInt64((page - 1) * 4096))
    try file.write(contentsOf: Data(repeating: 0xFF, count: 4096))
    try file.close()
  }

  private func brief(_ title: String, _ text: String, date: String = "2026-11-01") -> String {
    """
    # \(title)

    \(date)

    ## The talks

    \(text) [Example](https://example.org/\(title.lowercased().replacing(" ", with: "-")))

    """
  }

  private func day(_ day: Int) -> CalendarDate? { CalendarDate(year: 2026, month: 11, day: day) }

  private func opened() throws -> BriefIndex {
    try BriefIndex.open(at: BriefIndex.path(besideLibrary: folder.library))
  }

  private func run(_ index: BriefIndex, _ library: Library? = nil) throws -> IndexProgress? {
    var indexer = Indexer(index: index, library: library, today: today)
    return try indexer.run(folders: [folder.path]) { _ in true }
  }

  private func rows(_ index: BriefIndex, _ library: Library? = nil) throws -> [ListedBrief] {
    try index.rows(of: index.listing(order: .date).ids, from: library)
  }

  private func titles(
    _ index: BriefIndex, _ query: Query, _ order: BriefOrder
  ) throws -> [String] {
    try index.rows(of: index.listing(query, order: order).ids, from: nil).map(\.summary.title)
  }

  private func uses(_ index: BriefIndex) throws -> Int {
    try index.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM use") ?? 0 }
  }
}
