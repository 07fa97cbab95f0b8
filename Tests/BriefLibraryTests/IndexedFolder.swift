import BriefModel
import Glibc
import Testing

@testable import BriefLibrary

/// A folder of briefs with its library and its index, for one test.
struct IndexedFolder {
  let folder: TemporaryFolder
  let library: Library
  let index: BriefIndex
  let today: CalendarDate

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(at: folder.library)
    index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: folder.library))
    today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
  }

  /// Where the briefs are.
  var briefs: String { folder.path + "/briefs" }

  /// Writes a brief and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try folder.write("briefs/" + name, text)
  }

  /// Brings the index up to date with folders, or with that of the briefs.
  @discardableResult
  func run(_ folders: [String] = []) throws -> IndexProgress {
    var indexer = Indexer(index: index, library: library, today: today)
    let folders = folders.isEmpty ? [briefs] : folders
    return try #require(try indexer.run(folders: folders) { _ in true })
  }

  /// The titles of the briefs that a query finds, in the order of the titles.
  func titles(_ query: String = "") throws -> [String] {
    try rows(query).map(\.summary.title)
  }

  func rows(_ query: String = "") throws -> [ListedBrief] {
    let ids = try index.listing(Query(query, today: today), order: .title).ids
    return try index.rows(of: ids, from: library)
  }

  /// The row of the brief that has a title.
  func row(_ title: String) throws -> ListedBrief {
    try #require(try rows().first { $0.summary.title == title })
  }

  /// Marks all parts of a file's brief read, and stars it.
  func markAll(_ path: String) throws {
    let brief = try BriefLoader.load(path: path, today: today)
    let record = try library.record(path: path, fingerprint: brief.fingerprint)
    let id = try #require(record.id)
    try library.keep(
      BriefSummary(brief).parts.map { .section(record: id, id: $0.id, read: $0.fingerprint) }
        + [.star(record: id, true)])
    try index.takeMarks(from: library)
  }
}
