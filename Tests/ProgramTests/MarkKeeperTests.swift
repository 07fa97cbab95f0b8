import BriefLibrary
import BriefModel
import Foundation
import Testing

@testable import broadsheet

@Suite("Marks that the library cannot take now")
struct MarkKeeperTests {
  @Test("are kept but for those of a brief that the library does not have") func unknownBrief()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "broadsheet-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = try Library.open(at: folder.path + "/library.sqlite")
    let content = try #require(Fingerprint(bytes: [UInt8](repeating: 1, count: 16)))
    let id = try #require(try library.record(path: "-", fingerprint: content).id)
    var keeper = MarkKeeper(library: library, now: 0)
    #expect(throws: LibraryError.self) {
      try keeper.keep([.star(record: id, true), .star(record: id + 1, true)], now: 0)
    }
    #expect(keeper.delay(now: 0) == 0)
    guard case .kept(let kept) = keeper.retry(now: 0) else {
      Issue.record("they are kept at once")
      return
    }
    #expect(kept == [.star(record: id, true)])
    #expect(try library.record(path: "-", fingerprint: content).isStarred)
    #expect(keeper.delay(now: 0) == nil && keeper.finish(now: 0) == nil)
    try library.close()
  }
}
