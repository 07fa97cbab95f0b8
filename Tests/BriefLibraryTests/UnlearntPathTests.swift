import BriefModel
import Glibc
import Testing

@testable import BriefLibrary

@Suite("Marks of a file whose path the library was never told")
struct UnlearntPathTests {
  private let desk: IndexedFolder

  init() throws {
    desk = try IndexedFolder()
    try write("briefs/n.md", beta: "B")
    try desk.run()
  }

  @discardableResult
  private func write(_ name: String, beta: String, alpha: String = "A") throws -> String {
    try desk.folder.write(
      name, "# News\n\n## Alpha\n\n\(alpha) text.\n\n## Beta\n\n\(beta) text.\n")
  }

  /// Takes all of the one brief for read and starred, as another machine tells it.
  private func importMarks() throws {
    let row = try desk.row("News")
    let state = LibraryState(briefs: [
      .init(
        fingerprint: row.fingerprint, isStarred: true, starTime: 1000,
        marks: row.summary.parts.map {
          .init(section: $0.id, fingerprint: $0.fingerprint, time: 1000)
        })
    ])
    #expect(try desk.library.take(state) == StateChanges(marks: 2, briefs: 1))
    try desk.index.takeMarks(from: desk.library)
  }

  /// Marks all of the one brief read, and stars it, as the list does.
  private func markInList() throws {
    let row = try desk.row("News")
    var marks = UnnumberedMarks(row.key)
    marks.set(star: true)
    for part in row.summary.parts { marks.set(part.id, read: part.fingerprint) }
    _ = try desk.library.keep([LibraryChanges(unnumbered: [marks])])
    try desk.index.takeMarks(from: desk.library)
  }

  /// What is read of the brief that a file holds: `A-*` where that is the first section alone and the
  /// brief has a star.
  private func reading(_ name: String) throws -> String {
    let path = desk.folder.path + "/" + name
    let id = try #require(try desk.index.brief(at: path))
    let row = try #require(try desk.index.rows(of: [id], from: desk.library).first)
    let read = row.summary.parts.map { row.record.state(of: $0).isRead ? "A" : "-" }
    let flags = BriefFlags(row.summary, in: row.fingerprint, row.record)
    #expect(try desk.index.listing(order: .title).flags.contains(flags), "the index says the same")
    return read.joined() + (row.record.isStarred ? "*" : "")
  }

  @Test("that came from another machine follow it when it is rewritten") func imported() throws {
    try importMarks()
    try write("briefs/n.md", beta: "Another")
    try desk.run()
    #expect(try reading("briefs/n.md") == "A-*")
  }

  @Test("follow it when it was moved and edited") func moved() throws {
    try importMarks()
    try desk.folder.write("briefs/sub/other.md", "# Other\n")
    try desk.folder.move("briefs/n.md", to: "briefs/sub/n.md")
    try write("briefs/sub/n.md", beta: "Another")
    try desk.run()
    #expect(try reading("briefs/sub/n.md") == "A-*")
  }

  @Test("wait for it where it was gone for a while") func gone() throws {
    try importMarks()
    unlink(desk.briefs + "/n.md")
    try desk.run()
    try write("briefs/n.md", beta: "Another")
    try desk.run()
    #expect(try reading("briefs/n.md") == "A-*")
  }

  @Test("wait for it where it was no brief between") func binary() throws {
    try importMarks()
    try desk.write("n.md", "\0\0\0")
    try desk.run()
    try write("briefs/n.md", beta: "Another")
    try desk.run()
    #expect(try reading("briefs/n.md") == "A-*")
  }

  @Test("that were made in the list follow each of two copies, in whatever order they change")
  func copies() throws {
    try write("briefs/o.md", beta: "B")
    try desk.run()
    try markInList()
    try write("briefs/o.md", beta: "Another")
    try desk.run()
    #expect(try reading("briefs/o.md") == "A-*" && reading("briefs/n.md") == "AA*")
    try write("briefs/n.md", beta: "Some other")
    try desk.run()
    #expect(try reading("briefs/o.md") == "A-*" && reading("briefs/n.md") == "A-*")
  }

  @Test("stay with the copy that is left, and what is put in the place of the other has none")
  func oneLeft() throws {
    try write("briefs/o.md", beta: "B")
    try desk.run()
    try markInList()
    unlink(desk.briefs + "/n.md")
    try desk.run()
    try write("briefs/n.md", beta: "New")
    try desk.run()
    #expect(try reading("briefs/n.md") == "--")
    try write("briefs/o.md", beta: "Another")
    try desk.run()
    #expect(try reading("briefs/o.md") == "A-*")
  }

  @Test("stay with a copy whose disk is away while the other is rewritten") func away() throws {
    let disk = try write("disk/o.md", beta: "B")
    let folders = [desk.briefs, desk.folder.path + "/disk"]
    try desk.run(folders)
    try markInList()
    try desk.folder.move("disk", to: "away")
    try write("briefs/n.md", beta: "B", alpha: "New")
    try desk.run(folders)
    #expect(try reading("briefs/n.md") == "-A*")
    try desk.markAll(desk.briefs + "/n.md")
    try desk.folder.move("away", to: "disk")
    try desk.run(folders)
    #expect(try reading("disk/o.md") == "AA*")
    try write("disk/o.md", beta: "Another")
    try desk.run(folders)
    #expect(try reading("disk/o.md") == "A-*", "\(disk): as it was read there")
    #expect(try reading("briefs/n.md") == "AA*")
  }

  @Test("of a published index follow each of two copies, made in the list or before it was open")
  func published() throws {
    try write("briefs/o.md", beta: "B")
    try desk.run()
    let path = desk.folder.path + "/published.sqlite"
    try desk.index.publish(to: path, from: desk.library)
    let reader = try Library.open(at: desk.folder.path + "/reader/library.sqlite")
    let index = try BriefIndex.openPublished(at: path)
    let row = try #require(try index.rows(of: index.listing(order: .title).ids, from: reader).first)
    _ = try reader.mark([row.id], of: index) { key, record in
      key.parts.map { .section(record: record.id ?? 0, id: $0.id, read: $0.fingerprint) }
    }
    try write("briefs/o.md", beta: "Another")
    try write("briefs/p.md", beta: "B")
    try desk.run()
    try desk.index.publish(to: path, from: desk.library)
    #expect(try index.goOver())
    try index.tell(reader)
    #expect(try read("briefs/o.md", index, reader) == [true, false])
    // A copy that came later, too.
    try write("briefs/p.md", beta: "Third")
    try desk.run()
    try desk.index.publish(to: path, from: desk.library)
    #expect(try index.goOver())
    try index.tell(reader)
    #expect(try read("briefs/p.md", index, reader) == [true, false])
  }

  private func read(_ name: String, _ index: BriefIndex, _ library: Library) throws -> [Bool] {
    let id = try #require(try index.brief(at: desk.folder.path + "/" + name))
    let row = try #require(try index.rows(of: [id], from: library).first)
    return row.summary.parts.map { row.record.state(of: $0).isRead }
  }
}
