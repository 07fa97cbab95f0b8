import BriefModel
import Foundation
import Testing

@testable import BriefLibrary

@Suite struct LibraryTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func marksStarsAndPlacesAreThereAfterReopening() throws {
    let path = try folder.write("a.md")
    let first = try Library.open(at: folder.library)
    let id = try #require(try first.record(path: path, fingerprint: content(1)).id)
    try first.keep([
      .section(record: id, id: "the-vote", read: content(7)),
      .section(record: id, id: "wages", read: content(8)),
      .star(record: id, true),
      .place(record: id, Place(section: "wages", offset: 120)),
    ])
    try first.close()

    let second = try Library.open(at: folder.library)
    #expect(
      try second.record(path: path, fingerprint: content(1))
        == ReadingRecord(
          id: id, isStarred: true,
          readSections: ["the-vote": content(7), "wages": content(8)],
          place: Place(section: "wages", offset: 120)))
    try second.close()
  }

  @Test func aLaterMarkReplacesAndUnmarkingRemoves() throws {
    let library = try Library.open(at: folder.library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([.section(record: id, id: "s", read: content(2)), .star(record: id, true)])
    try library.keep([.section(record: id, id: "s", read: content(3))])
    #expect(
      try library.record(path: "-", fingerprint: content(1)).readSections == ["s": content(3)])
    try library.keep([.section(record: id, id: "s", read: nil), .star(record: id, false)])
    #expect(try library.record(path: "-", fingerprint: content(1)) == ReadingRecord(id: id))
  }

  @Test func thePlaceBeforeTheFirstSectionIsKept() throws {
    let library = try Library.open(at: folder.library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([.place(record: id, Place(section: nil, offset: 9))])
    #expect(
      try library.record(path: "-", fingerprint: content(1)).place
        == Place(section: nil, offset: 9))
  }

  @Test func changesAreKeptWholeOrNotAtAll() throws {
    let library = try Library.open(at: folder.library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    #expect(throws: LibraryError.unknownBrief(path: folder.library, record: 999)) {
      try library.keep([
        .section(record: id, id: "s", read: content(2)),
        .section(record: 999, id: "s", read: content(2)),
      ])
    }
    #expect(try library.record(path: "-", fingerprint: content(1)) == ReadingRecord(id: id))
  }

  @Test func manyBriefsAreFoundInTheOrderAsked() throws {
    let library = try Library.open(at: folder.library)
    let keys = try (0..<200).map { number in
      BriefKey(path: "\(folder.path)/\(number).md", fingerprint: try content(UInt8(number)))
    }
    let ids = try library.records(for: keys).map(\.id)
    #expect(Set(ids).count == 200)
    #expect(try library.records(for: keys.reversed()).map(\.id) == ids.reversed())
  }

  @Test func textThatLooksLikeSQLIsOnlyText() throws {
    let library = try Library.open(at: folder.library)
    let path = try folder.write("x'); DROP TABLE brief; --.md")
    let id = try #require(try library.record(path: path, fingerprint: content(1)).id)
    try library.keep([.section(record: id, id: "'; DELETE FROM path; --", read: content(1))])
    let record = try library.record(path: path, fingerprint: content(1))
    #expect(record.id == id)
    #expect(record.readSections.keys.sorted() == ["'; DELETE FROM path; --"])
  }
}
