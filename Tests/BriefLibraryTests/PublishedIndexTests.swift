import BriefModel
import Foundation
import GRDB
import Testing

@testable import BriefLibrary

@Suite("A published index")
struct PublishedIndexTests {
  private let shelf: IndexedFolder
  private let path: String

  init() throws {
    shelf = try IndexedFolder()
    path = shelf.folder.path + "/published.sqlite"
    for (name, day) in [("one", 1), ("two", 2), ("three", 3)] {
      try shelf.write("\(name).md", "# Brief \(name)\n\n2026-11-0\(day)\n\n## Part\n\nA port.\n")
    }
    try shelf.run()
    try shelf.index.publish(to: path, from: shelf.library)
  }

  /// One of those who read it.
  private struct Reader {
    let library: Library
    let index: BriefIndex
    let today: CalendarDate

    func titles(_ query: String = "", by order: BriefOrder = .unread) throws -> [String] {
      let listing = try index.listing(Query(query, today: today), order: order)
      return try index.rows(of: listing.ids, from: library).map {
        String($0.summary.title.dropFirst("Brief ".count))
      }
    }

    /// Marks all parts of a brief read, or its star.
    func mark(_ title: String, starred: Bool = false) throws {
      let ids = try index.listing(order: .date).ids
      let row = try #require(
        try index.rows(of: ids, from: library).first { $0.summary.title == "Brief " + title })
      let id = try #require(try library.records(for: [row.key]).first?.id)
      try library.keep(
        starred
          ? [.star(record: id, true)]
          : row.summary.parts.map { .section(record: id, id: $0.id, read: $0.fingerprint) })
      try index.takeMarks(from: library)
    }
  }

  private func reader(_ name: String) throws -> Reader {
    let library = try Library.open(at: shelf.folder.path + "/readers/\(name)/library.sqlite")
    let reader = Reader(
      library: library, index: try .openPublished(at: path), today: shelf.today)
    try reader.index.takeMarks(from: library)
    return reader
  }

  @Test("is one whole file that all may read, without what its maker read")
  func whole() throws {
    try shelf.markAll(shelf.briefs + "/one.md")
    #expect(try shelf.index.counts().unread == 2)
    try shelf.index.publish(to: path, from: shelf.library)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o644)
    let beside = try FileManager.default.contentsOfDirectory(atPath: shelf.folder.path)
    #expect(beside.filter { $0.hasPrefix("published") } == ["published.sqlite"])
    let ann = try reader("ann")
    #expect(try ann.index.counts() == LibraryCounts(briefs: 3, unread: 3, changed: 0, starred: 0))
    #expect(try ann.titles("is:read") == [] && ann.titles("is:starred") == [])
    #expect(try ann.titles("port") == ["three", "two", "one"], "found by their words")
  }

  @Test("has no words twice where they are just being made anew") func renewal() throws {
    try shelf.index.write { db in try WordsRenewal(db: db).begin() }
    try shelf.index.publish(to: path, from: shelf.library)
    let hasSecond = try DatabaseQueue(path: path).read { db in try db.tableExists("words_anew") }
    #expect(!hasSecond)
  }

  @Test("takes the place of an earlier one alone, be that of another version or damaged")
  func place() throws {
    let brief = try shelf.write("one.md", "# Another\n")
    let text = try Data(contentsOf: URL(fileURLWithPath: brief))
    let folder = shelf.folder.path
    try Data().write(to: URL(fileURLWithPath: folder + "/empty"))
    #expect(mkfifo(folder + "/pipe", 0o600) == 0)
    let others = [shelf.library.path, shelf.index.path, brief, shelf.briefs]
    for other in others + [folder + "/empty", folder + "/pipe"] {
      #expect(throws: LibraryError.notPublished(path: other)) {
        try shelf.index.publish(to: other, from: shelf.library)
      }
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: brief)) == text)
    try shelf.markAll(shelf.briefs + "/two.md")
    #expect(try shelf.library.state().briefs.count == 1 && shelf.index.counts().unread == 2)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes.replaceSubrange(
      4096..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - 4096))
    try bytes.write(to: URL(fileURLWithPath: path))
    try shelf.index.publish(to: path, from: shelf.library)
    let queue = try DatabaseQueue(path: path)
    try queue.write { try IndexMeta(db: $0).set(.tables, "index.1.sqlite") }
    try queue.close()
    try shelf.index.publish(to: path, from: shelf.library)
    #expect(try reader("ann").titles() == ["three", "two", "one"])
  }

  @Test("shows nothing of folders that are not to be shown, whatever it has")
  func folders() throws {
    let text = "# Brief %\n\n2026-11-05\n\n## Part\n\nA port [Wire](https://%.org/port).\n"
    for (folder, name) in [("kb", "four"), ("kb/low", "five"), ("kb2", "six"), ("a", "seven")] {
      try shelf.folder.write(
        "\(folder)/\(name).md", text.replacingOccurrences(of: "%", with: name))
    }
    try shelf.folder.write("kb/both.md", text.replacingOccurrences(of: "%", with: "six"))
    try shelf.folder.write(
      "a/eight.md",
      text.replacingOccurrences(of: "%", with: "eight")
        .replacingOccurrences(of: "eight.org", with: "four.org/hidden"))
    let all = ["kb", "kb2", "a"].map { shelf.folder.path + "/" + $0 }
    try shelf.run(all)
    try shelf.index.publish(to: path, from: shelf.library)
    let library = try Library.open(at: shelf.folder.path + "/readers/ann/library.sqlite")
    let index = try BriefIndex.openPublished(at: path, showing: [all[0]])
    let ann = Reader(library: library, index: index, today: shelf.today)
    #expect(try Set(ann.titles()) == ["four", "five", "six"])
    #expect(try Set(ann.titles("port")) == ["four", "five", "six"])
    #expect(try index.counts() == LibraryCounts(briefs: 3, unread: 3, changed: 0, starred: 0))
    let listing = try index.listing(order: .date, grouping: .folder)
    #expect(listing.ids.count == 3 && listing.groups.count == 2)
    let rows = try index.rows(of: listing.ids, from: library)
    #expect(rows.flatMap { [$0.path] + $0.otherPaths }.allSatisfy { $0.contains("/kb/") })
    #expect(try index.outlets(named: "", by: .count).map(\.articles) == [1, 1, 1])
    #expect(try index.brief(at: all[2] + "/seven.md") == nil)
    try ann.mark("four")
    #expect(try index.counts().unread == 2 && ann.titles("is:read") == ["four"])
    #expect(try index.openAgain().counts().briefs == 3)
    try shelf.index.publish(to: path, from: shelf.library)
    #expect(try index.goOver() && index.counts().briefs == 3)
    #expect(try BriefIndex.openPublished(at: path, showing: all).counts().briefs == 5)
  }

  @Test("tells nothing that a terminal would obey, whoever wrote it")
  func hostile() throws {
    try shelf.write("four.md", "# Brief four\n\nA port [Wire](https://example.org/port).\n")
    try shelf.run()
    try shelf.index.publish(to: path, from: shelf.library)
    let queue = try DatabaseQueue(path: path)
    let text = "Brief \u{1B}]0;x\u{7}\u{9B}31m\u{202E}"
    try queue.write { db in
      IndexFunctions.add(to: db)
      for sql in [
        "UPDATE brief SET title = ?", "UPDATE naming SET title = ?", "UPDATE outlet SET name = ?",
        "UPDATE file SET failure = ?",
      ] {
        try db.execute(sql: sql, arguments: [text])
      }
    }
    try queue.close()
    let index = try BriefIndex.openPublished(at: path)
    let clean = "Brief ]0;x31m"
    let ids = try index.listing(order: .date).ids
    #expect(Set(try index.rows(of: ids, from: nil).map(\.summary.title)) == [clean])
    let outlets = try index.outlets(named: "", by: .count)
    #expect(outlets.map(\.name) == [clean])
    #expect(try index.articles(of: outlets[0].id, by: .count).map(\.title) == [clean])
    #expect(Set(try index.unreadableFiles().lines) == [clean])
  }

  @Test("shows each reader their own marks, in every list, query and count")
  func marks() throws {
    let (ann, bob) = (try reader("ann"), try reader("bob"))
    try ann.mark("three")
    try bob.mark("one")
    try bob.mark("two", starred: true)
    #expect(try ann.titles() == ["two", "one", "three"], "what is read stands last")
    #expect(try bob.titles() == ["three", "two", "one"])
    #expect(try ann.titles("is:read") == ["three"] && bob.titles("is:read") == ["one"])
    #expect(try ann.titles("is:starred") == [] && bob.titles("is:starred") == ["two"])
    #expect(try ann.index.counts() == LibraryCounts(briefs: 3, unread: 2, changed: 0, starred: 0))
    #expect(try bob.index.counts() == LibraryCounts(briefs: 3, unread: 2, changed: 0, starred: 1))
    let unread = Query.state(.unread)
    #expect(try ann.index.count(unread) == FoundCount(briefs: 2, unread: 2))
    let listing = try ann.index.listing(order: .unread, grouping: .folder)
    #expect(listing.groups.map(\.unread) == [2])
    #expect(try reader("ann").titles() == ["two", "one", "three"], "and so it is the next time")
  }

  @Test("shows a reader the same as an index of their own would, whatever they mark")
  func sameAsOwn() throws {
    var random = SystemRandomNumberGenerator()
    for number in 0..<20 {
      let day = 1 + number % 9
      try shelf.write("\(number).md", "# Brief \(number)\n\n2026-10-0\(day)\n\n## P\n\nText.\n")
    }
    try shelf.run()
    try shelf.index.publish(to: path, from: shelf.library)
    let ann = try reader("ann")
    let own = try BriefIndex.open(at: shelf.folder.path + "/readers/ann/index.sqlite")
    var indexer = Indexer(index: own, library: ann.library, today: shelf.today)
    _ = try indexer.run(folders: [shelf.briefs]) { _ in true }
    let apart = Reader(library: ann.library, index: own, today: shelf.today)
    for _ in 0..<30 {
      let title = try #require(try ann.titles().randomElement(using: &random))
      try ann.mark(title, starred: Bool.random(using: &random))
      try own.takeMarks(from: ann.library)
      #expect(try ann.index.counts() == own.counts())
      for query in ["", "is:unread", "is:read", "is:starred", "-is:starred is:unread", "text"] {
        for order in [BriefOrder.unread, .date, .title] {
          #expect(
            try Set(ann.titles(query, by: order)) == Set(apart.titles(query, by: order)),
            "\(query) by \(order)")
        }
      }
      let (one, other) = (try ann.index.listing(order: .unread), try own.listing(order: .unread))
      #expect(one.flags.map(\.rawValue).sorted() == other.flags.map(\.rawValue).sorted())
    }
  }

  @Test("takes the place of the last, and the reader goes over to it with all marks")
  func next() throws {
    let ann = try reader("ann")
    try ann.mark("two")
    #expect(try !ann.index.goOver(), "nothing new")
    try shelf.write("four.md", "# Brief four\n\n2026-11-04\n\n## Part\n\nA ship.\n")
    try shelf.run()
    try shelf.index.publish(to: path, from: shelf.library)
    #expect(try ann.titles() == ["three", "one", "two"], "the old one until it goes over")
    #expect(try ann.index.goOver())
    try ann.index.takeMarks(from: ann.library)
    #expect(try ann.titles() == ["four", "three", "one", "two"])
    #expect(try ann.index.counts().unread == 3)
  }

  @Test("lets the marks of a brief that was rewritten go to its new text")
  func rewritten() throws {
    let ann = try reader("ann")
    try ann.mark("two")
    try shelf.write(
      "two.md", "# Brief two\n\n2026-11-02\n\n## Part\n\nA port.\n\n## More\n\nA ship came.\n")
    try shelf.run()
    try shelf.index.publish(to: path, from: shelf.library)
    #expect(try ann.index.goOver())
    try ann.index.tell(ann.library)
    try ann.index.takeMarks(from: ann.library)
    let ids = try ann.index.listing(order: .date).ids
    let row = try #require(
      try ann.index.rows(of: ids, from: ann.library).first { $0.summary.title == "Brief two" })
    #expect(row.summary.parts.map { row.record.state(of: $0) } == [.read, .unread])
    #expect(try ann.titles("is:unread") == ["three", "two", "one"])
  }

  @Test("is never changed by who reads it, and tells where it is no index")
  func unchanged() throws {
    let before = try Data(contentsOf: URL(filePath: path))
    chmod(path, 0o444)
    let ann = try reader("ann")
    try ann.mark("one")
    let ids = try ann.index.listing(order: .date).ids
    _ = try ann.library.mark(ids, of: ann.index) { brief, record in
      brief.parts.map { .section(record: record.id ?? 0, id: $0.id, read: $0.fingerprint) }
    }
    try ann.index.takeMarks(from: ann.library)
    #expect(try ann.index.counts().unread == 0, "many at once")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    try Data("no index".utf8).write(to: URL(filePath: path))
    #expect(throws: LibraryError.damaged(path: path)) { try BriefIndex.openPublished(at: path) }
    #expect(throws: LibraryError.foreign(path: ann.library.path)) {
      try BriefIndex.openPublished(at: ann.library.path)
    }
  }

  @Test("of other tables is not read as if they were these")
  func otherTables() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "UPDATE meta SET value = 'index.0.sqlite'") }
    try queue.close()
    #expect(throws: LibraryError.self) { try BriefIndex.openPublished(at: path) }
  }

  @Test("has briefs whose files are gone with their texts, for who has no library of them")
  func archived() throws {
    var indexer = Indexer(
      index: shelf.index, library: shelf.library, today: shelf.today, archiving: true)
    _ = try indexer.run(folders: [shelf.briefs]) { _ in true }
    unlink(shelf.briefs + "/two.md")
    _ = try indexer.run(folders: [shelf.briefs]) { _ in true }
    try shelf.index.publish(to: path, from: shelf.library)
    let ann = try reader("ann")
    #expect(try ann.titles() == ["three", "two", "one"] && ann.titles("is:archived") == ["two"])
    let texts = try ann.index.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM text") }
    #expect(texts == 1, "those of files are read from these")
    let ids = try ann.index.listing(Query("is:archived", today: ann.today), order: .date).ids
    let row = try #require(try ann.index.rows(of: ids, from: ann.library).first)
    for origin in [row.origin, .file(row.path)] {
      let brief = try origin.read(library: ann.library, index: ann.index, today: ann.today)
      #expect(brief.title == "Brief two" && brief.fingerprint == row.fingerprint)
    }
    #expect(throws: BriefError.self) { try row.origin.read(library: ann.library, today: ann.today) }
    try ann.mark("two")
    #expect(try ann.titles("is:archived is:read") == ["two"], "a mark leaves it archived")
  }

  @Test("leaves out archived briefs of which no text was kept")
  func textless() throws {
    var indexer = Indexer(
      index: shelf.index, library: shelf.library, today: shelf.today, archiving: true)
    _ = try indexer.run(folders: [shelf.briefs]) { _ in true }
    unlink(shelf.briefs + "/two.md")
    _ = try indexer.run(folders: [shelf.briefs]) { _ in true }
    let kept = try shelf.library.archived().map(\.fingerprint)
    try shelf.library.unarchive(kept)
    try shelf.index.publish(to: path, from: shelf.library)
    #expect(try reader("ann").titles() == ["three", "one"])
  }

  @Test("counts for a status bar what a reader has not read, without a trace")
  func unreadCount() throws {
    let ann = try reader("ann")
    try ann.mark("two")
    try ann.mark("one", starred: true)
    try ann.library.close()
    let folder = shelf.folder.path + "/readers/ann"
    let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    func count(_ query: String) throws -> Int {
      try UnreadBriefs.count(
        Query(query, today: ann.today), library: folder + "/library.sqlite", published: path)
    }
    #expect(try count("") == 2 && count("port") == 2 && count("is:starred") == 1)
    #expect(try count("is:read") == 0 && count("title:three") == 1)
    let none = try UnreadBriefs.count(
      library: shelf.folder.path + "/readers/bob/library.sqlite", published: path)
    #expect(none == 3, "of who has read nothing yet")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == before)
  }

  @Test("that cannot be written leaves the last in its place")
  func failing() throws {
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(throws: LibraryError.self) {
      try shelf.index.publish(
        to: shelf.folder.path + "/gone/index.sqlite", from: shelf.library)
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }
}
