import BriefModel
import GRDB
import Testing

@testable import BriefLibrary

@Suite("Rows of a library that can only come of damage")
struct LibraryFaultTests {
  private let folder: TemporaryFolder
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(at: folder.library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([
      .section(record: id, id: "s", read: content(2)),
      .section(record: id, id: "t", read: content(3)),
      .star(record: id, true),
    ])
  }

  /// Changes the file as damage may.
  private func write(_ sql: String) throws {
    try library.access { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; \(sql); PRAGMA foreign_keys = ON")
    }
  }

  @Test(
    "are told, and set right where that is asked for",
    arguments: [
      ("INSERT INTO section_mark VALUES (99, 's', randomblob(16), 5)", "marks without a brief (1)"),
      ("INSERT INTO section_unmark VALUES (99, 's', 5)", "marks as unread without a brief (1)"),
      (
        "INSERT INTO revision VALUES (99, randomblob(16), 5, 1, '', 1, x'00')",
        "texts without a brief (1)"
      ),
      ("INSERT INTO path VALUES ('/x.md', 99), ('/y.md', 99)", "paths without a brief (2)"),
      ("INSERT INTO touched (brief) VALUES (99)", "changes without a brief (1)"),
      (
        "INSERT INTO section_unmark VALUES (1, 's', 5), (1, 't', 200000000000000)",
        "sections both read and marked unread (2)"
      ),
      (
        "UPDATE section_mark SET changed_at = 253402300800000 WHERE section = 's'; "
          + "UPDATE brief SET starred_at = -7", "marks of a time that no clock tells (2)"
      ),
    ])
  func mending(_ sql: String, _ fault: String) throws {
    try write(sql)
    let problems = LibraryCheck(library: library.path).problems
    let remedy = "run broadsheet doctor --restore-library, which mends that"
    #expect(problems.contains("\(library.path): has \(fault); \(remedy)"))
    #expect(try library.mend().contains(fault))
    #expect(LibraryCheck(library: library.path).problems == [])
    #expect(try library.mend() == [])
    let state = try library.state()
    #expect(try LibraryState(json: state.json) == state)
    #expect(state.briefs.first?.isStarred == true)
    #expect(state.briefs.first?.marks.first?.section == "s", "also where it has an older trace")
  }
}
