import BriefModel
import Testing

@testable import BriefLibrary

@Suite("Marks of briefs without a number")
struct KeepingTests {
  private let folder: TemporaryFolder
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(at: folder.library)
  }

  private func marks(_ path: String, _ number: UInt8) throws -> UnnumberedMarks {
    UnnumberedMarks(BriefKey(path: path, fingerprint: try content(number)))
  }

  @Test("are kept with one, in the order of the steps") func order() throws {
    let path = try folder.write("brief.md")
    var first = try marks(path, 1)
    first.set("s", read: try content(2))
    first.set(star: true)
    let known = try #require(try library.record(path: "-", fingerprint: content(9)).id)
    var last = try marks(path, 1)
    last.set("s", read: nil)
    last.set("t", read: try content(3))
    last.set(place: Place(section: "t", offset: 4))
    let kept = try library.keep([
      LibraryChanges([.star(record: known, true)], unnumbered: [first]),
      LibraryChanges(unnumbered: [last]),
    ])
    let record = try library.record(path: path, fingerprint: content(1))
    let three = try content(3)
    #expect(record.isStarred && record.readSections == ["t": three])
    #expect(record.place == Place(section: "t", offset: 4))
    let (one, id) = (try content(1), try #require(record.id))
    #expect(kept.records == [one: record])
    #expect(Set(kept.changes.map(\.record)) == [known, id])
    #expect(first.count == 2 && last.count == 2)
  }

  @Test("are kept all or none") func whole() throws {
    let path = try folder.write("brief.md")
    var star = try marks(path, 1)
    star.set(star: true)
    #expect(throws: LibraryError.unknownBrief(path: library.path, record: 77)) {
      try library.keep([
        LibraryChanges(unnumbered: [star]), LibraryChanges([.star(record: 77, true)]),
      ])
    }
    #expect(try library.state().briefs.isEmpty)
  }
}
