import BriefModel
import GRDB
import Glibc
import Testing

@testable import BriefLibrary

@Suite("The words of briefs that are gone")
struct WordsRenewalTests {
  private static let briefs = 60

  private let folder: TemporaryFolder
  private let index: BriefIndex
  private let today: CalendarDate

  init() throws {
    folder = try TemporaryFolder()
    index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: folder.library))
    today = try #require(CalendarDate(year: 2026, month: 11, day: 25))
  }

  @Test("leave the index, however often every brief is rewritten") func rewriting() throws {
    var renewals = 0
    var largest = 0
    for round in 0..<30 {
      try write(round: round)
      try run { progress in
        renewals += progress.isRenewal ? 1 : 0
        return true
      }
      #expect(try rows("words") <= Self.briefs + WordsRenewal.leastGone)
      #expect(try found("round\(round)") == Self.briefs)
      #expect(try found("round\(round - 1)") == 0)
      #expect(try found("always") == Self.briefs)
      if round == 9 { largest = try number("PRAGMA page_count") }
    }
    #expect(renewals >= 4)
    #expect(try number("PRAGMA page_count") <= largest * 2)
    #expect(try number("SELECT count(*) FROM source") == Self.briefs)
    #expect(try index.counts().briefs == Self.briefs)
  }

  @Test("are taken out in pieces where it was stopped, and found rightly meanwhile")
  func stopping() throws {
    let last = try rewriteUntilDue()
    try run { !$0.isRenewal }
    #expect(try rows("words_anew") > 0)
    #expect(try found("round\(last)") == Self.briefs)
    // What changed while it rested, and what came.
    try folder.write("0.md", brief(0, "changed"))
    try folder.write("new.md", brief(99, "came"))
    try run { _ in true }
    // Those of the second table that went while it rested wait for the next renewal.
    #expect(try rows("words") == Self.briefs + 2)
    #expect(try number("PRAGMA freelist_count") == 0)
    #expect(try found("round\(last)") == Self.briefs - 1)
    #expect(try found("changed") == 1 && found("came") == 1)
  }

  @Test("stay until the files that changed under the renewal were read") func changing() throws {
    let last = try rewriteUntilDue()
    try run { progress in
      let isRead = !progress.isRenewal && progress.done == Self.briefs
      if isRead { _ = try? folder.write("7.md", brief(7, "changed")) }
      return true
    }
    #expect(try rows("words_anew") == Self.briefs - 1)
    #expect(try found("round\(last)") == Self.briefs)
    try run { _ in true }
    #expect(try rows("words") == Self.briefs)
    #expect(try found("round\(last)") == Self.briefs - 1)
    #expect(try found("changed") == 1)
  }

  @Test("leave the index though a file cannot be read, whose brief is found once it can be")
  func unreadable() throws {
    let last = try rewriteUntilDue()
    try run(.folders([folder.path])) { _ in true }
    let path = folder.path + "/7.md"
    let file = IndexedFile(
      folder: folder.path, name: "7.md", stamp: try #require(FileStamp(path: path)),
      content: .failure(BriefError(path: path, .unreadable("Input/output error"))))
    _ = try index.write { db in try IndexWriter(db: db).put(file, record: ReadingRecord()) }
    #expect(try rows("words") > Self.briefs + WordsRenewal.leastGone)
    try Indexer(index: index, library: nil, today: today).renewWords([folder.path]) { _ in true }
    #expect(try rows("words") == Self.briefs - 1 && !isBegun())
    #expect(try found("round\(last)") == Self.briefs - 1 && index.counts().briefs == Self.briefs)
    try run { _ in true }
    #expect(try rows("words") == Self.briefs)
    #expect(try found("round\(last)") == Self.briefs)
  }

  @Test("leave the index though a file has changed that looks as it did, which is read then")
  func sameStamp() throws {
    let last = try rewriteUntilDue()
    try run(.folders([folder.path])) { _ in true }
    let path = folder.path + "/7.md"
    let stamp = FileStamp(path: path)
    var status = stat()
    try #require(stat(path, &status) == 0)
    try folder.write("7.md", brief(7, "slyly\(last)"))
    try #require(utimensat(AT_FDCWD, path, [status.st_atim, status.st_mtim], 0) == 0)
    try #require(FileStamp(path: path) == stamp)
    try run { _ in true }
    try run { _ in true }
    #expect(try rows("words") == Self.briefs && !isBegun())
    #expect(try found("slyly\(last)") == 1)
  }

  @Test("do not gather in the second table, however often it is stopped") func gathering() throws {
    var last = try rewriteUntilDue()
    for _ in 0..<12 {
      try run { !$0.isRenewal }
      #expect(try rows("words_anew") <= 2 * Self.briefs + WordsRenewal.leastGone)
      last += 1
      try write(round: last)
    }
    try run { _ in true }
    #expect(try !isBegun() && found("round\(last)") == Self.briefs)
  }

  @Test("stay while a folder is missing, whose briefs could not be read") func missing() throws {
    let last = try rewriteUntilDue()
    let folders = [folder.path, folder.path + "/away"]
    var indexer = Indexer(index: index, library: nil, today: today)
    _ = try indexer.run(folders: folders) { _ in true }
    #expect(try rows("words") > Self.briefs + WordsRenewal.leastGone)
    #expect(try found("round\(last)") == Self.briefs)
  }

  // MARK: - Helpers

  /// Rewrites all briefs until with the next run there are too many rows; returns the last round.
  private func rewriteUntilDue() throws -> Int {
    let last = WordsRenewal.leastGone / Self.briefs + 1
    for round in 0..<last {
      try write(round: round)
      try run { _ in true }
    }
    try write(round: last)
    return last
  }

  private func write(round: Int) throws {
    for number in 0..<Self.briefs {
      try folder.write("\(number).md", brief(number, "round\(round)"))
    }
  }

  private func brief(_ number: Int, _ word: String) -> String {
    """
    # Brief \(number)

    Always \(word). [Example](https://example.org/\(number)/\(word))

    """
  }

  private func run(_ scope: IndexScope = .all, _ report: (IndexProgress) -> Bool) throws {
    var indexer = Indexer(index: index, library: nil, today: today)
    _ = try indexer.run(folders: [folder.path], scope: scope, report: report)
  }

  /// Whether a renewal is not at its end.
  private func isBegun() throws -> Bool {
    try index.read { db in try db.tableExists("words_anew") }
  }

  private func found(_ word: String) throws -> Int {
    try index.listing(Query(word, today: today), order: .date).ids.count
  }

  private func rows(_ table: String) throws -> Int {
    try number("SELECT count(*) FROM \(table)_docsize")
  }

  private func number(_ sql: String) throws -> Int {
    try index.read { db in try Int.fetchOne(db, sql: sql) ?? 0 }
  }
}
