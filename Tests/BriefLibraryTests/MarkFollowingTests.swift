import BriefModel
import Glibc
import Testing

@testable import BriefLibrary

@Suite("Marks follow their briefs through an index")
struct MarkFollowingTests {
  private let desk: IndexedFolder

  init() throws { desk = try IndexedFolder() }

  private func flags(_ title: String) throws -> BriefFlags {
    let id = try desk.row(title).id
    let listing = try desk.index.listing(order: .date)
    let place = try #require(listing.ids.firstIndex(of: id))
    return listing.flags[place]
  }

  @Test("that are edited beside a copy of them") func copies() throws {
    let path = try desk.write("a.md", "# One\n\n## A\n\none two\n")
    try desk.run()
    try desk.markAll(path)
    try desk.write("backup.md", "# One\n\n## A\n\none two\n")
    try desk.run()
    try desk.write("a.md", "# One\n\n## A\n\none two three\n")
    try desk.run()
    let paths = try desk.rows().map { ($0.path, try flags($0)) }
    #expect(paths.first { $0.0 == path }?.1 == [.unread, .changed, .starred])
    #expect(paths.first { $0.0 != path }?.1 == [.starred])
  }

  private func flags(_ row: ListedBrief) throws -> BriefFlags {
    BriefFlags(row.summary, in: row.fingerprint, row.record)
  }

  @Test("that change places with briefs of which nothing is kept", arguments: [true, false])
  func swapping(_ isFirstOlder: Bool) throws {
    let one = try desk.write("1.md", "# One\n\n## A\n\none\n")
    let two = try desk.write("2.md", "# Two\n\n## B\n\ntwo\n")
    try desk.run()
    try desk.markAll(one)
    try #require(rename(one, desk.briefs + "/t") == 0)
    try #require(rename(two, one) == 0)
    try #require(rename(desk.briefs + "/t", two) == 0)
    // The newest is read first.
    try #require(utimes(isFirstOlder ? one : two, [timeval(tv_sec: 0, tv_usec: 0), .init()]) == 0)
    try desk.run()
    #expect(try flags("One") == [.starred])
    #expect(try flags("Two") == [.unread])
    try desk.write("1.md", "# Two\n\n## B\n\ntwo and more\n")
    try desk.run()
    #expect(try flags("Two") == [.unread], "its path leads to the other no longer")
    #expect(try flags("One") == [.starred])
  }

  @Test("whose sections of one title become more or fewer") func namesakes() throws {
    let path = try desk.write("a.md", "# T\n\n## A\n\none\n\n## A\n\ntwo\n")
    try desk.run()
    try desk.markAll(path)
    func states() throws -> [ReadState] {
      let row = try desk.row("T")
      return row.summary.parts.map(row.record.state)
    }
    try desk.write("a.md", "# T\n\n## A\n\nzero\n\n## A\n\none\n\n## A\n\ntwo\n")
    try desk.run()
    #expect(try states().map(\.isRead) == [false, true, true])
    #expect(try flags("T") == [.unread, .starred])
    let row = try desk.row("T")
    let part = row.summary.parts[0]
    try desk.library.keep([
      .section(record: try #require(row.record.id), id: part.id, read: part.fingerprint)
    ])
    #expect(try states() == [.read, .read, .read], "the mark of one takes that of no other")
    try desk.write("a.md", "# T\n\n## A\n\ntwo\n\n## A\n\nzero, and more\n")
    try desk.run()
    #expect(try states() == [.read, .changed])
  }

  @Test("in which something is new are changed, until that is read") func additions() throws {
    let path = try desk.write("a.md", "# T\n\n## A\n\none\n")
    try desk.run()
    try desk.markAll(path)
    let old = try desk.row("T")
    try desk.library.keep(
      Array("# T\n\n## A\n\none\n".utf8),
      as: ReadText(fingerprint: old.fingerprint, parts: Set(old.summary.parts.map(\.id))),
      of: try #require(old.record.id))
    try desk.write("a.md", "# T\n\n## A\n\none\n\n## B\n\ntwo\n\n## C\n\nthree\n")
    try desk.run()
    #expect(try flags("T") == [.unread, .changed, .starred])
    #expect(try desk.titles("is:changed") == ["T"])
    let new = try desk.row("T")
    for (index, left) in [(1, ["T"]), (2, [])] {
      let part = new.summary.parts[index]
      try desk.library.keep([
        .section(record: try #require(new.record.id), id: part.id, read: part.fingerprint)
      ])
      try desk.index.takeMarks(from: desk.library)
      #expect(try desk.titles("is:changed") == left)
    }
  }
}
