import Foundation
import Testing

@testable import BriefLibrary
@testable import broadsheet

@Suite("broadsheet index --watch goes on")
final class ReplacedWhileWatchingTests {
  private let desk: LibraryDesk
  private var published: String { desk.path + "/published/index.sqlite" }
  private var watch: LibraryDesk.Running?

  init() throws {
    desk = try LibraryDesk()
    try desk.fill()
    // Something is kept, so that there is a copy.
    try #require(desk.run("mark", "star", "briefs/rail.md").status == 0)
    try FileManager.default.createDirectory(
      atPath: desk.path + "/published", withIntermediateDirectories: true)
  }

  deinit { watch?.process.terminate() }

  private enum Way: CaseIterable { case telling, quiet, publishing }

  private func start(_ way: Way) throws {
    let options =
      switch way {
      case .telling: [String]()
      case .quiet: ["--quiet"]
      case .publishing: ["--publish", published]
      }
    watch = try desk.start(["index", "--watch"] + options)
    try desk.write("briefs/first.md", LibraryDesk.brief("First", date: "2026-01-23"))
    try wait(for: ["First"], way)
  }

  /// Those of the index, which no program is run for: it would restore the library.
  private func titles(_ way: Way) throws -> String {
    let index =
      way == .publishing
      ? try? BriefIndex.openPublished(at: published)
      : try? BriefIndex.open(at: BriefIndex.path(besideLibrary: desk.library))
    let rows = try index?.rows(of: index?.listing(order: .date).ids ?? [], from: nil)
    return rows?.map(\.summary.title).joined(separator: "\n") ?? ""
  }

  private func wait(for titles: [String], _ way: Way) throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while true {
      let shown = try self.titles(way)
      if titles.allSatisfy(shown.contains) { return }
      try #require(watch?.process.isRunning == true, "it ended")
      try #require(ContinuousClock.now < deadline, "no \(titles) in \(shown)")
      usleep(20_000)
    }
  }

  /// Ends the watch; what it said of trouble.
  private func end() throws -> String {
    let running = try #require(watch)
    kill(running.process.processIdentifier, SIGTERM)
    let answer = try desk.end(running)
    #expect(answer.status == 0)
    return answer.errors
  }

  @Test("after another program restored the library", arguments: Way.allCases)
  private func restored(_ way: Way) throws {
    try start(way)
    try desk.damage(desk.library)
    #expect(try desk.run("folders").errors.contains("restored from"))
    try desk.write("briefs/strike.md", LibraryDesk.brief("Strike", date: "2026-01-23"))
    try wait(for: ["Strike", "Rail", "First"], way)
    #expect(try end() == "")
    #expect(try desk.run("list", "is:starred").output.contains("Rail"))
  }

  @Test("where it meets the damage first", arguments: Way.allCases)
  private func damaged(_ way: Way) throws {
    try start(way)
    try desk.damageLeaves(desk.library)
    try desk.write("briefs/rail.md", LibraryDesk.brief("Trams", date: "2026-01-20"))
    try wait(for: ["Trams", "Ports", "First"], way)
    #expect(try end().contains("restored from \(desk.library).backup-"))
    #expect(try desk.run("list", "is:starred").output.contains("Trams"))
  }

  @Test("after another library was put in the place of its own") func other() throws {
    try desk.write("others/strike.md", LibraryDesk.brief("Strike", date: "2026-01-23"))
    let other = try Library.open(at: desk.path + "/other.sqlite")
    _ = try other.addFolder(desk.path + "/others")
    try other.close()
    try start(.telling)
    for suffix in ["-wal", "-shm"] { unlink(desk.library + suffix) }
    try #require(rename(desk.path + "/other.sqlite", desk.library) == 0)
    try wait(for: ["Strike"], .telling)
    try desk.write("others/buses.md", LibraryDesk.brief("Buses", date: "2026-01-23"))
    try wait(for: ["Buses"], .telling)
    #expect(try !desk.run("list").output.contains("Rail"))
    #expect(try end() == "")
  }

  @Test("no more where the library is taken away, and leaves what is published") func takenAway()
    throws
  {
    try start(.publishing)
    try #require(rename(desk.state, desk.path + "/away") == 0)
    try desk.write("briefs/strike.md", LibraryDesk.brief("Strike", date: "2026-01-23"))
    let answer = try desk.end(#require(watch))
    #expect(answer.status == 66 && answer.errors.contains("there is no library yet"), "\(answer)")
    let titles = try titles(.publishing)
    #expect(titles.contains("Rail") && titles.contains("First"))
    #expect(!FileManager.default.fileExists(atPath: desk.state))
  }

  @Test("where the index is damaged, and never publishes it empty", arguments: [Way.publishing])
  private func damagedIndex(_ way: Way) throws {
    try start(way)
    let path = BriefIndex.path(besideLibrary: desk.library)
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.write(contentsOf: Data(repeating: 0xA5, count: 200_000))
    try file.close()
    try desk.write("briefs/strike.md", LibraryDesk.brief("Strike", date: "2026-01-23"))
    let deadline = ContinuousClock.now + .seconds(20)
    while try !titles(way).contains("Strike") {
      try #require(watch?.process.isRunning == true && ContinuousClock.now < deadline)
      #expect(try titles(way).contains("Rail"))
      usleep(20_000)
    }
    #expect(try titles(way).contains("Ports"))
    #expect(try end().contains("the index was damaged and is made anew"))
  }
}
