import BriefLibrary
import BriefModel
import Foundation
import GRDB
import Reader
import Testing

@testable import broadsheet

@Suite("Briefs that are read while another program writes to the library")
final class BriefReaderTests {
  private let desk: LibraryDesk
  private let library: Library

  init() throws {
    desk = try LibraryDesk()
    library = try Library.open(at: desk.library)
    library.wait(atMost: 5)
    for name in ["a.md", "b.md"] {
      try desk.write(name, LibraryDesk.brief(name, date: "2026-01-20"))
    }
  }

  /// The entries that have no number, as they are told.
  private func unregistered(_ messages: [Message]) -> [Int] {
    messages.flatMap { message -> [Int] in
      guard case .unregistered(let entries) = message else { return [] }
      return entries
    }
  }

  @Test("are told, so that they are read again") func told() throws {
    let reader = BriefReader(
      library: library, today: try .today(), standardInput: nil)
    let files = ["a.md", "missing.md", "b.md"].enumerated().map { entry, name in
      (entry: entry, origin: TextOrigin.file(desk.path + "/" + name))
    }
    _ = reader.load(entry: 0, files[0].origin)
    let other = try DatabaseQueue(path: desk.library)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(unregistered(reader.scan(files)) == [2])
      #expect(unregistered(reader.load(entry: 2, files[2].origin)) == [2])
      #expect(unregistered(reader.load(entry: 0, files[0].origin)).isEmpty)
      try db.execute(sql: "ROLLBACK")
    }
    #expect(unregistered(reader.scan(files)).isEmpty)
    #expect(unregistered(reader.load(entry: 2, files[2].origin)).isEmpty)
  }

  @Test("are not told where the library cannot be written at all, which tells itself") func closed()
    throws
  {
    let path = desk.path + "/none.sqlite"
    let reader = BriefReader(
      library: try .openUnwritable(at: path, because: .diskFull(path: path)), today: try .today(),
      standardInput: nil)
    let answers = reader.load(entry: 0, .file(desk.path + "/a.md"))
    #expect(answers.count == 1 && unregistered(answers).isEmpty)
  }

  @Test("have what another machine marked in the text that the index saw, if rewritten since")
  func imported() throws {
    let today = try CalendarDate.today()
    let index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: desk.library))
    var indexer = Indexer(index: index, library: library, today: today)
    _ = try indexer.run(folders: [desk.path]) { _ in true }
    let brief = try BriefLoader.load(path: desk.path + "/a.md", today: today)
    let elsewhere = try Library.open(at: desk.path + "/elsewhere/library.sqlite")
    let record = try elsewhere.record(path: "-", fingerprint: brief.fingerprint)
    try elsewhere.keep([.star(record: #require(record.id), true)])
    _ = try library.take(elsewhere.state())
    try desk.write("a.md", LibraryDesk.brief("a.md", date: "2026-01-20") + "\nMore.\n")
    let reader = BriefReader(library: library, index: index, today: today, standardInput: nil)
    let other = try DatabaseQueue(path: desk.library)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let shown = try #require(loaded(reader, "a.md"))
      #expect(shown.isStarred && shown.id == nil)
      try db.execute(sql: "ROLLBACK")
    }
    let kept = try #require(loaded(reader, "a.md"))
    #expect(kept.isStarred && kept.id != nil)
  }

  private func loaded(_ reader: BriefReader, _ name: String) -> ReadingRecord? {
    for case .loaded(_, .success(let loaded)) in reader.load(
      entry: 0, .file(desk.path + "/" + name))
    {
      return loaded.record
    }
    return nil
  }
}
