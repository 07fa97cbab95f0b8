import BriefModel
import Foundation
import Testing

@testable import BriefLibrary

@Suite("Of a file with a bit that flipped")
struct FlippedBitTests {
  private static let rounds = 250
  private let shelf: IndexedFolder
  private let published: String

  init() throws {
    shelf = try IndexedFolder()
    published = shelf.folder.path + "/published.sqlite"
    for number in 1...6 {
      try shelf.write(
        "news/\(number).md",
        """
        # Brief \(number)

        2026-11-0\(number)

        ## Ports

        A port [1] opened [Reuters](https://www.reuters.com/port/\(number)).

        ## Sources

        1. [Ships](https://example.org/ships), Example, 2026-11-01
        """)
    }
    try shelf.run()
    for number in 1...4 { try shelf.markAll(shelf.briefs + "/news/\(number).md") }
    let id = try #require(try shelf.library.records(for: [key(1)]).first?.id)
    try shelf.library.keep([
      .place(record: id, Place(section: "ports", offset: 3)),
      .section(record: id, id: "ports", read: nil),
    ])
    let read = ReadText(fingerprint: try key(1).fingerprint, parts: ["ports"])
    try shelf.library.keep(Array("# Brief 1\n\nText.\n".utf8), as: read, of: id)
    try shelf.index.publish(to: published, from: shelf.library)
  }

  private func key(_ number: Int) throws -> BriefKey {
    let path = shelf.briefs + "/news/\(number).md"
    return BriefKey(
      path: path,
      fingerprint: try BriefLoader.load(path: path, today: shelf.today).fingerprint)
  }

  /// Puts a file where nothing is left of the last one.
  private func put(_ bytes: Data, at path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: path))
  }

  @Test("no row is read by what ends the program where it holds something else")
  func subscripts() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let sources = tests.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/BriefLibrary").path
    let files = try #require(FileManager.default.enumerator(atPath: sources))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    #expect(files.count > 80)
    let reads = /\b(row|own)\??\[/
    for file in files {
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      #expect(!text.contains(reads), "\(file)")
    }
  }

  // MARK: - The library

  /// All that a library is asked for in a day.
  private func use(_ library: Library, _ keys: [BriefKey]) throws(LibraryError) {
    let records = try library.records(for: keys)
    _ = try library.state()
    _ = try library.archived()
    _ = try library.folders()
    var seen: SeenMarks?
    _ = try library.newReadings(since: &seen)
    for key in keys { _ = try library.archivedText(of: key.fingerprint) }
    for id in records.compactMap(\.id) { _ = try library.texts(of: id) }
    if let id = records.first?.id { try library.keep([.star(record: id, true)]) }
    _ = try library.follow(keys)
  }

  @Test(
    "a library, no call ends the program, and where one tells of damage the next start mends it")
  func library() throws {
    let keys = try (1...6).map(key)
    let state = try shelf.library.state()
    try shelf.library.close()
    var flips = FlippedBits(
      try Data(contentsOf: URL(fileURLWithPath: shelf.library.path)), seed: 1)
    let path = shelf.folder.path + "/flipped/library.sqlite"
    var damaged = 0
    for _ in 0..<Self.rounds {
      let (bytes, place) = flips.next()
      try put(bytes, at: path)
      _ = try LibrarySalvage.state(of: path)
      do throws(LibraryError) {
        let library = try Library.open(at: path)
        defer { try? library.close() }
        try use(library, keys)
        _ = try library.take(state)
      } catch {
        guard case .damaged = error else { continue }
        damaged += 1
        #expect(throws: Never.self, "\(place)") {
          let mended = try Library.openOrRecover(at: path, today: shelf.today).library
          try use(mended, keys)
          try mended.close()
        }
      }
    }
    #expect(damaged > Self.rounds / 20, "\(damaged)")
  }

  // MARK: - The index

  /// All that an index is asked for, and whether what it tells may be shown.
  private func use(
    _ index: BriefIndex, _ library: Library?, asking query: Query
  ) throws(LibraryError) -> Bool {
    var titles: [String] = []
    for order in [BriefOrder.unread, .date, .title] {
      for grouping in [BriefGrouping.none, .day, .folder] {
        let listing = try index.listing(order: order, grouping: grouping)
        titles += try index.rows(of: listing.ids, from: library).map(\.summary.title)
      }
    }
    _ = try index.counts()
    _ = try (index.listing(query, order: .rank), index.count(query))
    for order in [DeskOrder.count, .name, .newest] {
      for outlet in try index.outlets(named: "", by: order) {
        titles.append(outlet.name)
        for article in try index.articles(of: outlet.id, by: order) {
          titles += [article.title ?? ""]
        }
      }
    }
    _ = try index.lastMonth()
    _ = try index.passages(of: 1, library: library, today: shelf.today)
    _ = try index.listing(order: .date).ids.first.map(index.related)
    titles += try index.unreadableFiles().lines
    return titles.allSatisfy(Sanitizer.isClean)
  }

  @Test(
    "an index, no call ends the program, and where one tells of damage the next has a whole one")
  func index() throws {
    try shelf.index.close()
    let own = BriefIndex.path(besideLibrary: shelf.library.path)
    var flips = FlippedBits(try Data(contentsOf: URL(fileURLWithPath: own)), seed: 2)
    let path = shelf.folder.path + "/flipped/" + BriefIndex.fileName
    let query = try Query("port is:unread", today: shelf.today)
    var remade = 0
    for _ in 0..<Self.rounds {
      let (bytes, place) = flips.next()
      try put(bytes, at: path)
      let index: BriefIndex
      do throws(LibraryError) {
        index = try .openOrRemake(at: path)
      } catch {
        continue
      }
      defer { try? index.close() }
      do throws(LibraryError) {
        #expect(try use(index, shelf.library, asking: query), "\(place)")
        var indexer = Indexer(index: index, library: shelf.library, today: shelf.today)
        _ = try indexer.run(folders: [shelf.briefs]) { _ in true }
        try index.takeMarks(from: shelf.library)
      } catch {
        guard case .indexRemade = error else { continue }
        remade += 1
        #expect(throws: Never.self, "\(place)") { _ = try use(index, shelf.library, asking: query) }
      }
    }
    #expect(remade > Self.rounds / 20, "\(remade)")
  }

  @Test("a published index, no call ends the program, and nothing of it obeys a terminal")
  func publishedIndex() throws {
    var flips = FlippedBits(try Data(contentsOf: URL(fileURLWithPath: published)), seed: 3)
    let path = shelf.folder.path + "/flipped/published.sqlite"
    let query = try Query("port is:unread", today: shelf.today)
    var opened = 0
    var used = 0
    for _ in 0..<Self.rounds {
      let (bytes, place) = flips.next()
      try put(bytes, at: path)
      guard let index = try? BriefIndex.openPublished(at: path) else { continue }
      defer { try? index.close() }
      opened += 1
      do throws(LibraryError) {
        try index.takeMarks(from: shelf.library)
        try index.tell(shelf.library)
        #expect(try use(index, shelf.library, asking: query), "\(place)")
        used += 1
      } catch {
        #expect(error.path == path, "\(place): \(error)")
      }
    }
    #expect(opened > Self.rounds / 2 && used > Self.rounds / 4, "\(opened), \(used)")
  }
}
