import BriefModel
import Glibc
import Synchronization
import Testing

@testable import BriefLibrary

@Suite("Briefs whose files are gone")
struct ArchiveTests {
  private let folder: TemporaryFolder
  private let today: CalendarDate
  private let index: BriefIndex
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
    index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: folder.library))
    library = try Library.open(at: folder.library)
    try folder.write("briefs/a.md", "# One\n\n2026-11-01\n\n## First\n\nA night train.\n")
    try folder.write("briefs/b.md", "# Two\n\n2026-11-02\n\n## First\n\nA port.\n")
  }

  private var root: String { AbsolutePath.of(folder.path) + "/briefs" }

  @discardableResult
  private func run(
    _ index: BriefIndex? = nil, archiving: Bool = true, folders: [String]? = nil
  ) throws -> IndexProgress? {
    var indexer = Indexer(
      index: index ?? self.index, library: library, today: today, archiving: archiving)
    return try indexer.run(folders: folders ?? [folder.path + "/briefs"]) { _ in true }
  }

  private func titles(_ query: String, _ index: BriefIndex? = nil) throws -> [String] {
    try rows(query, index).map(\.summary.title)
  }

  private func rows(_ query: String = "", _ index: BriefIndex? = nil) throws -> [ListedBrief] {
    let index = index ?? self.index
    let listing = try index.listing(Query(query, today: today), order: .title)
    return try index.rows(of: listing.ids, from: library)
  }

  @Test("are listed, found and readable where that is set") func archived() throws {
    try run()
    unlink(folder.path + "/briefs/a.md")
    #expect(try run()?.gone == 1)
    #expect(try titles("is:archived") == ["One"] && titles("night train") == ["One"])
    #expect(try titles("-is:archived") == ["Two"] && titles("in:briefs") == ["One", "Two"])
    let text = try library.archivedText(at: root + "/a.md")
    let kept = try #require(text?.brief(at: root + "/a.md", today: today))
    #expect(kept.title == "One" && kept.path == root + "/a.md")
    #expect(try run()?.gone == 0, "told once")
    let row = try #require(try rows().first { $0.isArchived })
    #expect(row.path == root + "/a.md")
    try mark(row)
    #expect(try index.takeMarks(from: library).flags == [row.id: .archived])
    #expect(try titles("is:archived is:read") == ["One"])
  }

  private func mark(_ row: ListedBrief) throws {
    let id = try #require(try library.records(for: [row.key]).first?.id)
    let part = try #require(row.summary.parts.first)
    try library.keep([.section(record: id, id: part.id, read: part.fingerprint)])
  }

  @Test("cost a look without changes no transaction each") func transactions() throws {
    for number in 0..<40 { try folder.write("briefs/\(number).md", "# Old \(number)\n\nText.\n") }
    try run()
    for number in 0..<40 { unlink(folder.path + "/briefs/\(number).md") }
    #expect(try run()?.gone == 40)
    let count = Mutex(0)
    try index.configure { db in
      db.trace { event in
        if "\(event)".hasPrefix("BEGIN") { count.withLock { $0 += 1 } }
      }
    }
    try run()
    #expect((1..<40).contains(count.withLock(\.self)))
  }

  @Test("are gone from the list where that is not set, and come back with it") func setting() throws
  {
    try run()
    unlink(folder.path + "/briefs/a.md")
    try run()
    try run(archiving: false)
    #expect(try titles("") == ["Two"])
    try run()
    #expect(try titles("is:archived") == ["One"])
  }

  @Test("come back into an index that is made anew") func remadeIndex() throws {
    try run()
    unlink(folder.path + "/briefs/a.md")
    try run()
    try folder.write("other/state", "")
    let other = try BriefIndex.open(at: folder.path + "/other/index.sqlite")
    try run(other)
    #expect(try titles("is:archived night", other) == ["One"])
    #expect(try other.counts().briefs == 2)
  }

  @Test(
    "are no more archived when a file holds them again, there or elsewhere",
    arguments: [
      "briefs/a.md", "briefs/deep/again.md",
    ])
  func revived(path: String) throws {
    try run()
    unlink(folder.path + "/briefs/a.md")
    try run()
    try folder.write(path, "# One\n\n2026-11-01\n\n## First\n\nA night train.\n")
    try run()
    #expect(try titles("is:archived").isEmpty && titles("") == ["One", "Two"])
    unlink(folder.path + "/" + path)
    try run()
    #expect(try titles("is:archived") == ["One"])
  }

  @Test("are those of which no file is left, and not those that moved or were rewritten")
  func notGone() throws {
    try folder.write("briefs/copy.md", "# Two\n\n2026-11-02\n\n## First\n\nA port.\n")
    try run()
    rename(folder.path + "/briefs/a.md", folder.path + "/briefs/moved.md")
    unlink(folder.path + "/briefs/b.md")
    try run()
    #expect(try titles("is:archived").isEmpty && titles("") == ["One", "Two"])
    try folder.write("briefs/copy.md", "# Three\n\n2026-11-02\n\n## First\n\nA strait.\n")
    try run()
    #expect(try titles("") == ["One", "Three"])
  }

  @Test("keep their words when those of the index are made anew") func renewal() throws {
    try run()
    unlink(folder.path + "/briefs/a.md")
    try run()
    try index.write { db in try WordsRenewal(db: db).begin() }
    try run()
    #expect(try index.read { db in try !db.tableExists("words_anew") }, "it came to its end")
    #expect(try titles("night train") == ["One"] && titles("port") == ["Two"])
  }

  @Test("are none of a folder that is not there, or that was taken out") func folders() throws {
    try run()
    rename(folder.path + "/briefs", folder.path + "/away")
    try run()
    #expect(try titles("is:archived").isEmpty && titles("") == ["One", "Two"])
    rename(folder.path + "/away", folder.path + "/briefs")
    try folder.write("other/c.md", "# Other\n\n## First\n\nText.\n")
    try run(folders: [folder.path + "/other"])
    #expect(try titles("") == ["Other"], "its files are still there")
  }

  @Test("are kept of the time before the setting, too, as long as their files are there")
  func later() throws {
    try run(archiving: false)
    #expect(try run()?.done == 2, "all are read once more for their texts")
    #expect(try run()?.done == 0)
    unlink(folder.path + "/briefs/a.md")
    try run()
    #expect(try titles("is:archived") == ["One"])
  }

  @Test("are kept by what was read of them where their text is not in the index")
  func readTexts() throws {
    try run(archiving: false)
    let row = try #require(try rows().first { $0.path.hasSuffix("a.md") })
    let (brief, text) = try BriefLoader.loadWithText(path: row.path, today: today)
    let record = try library.record(path: row.path, fingerprint: brief.fingerprint)
    try library.keep(
      text, as: ReadText(fingerprint: brief.fingerprint, parts: ["first"]),
      of: try #require(record.id))
    unlink(folder.path + "/briefs/a.md")
    unlink(folder.path + "/briefs/b.md")
    try folder.write("briefs/c.md", "# Three\n\n## First\n\nText.\n")
    try run()
    #expect(try titles("is:archived") == ["One"] && titles("") == ["One", "Three"])
  }

  @Test("are kept of copies that go together") func copies() throws {
    try folder.write("briefs/copy.md", "# One\n\n2026-11-01\n\n## First\n\nA night train.\n")
    try run()
    unlink(folder.path + "/briefs/a.md")
    unlink(folder.path + "/briefs/copy.md")
    #expect(try run()?.gone == 2)
    #expect(try titles("is:archived") == ["One"] && titles("") == ["One", "Two"])
  }

  @Test("are kept of a folder that a link leads to") func link() throws {
    try folder.write("elsewhere/c.md", "# Three\n\n2026-11-03\n\n## First\n\nA strait.\n")
    try folder.write("elsewhere/d.md", "# Four\n\n2026-11-04\n\n## First\n\nA canal.\n")
    symlink(folder.path + "/elsewhere", folder.path + "/briefs/link")
    try run()
    unlink(folder.path + "/elsewhere/c.md")
    try run()
    try run()
    #expect(try titles("is:archived") == ["Three"])
    try folder.write("other/state", "")
    let other = try BriefIndex.open(at: folder.path + "/other/index.sqlite")
    try run(other)
    #expect(try titles("is:archived strait", other) == ["Three"])
  }

  @Test("stay when their name is used again, each with its own text") func samePath() throws {
    try run()
    unlink(folder.path + "/briefs/a.md")
    try run()
    try folder.write("briefs/a.md", "# Anew\n\n2026-11-03\n\n## First\n\nA day train.\n")
    try run()
    #expect(try titles("is:archived") == ["One"] && titles("") == ["Anew", "One", "Two"])
    unlink(folder.path + "/briefs/a.md")
    try run()
    #expect(try titles("is:archived") == ["Anew", "One"] && run()?.gone == 0)
    try folder.write("other/state", "")
    let other = try BriefIndex.open(at: folder.path + "/other/index.sqlite")
    try run(other)
    #expect(try titles("is:archived night", other) == ["One"])
    #expect(try titles("is:archived train", other) == ["Anew", "One"])
  }

  @Test("keep their stars to themselves: what is put under their name is another brief")
  func star() throws {
    try run()
    let key = try #require(try rows().first?.key)
    let id = try #require(try library.records(for: [key]).first?.id)
    try library.keep([.star(record: id, true)])
    unlink(try #require(key.path))
    try run()
    try folder.write(
      "briefs/" + (key.path?.hasSuffix("a.md") == true ? "a.md" : "b.md"),
      "# Anew\n\n2026-11-03\n\n## First\n\nA day train.\n")
    try run()
    #expect(try titles("is:archived is:starred").count == 1)
    #expect(try titles("is:starred -is:archived") == [])
    // But the brief itself has it again.
    #expect(try library.records(for: [key]).first?.isStarred == true)
  }

  private func brief(_ title: String) throws -> Brief {
    let ids = try index.listing(order: .title).ids
    let row = try #require(
      try index.rows(of: ids, from: library).first { $0.summary.title == title })
    return try row.origin.read(library: library, today: today)
  }

  @Test("are opened by their content, and marked, whatever lies under their name now")
  func contents() throws {
    try run()
    unlink(folder.path + "/briefs/a.md")
    try run()
    try folder.write("briefs/a.md", "# Anew\n\n2026-11-03\n\n## First\n\nA day train.\n")
    try run()
    #expect(try brief("One").title == "One" && brief("Anew").title == "Anew")
    let ids = try index.listing(Query("is:archived", today: today), order: .title).ids
    try mark(try #require(try index.rows(of: ids, from: library).first))
    try run()
    #expect(try titles("is:read") == ["One"])
    let there = try BriefLoader.load(path: root + "/a.md", today: today)
    let record = try library.record(path: root + "/a.md", fingerprint: there.fingerprint)
    #expect(record.readSections.isEmpty, "the file that lies there is another brief")
    // The file has come back, and no indexer has seen it yet.
    let kept = try #require(try index.rows(of: ids, from: library).first)
    try library.unarchive([try brief("One").fingerprint])
    #expect(throws: BriefError.self) { try kept.origin.read(library: library, today: today) }
    try folder.write("briefs/a.md", "# One\n\n2026-11-01\n\n## First\n\nA night train.\n")
    #expect(try kept.origin.read(library: library, today: today).title == "One")
  }

  @Test("keep their marks, however often what lies under their name is rewritten")
  func rewriting() throws {
    try run()
    let row = try #require(try rows().first { $0.summary.title == "One" })
    try mark(row)
    unlink(folder.path + "/briefs/a.md")
    try run()
    for number in 0..<20 {
      try folder.write("briefs/a.md", "# Anew\n\n2026-11-03\n\n## First\n\nDay \(number).\n")
      try run()
      try mark(try #require(try rows("anew").first))
    }
    #expect(try titles("is:archived is:read") == ["One"])
  }

  @Test("let their texts go once a file holds them again, and are kept anew after that")
  func comingBack() throws {
    try run()
    unlink(folder.path + "/briefs/a.md")
    try run()
    #expect(try library.archived().map(\.path) == [root + "/a.md"])
    try folder.write("briefs/deep/again.md", "# One\n\n2026-11-01\n\n## First\n\nA night train.\n")
    try run(archiving: false)
    #expect(try library.archived().count == 1, "nothing else has it where texts are not kept")
    try run()
    #expect(try library.archived().isEmpty && titles("night") == ["One"])
    unlink(folder.path + "/briefs/deep/again.md")
    try run()
    #expect(try library.archived().map(\.path) == [root + "/deep/again.md"])
    #expect(try brief("One").title == "One")
  }

  @Test("come back into an index that is made anew from a folder behind a link that is gone")
  func lastBehindLink() throws {
    try folder.write("elsewhere/c.md", "# Three\n\n2026-11-03\n\n## First\n\nA strait.\n")
    symlink(folder.path + "/elsewhere", folder.path + "/briefs/link")
    try run()
    unlink(folder.path + "/elsewhere/c.md")
    try run()
    rmdir(folder.path + "/elsewhere")
    try folder.write("other/state", "")
    let other = try BriefIndex.open(at: folder.path + "/other/index.sqlite")
    try run(other)
    try run(other)
    #expect(try titles("is:archived strait", other) == ["Three"])
    try run(other, folders: [folder.path + "/other"])
    #expect(try titles("", other).isEmpty, "they are those of a folder that was taken out")
  }

  @Test("do not hold up a renewal of words where their texts are damaged") func damaged() throws {
    try run()
    unlink(folder.path + "/briefs/a.md")
    try run()
    try library.access { db in try db.execute(sql: "UPDATE archive SET text = x'00'") }
    try index.write { db in try WordsRenewal(db: db).begin() }
    try run()
    #expect(try index.read { db in try !db.tableExists("words_anew") }, "it came to its end")
    var reports = 0
    var indexer = Indexer(index: index, library: library, today: today, archiving: true)
    _ = try indexer.run(folders: [folder.path + "/briefs"]) { progress in
      reports += progress.isRenewal ? 1 : 0
      return true
    }
    #expect(try reports == 0 && titles("port") == ["Two"])
  }

  @Test("are read once for their texts, by runs that are stopped, too, and after it was off")
  func textsOnce() throws {
    for number in 0..<300 {
      try folder.write("briefs/\(number).md", "# B\(number)\n\n2026-11-03\n\nText.\n")
    }
    try run(archiving: false)
    var stopped = Indexer(index: index, library: library, today: today, archiving: true)
    _ = try stopped.run(folders: [folder.path + "/briefs"]) { $0.done == 0 }
    #expect(try run()?.total == 302 - 256)
    try run(archiving: false)
    #expect(try run()?.total == 0)
  }
}
