import BriefLibrary
import BriefModel
import Foundation
import GRDB
import Reader
import Testing

@testable import broadsheet

@Suite("Marks that the library cannot take now")
final class MarkKeeperTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "broadsheet-\(UUID().uuidString)")
  private let content: Fingerprint
  private let today: CalendarDate

  init() throws {
    today = try .today()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    content = try #require(Fingerprint(bytes: [UInt8](repeating: 1, count: 16)))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private var path: String { folder.path + "/library.sqlite" }

  /// Two marks of a brief that has no number.
  private func marks() -> LibraryChanges {
    var marks = UnnumberedMarks(BriefKey(path: "-", fingerprint: content))
    marks.set("s", read: content)
    marks.set(star: true)
    return LibraryChanges(unnumbered: [marks])
  }

  /// A library that could not be opened for want of room.
  private func closed() throws -> Library {
    try Library.openUnwritable(at: path, because: .diskFull(path: path))
  }

  /// Tries again when it is time to.
  private func again(_ keeper: inout MarkKeeper) throws -> MarkKeeper.Retry {
    let retry = keeper.retry(now: try #require(keeper.delay(now: 0)))
    return try #require(retry)
  }

  @Test("are kept but for those of a brief that the library does not have") func unknownBrief()
    throws
  {
    let library = try Library.open(at: path)
    let id = try #require(try library.record(path: "-", fingerprint: content).id)
    var keeper = MarkKeeper(library: library, now: 0)
    let changes = LibraryChanges([.star(record: id, true), .star(record: id + 1, true)])
    #expect(throws: LibraryError.unknownBrief(path: path, record: id + 1)) {
      try keeper.keep(changes, now: 0)
    }
    #expect(keeper.delay(now: 0) == 0 && keeper.waiting == 1)
    let retry = try again(&keeper)
    #expect(try retry.result.get().changes == [.star(record: id, true)] && !retry.isOpened)
    #expect(try library.record(path: "-", fingerprint: content).isStarred)
    let last = keeper.finish(today: today)
    #expect(keeper.delay(now: 0) == nil && last?.loss == nil)
    try library.close()
  }

  @Test("and whose briefs have no number are kept once the library opens") func opened() throws {
    let library = try closed()
    var keeper = MarkKeeper(library: library, now: 0)
    #expect(throws: LibraryError.diskFull(path: path)) { try keeper.keep(marks(), now: 10) }
    let early = keeper.retry(now: 20)
    #expect(keeper.waiting == 2 && early.map(\.isOpened) == nil)
    let retry = try again(&keeper)
    let kept = try retry.result.get()
    let record = try library.record(path: "-", fingerprint: content)
    #expect(retry.isOpened && kept.records == [content: record])
    #expect(record.isStarred && record.readSections == ["s": content])
    #expect(keeper.waiting == 0 && keeper.delay(now: 0) == nil)
    try library.close()
  }

  @Test("are tried a last time at the end, and what is lost is told") func finish() throws {
    var keeper = MarkKeeper(library: try closed(), now: 0)
    _ = try? keeper.keep(marks(), now: 0)
    var last = keeper.finish(today: today)
    #expect(last?.loss == nil)
    let library = try Library.open(at: path)
    #expect(try library.record(path: "-", fingerprint: content).isStarred)
    try library.close()
    let other = folder.path + "/other.sqlite"
    let full = LibraryError.diskFull(path: other)
    keeper = MarkKeeper(library: try Library.openUnwritable(at: other, because: full), now: 0)
    _ = try? keeper.keep(marks(), now: 0)
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
    last = keeper.finish(today: today)
    let folderThere = LibraryError.noFile(path: other, what: "a folder")
    #expect(last?.loss == "2 marks could not be kept: \(folderThere.description)")
  }

  @Test("are kept at the end in the library that was put in the place of this one")
  func replaced() throws {
    let copy = folder.path + "/copy.sqlite"
    let library = try Library.open(at: path)
    let other = try #require(Fingerprint(bytes: [UInt8](repeating: 2, count: 16)))
    // In the other library the number is that of another brief.
    let numbers = try [other, content].map { try library.record(path: "-", fingerprint: $0).id }
    let second = try Library.open(at: copy)
    _ = try second.record(path: "-", fingerprint: content)
    #expect(try second.record(path: "-", fingerprint: other).id == numbers[1])
    try second.close()
    var keeper = MarkKeeper(library: library, now: 0)
    for suffix in ["", "-wal", "-shm"] {
      rename(path + suffix, path + ".aside" + suffix)
      rename(copy + suffix, path + suffix)
    }
    let id = try #require(numbers[1])
    let changes = LibraryChanges([
      .star(record: id, true), .section(record: id, id: "s", read: content),
    ])
    #expect(throws: LibraryError.replaced(path: path)) { try keeper.keep(changes, now: 0) }
    #expect(keeper.sentence(.replaced(path: path)).hasPrefix("2 marks wait to be kept: the"))
    _ = try? keeper.keep(LibraryChanges([.star(record: 99, true)]), now: 0)
    let last = keeper.finish(today: today)
    #expect(last?.loss?.hasPrefix("1 mark could not be kept: ") == true)
    let kept = try Library.open(at: path)
    let record = try kept.record(path: "-", fingerprint: content)
    #expect(record.isStarred && record.readSections == ["s": content])
    #expect(try !kept.record(path: "-", fingerprint: other).isStarred)
    try kept.close()
  }

  @Test("as another program is writing are kept when it has finished") func locked() throws {
    let library = try Library.open(at: path)
    let id = try #require(try library.record(path: "-", fingerprint: content).id)
    var keeper = MarkKeeper(library: library, now: 0)
    let other = try DatabaseQueue(path: path)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      for isStarred in [true, false] {
        #expect(throws: LibraryError.locked(path: path)) {
          try keeper.keep(LibraryChanges([.star(record: id, isStarred)]), now: 0)
        }
      }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(keeper.waiting == 2)
    let retry = try again(&keeper)
    #expect(
      try retry.result.get().changes == [.star(record: id, true), .star(record: id, false)])
    #expect(!retry.isOpened)
    try library.close()
  }

  @Test("are kept later where the library is opened and another program is writing")
  func openedLocked() throws {
    try Library.open(at: path).close()
    let library = try closed()
    var keeper = MarkKeeper(library: library, now: 0)
    _ = try? keeper.keep(marks(), now: 0)
    let other = try DatabaseQueue(path: path)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let retry = try again(&keeper)
      #expect(retry.isOpened && !retry.isFirstKept)
      #expect(throws: LibraryError.locked(path: path)) { try retry.result.get() }
      try db.execute(sql: "ROLLBACK")
    }
    let retry = try again(&keeper)
    #expect(!retry.isOpened && retry.isFirstKept && keeper.waiting == 0)
    try library.close()
  }

  /// The texts of what was read are kept on the same connection until the program ends.
  @Test("at the end wait for another program, and nothing does after that") func patience() throws {
    let library = try Library.open(at: path)
    let file = folder.path + "/a.md"
    try Data("# One\n\n## First\n\nText.\n".utf8).write(to: URL(filePath: file))
    let today = try CalendarDate.today()
    let summary = BriefSummary(try BriefLoader.load(path: file, today: today))
    let brief = try BriefLoader.load(path: file, today: today)
    let id = try #require(try library.record(path: file, fingerprint: brief.fingerprint).id)
    let changes = summary.parts.map {
      LibraryChange.section(record: id, id: $0.id, read: $0.fingerprint)
    }
    var keeper = MarkKeeper(library: library, now: 0)
    let other = try DatabaseQueue(path: path)
    let clock = ContinuousClock()
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      _ = try? keeper.keep(LibraryChanges(changes), now: 0)
      #expect(keeper.finish(today: today)?.loss != nil)
      let once = clock.measure { #expect(throws: LibraryError.self) { try library.keep(changes) } }
      #expect(once < .seconds(1))
      let texts = ReadTexts(today: today)
      texts.keep(for: changes, in: library)
      // Long enough that it has begun to try.
      usleep(200_000)
      #expect(clock.measure { texts.close() } < .milliseconds(1500))
      try db.execute(sql: "ROLLBACK")
    }
    try library.close()
  }

  @Test("have one place for each brief, however often it changes") func places() throws {
    let library = try Library.open(at: path)
    let id = try #require(try library.record(path: "-", fingerprint: content).id)
    let other = try #require(Fingerprint(bytes: [UInt8](repeating: 2, count: 16)))
    var keeper = MarkKeeper(library: library, now: 0)
    let holder = try DatabaseQueue(path: path)
    try holder.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      _ = try? keeper.keep(LibraryChanges([.star(record: id, true)]), now: 0)
      for offset in 1...20 {
        let place = Place(section: nil, offset: offset)
        _ = try? keeper.keep(LibraryChanges([.place(record: id, place)]), now: 0)
        var marks = UnnumberedMarks(BriefKey(path: "-", fingerprint: other))
        marks.set(place: place)
        _ = try? keeper.keep(LibraryChanges(unnumbered: [marks]), now: 0)
      }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(keeper.waiting == 1)
    let kept = try again(&keeper).result.get()
    #expect(kept.changes.count == 3 && kept.changes.first == .star(record: id, true))
    for fingerprint in [content, other] {
      let record = try library.record(path: "-", fingerprint: fingerprint)
      #expect(record.place == Place(section: nil, offset: 20))
    }
    try library.close()
  }

  @Test("stay in what is read meanwhile") func completed() throws {
    var keeper = MarkKeeper(library: try closed(), now: 0)
    _ = try? keeper.keep(marks(), now: 0)
    _ = try? keeper.keep(LibraryChanges([.star(record: 7, true)]), now: 0)
    let other = try #require(Fingerprint(bytes: [UInt8](repeating: 2, count: 16)))
    for (fingerprint, id) in [(content, nil), (other, 7), (other, 8)] as [(Fingerprint, Int64?)] {
      let summary = BriefSummary(title: "", date: nil, parts: [], sourceCount: 0, outletCount: 0)
      let scanned = ScannedBrief(
        summary: summary, fingerprint: fingerprint, record: ReadingRecord(id: id))
      guard
        case .scanned(1, .success(let read)) = keeper.complete(
          .scanned(entry: 1, .success(scanned)))
      else {
        Issue.record("it is another message")
        continue
      }
      #expect(read.record.isStarred == (id != 8))
      #expect(read.record.readSections == (id == nil ? ["s": content] : [:]))
    }
  }
}
