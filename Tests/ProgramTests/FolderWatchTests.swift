import BriefLibrary
import Foundation
import GRDB
import Testing

@testable import broadsheet

@Suite("Watching folders")
final class FolderWatchTests {
  private let desk: LibraryDesk
  private var watch = FolderWatch()

  init() throws {
    desk = try LibraryDesk()
    try desk.write("briefs/deep/a.md", "text")
    watch.watch([desk.path + "/briefs"])
  }

  deinit { watch.close() }

  private func changes() -> Bool { watch.takeEvents() != nil }

  private func scope(_ folders: String...) -> IndexScope {
    .folders(Set(folders.map { desk.path + "/" + $0 }))
  }

  @Test("What changes in folders is told of these alone, and of folders and links at once")
  func scopes() throws {
    try desk.write("briefs/deep/a.md", "other")
    #expect(watch.takeEvents() == scope("briefs/deep"))
    rename(desk.path + "/briefs/deep/a.md", desk.path + "/briefs/b.md")
    #expect(watch.takeEvents() == scope("briefs/deep", "briefs"))
    try desk.write("briefs/new/c.md", "text")
    #expect(watch.takeEvents() == .all)
    try desk.write("briefs/new/c.md", "other")
    #expect(watch.takeEvents() == scope("briefs/new"))
    rmdir(desk.path + "/briefs/deep")
    #expect(watch.takeEvents() == .all)
    symlink(desk.path + "/briefs/b.md", desk.path + "/briefs/new/link.md")
    #expect(watch.takeEvents() == .all)
    #expect(watch.takeEvents() == nil)
  }

  @Test("What links to a folder above, or to the system's own, lead to is not watched")
  func outside() throws {
    try desk.write("beside/a.md", "text")
    symlink("..", desk.path + "/briefs/out")
    symlink("/proc/self", desk.path + "/briefs/process")
    symlink(desk.path + "/beside", desk.path + "/briefs/beside")
    // Seen as they come, and when all are looked for.
    #expect(watch.takeEvents() == .all)
    #expect(watch.count == 3 && watch.obstacle == nil)
    watch.watch([desk.path + "/briefs"])
    #expect(watch.count == 3 && watch.obstacle == nil)
  }

  @Test("Where events are lost all folders are told")
  func overflow() throws {
    let limit = try String(
      contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    let most = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
    let names = ["a.md", "b.md"].map { desk.path + "/briefs/deep/" + $0 }
    for step in 0...most / 2 { rename(names[step % 2], names[(step + 1) % 2]) }
    #expect(watch.takeEvents() == .all)
    #expect(watch.takeEvents() == nil)
  }

  @Test("All folders below are watched, and silence is silence")
  func silence() throws {
    #expect(watch.count == 2 && watch.obstacle == nil)
    _ = try desk.read("briefs/deep/a.md")
    #expect(!changes())
  }

  @Test("Briefs that come, change, move and go are told; other files are not")
  func files() throws {
    try desk.write("briefs/deep/a.md", "other")
    #expect(changes())
    try desk.write("briefs/notes.log", "text")
    #expect(!changes())
    rename(desk.path + "/briefs/deep/a.md", desk.path + "/briefs/b.md")
    #expect(changes())
    link(desk.path + "/briefs/b.md", desk.path + "/briefs/c.md")
    #expect(changes())
    unlink(desk.path + "/briefs/b.md")
    #expect(changes())
    #expect(!changes())
  }

  @Test("A folder that comes is watched with those in it, and so is one that is moved")
  func folders() throws {
    try desk.write("elsewhere/new/x.txt", "text")
    rename(desk.path + "/elsewhere", desk.path + "/briefs/come")
    #expect(changes())
    #expect(watch.count == 4)
    rename(desk.path + "/briefs/come", desk.path + "/briefs/moved")
    #expect(changes())
    try desk.write("briefs/moved/new/deeper/y.md", "text")
    #expect(changes())
    #expect(watch.count == 5)
    try desk.write("briefs/moved/new/deeper/y.md", "more")
    #expect(changes())
    try desk.write("briefs/.hidden/y.md", "text")
    #expect(!changes())
  }

  @Test("What a link leads to is watched: a folder and those in it, or a brief")
  func links() throws {
    try desk.write("elsewhere/sub/e.md", "text")
    try desk.write("one/f.md", "text")
    symlink(desk.path + "/elsewhere", desk.path + "/briefs/link")
    #expect(changes())
    #expect(watch.count == 4)
    try desk.write("elsewhere/sub/e.md", "more")
    #expect(changes())
    symlink(desk.path + "/one/f.md", desk.path + "/briefs/g.md")
    #expect(changes())
    try desk.write("one/other.md", "text")
    #expect(!changes())
    try desk.write("one/f.md", "more")
    #expect(changes())
    try desk.write("one/new", "anew")
    rename(desk.path + "/one/new", desk.path + "/one/f.md")
    #expect(changes(), "its inode has gone")
    watch.watch([desk.path + "/briefs"])
    try desk.write("one/f.md", "again")
    #expect(changes())
    unlink(desk.path + "/briefs/link")
    #expect(changes())
    unlink(desk.path + "/briefs/g.md")
    #expect(changes())
    #expect(!changes())
  }

  @Test("What has left the folders, by a move or with the link that led to it, is not watched")
  func left() throws {
    try desk.write("briefs/deep/down/b.md", "text")
    try desk.write("elsewhere/e.md", "text")
    try desk.write("one/f.md", "text")
    symlink(desk.path + "/elsewhere", desk.path + "/briefs/link")
    symlink(desk.path + "/one/f.md", desk.path + "/briefs/g.md")
    #expect(changes())
    watch.watch([desk.path + "/briefs"])
    #expect(watch.count == 4)
    rename(desk.path + "/briefs/deep", desk.path + "/away")
    unlink(desk.path + "/briefs/link")
    unlink(desk.path + "/briefs/g.md")
    #expect(watch.takeEvents() == .all)
    watch.watch([desk.path + "/briefs"])
    #expect(watch.count == 1 && !changes())
    try desk.write("away/a.md", "other")
    try desk.write("away/down/b.md", "other")
    try desk.write("elsewhere/e.md", "other")
    try desk.write("one/f.md", "other")
    #expect(!changes())
    rename(desk.path + "/away", desk.path + "/briefs/back")
    #expect(watch.takeEvents() == .all && watch.count == 3)
    try desk.write("briefs/back/down/b.md", "again")
    #expect(watch.takeEvents() == scope("briefs/back/down"))
  }

  @Test("A link that is there from the start is followed, and one to nothing is none") func old()
    throws
  {
    try desk.write("one/f.md", "text")
    symlink(desk.path + "/one/f.md", desk.path + "/briefs/g.md")
    symlink(desk.path + "/nothing.md", desk.path + "/briefs/h.md")
    watch.close()
    watch = FolderWatch()
    watch.watch([desk.path + "/briefs"])
    #expect(watch.obstacle == nil && watch.count == 2)
    try desk.write("one/f.md", "more")
    #expect(changes())
  }

  @Test("A link that leads in a circle is followed once")
  func circle() throws {
    symlink("..", desk.path + "/briefs/deep/up")
    #expect(changes() == false || watch.count == 2)
    watch.watch([desk.path + "/briefs"])
    #expect(watch.count == 2 && watch.obstacle == nil)
  }

  @Test("A folder that is not there is an obstacle until it comes")
  func missing() throws {
    watch.watch([desk.path + "/briefs", desk.path + "/away"])
    #expect(watch.obstacle == "No such file or directory")
    try desk.write("away/x.md", "text")
    watch.watch([desk.path + "/briefs", desk.path + "/away"])
    #expect(watch.obstacle == nil && watch.count == 3)
  }
}

@Suite("broadsheet index --watch")
struct IndexWatchingTests {
  private let desk: LibraryDesk

  init() throws {
    desk = try LibraryDesk()
    try desk.fill()
  }

  /// Waits for as many unread briefs, for ten seconds at most.
  private func wait(forUnread count: Int) throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while try desk.run("unread", "--count").output != "\(count)\n" {
      try #require(ContinuousClock.now < deadline, "not \(count) unread in time")
      usleep(20_000)
    }
  }

  @Test(
    "follows what changes, says how, and ends with 0 when it is told to",
    arguments: [SIGINT, SIGTERM])
  func following(signal: Int32) throws {
    let running = try desk.start(["index", "--watch"])
    defer { running.process.terminate() }
    let first = running.output.fileHandleForReading.availableData
    #expect(String(decoding: first, as: UTF8.self) == "Watching by inotify: folders 2\n")
    try desk.write("briefs/new/strike.md", LibraryDesk.brief("Strike", date: "2026-01-23"))
    try wait(forUnread: 3)
    try desk.write("more/bus.md", LibraryDesk.brief("Buses", date: "2026-01-23"))
    try FileManager.default.removeItem(atPath: desk.path + "/briefs/rail.md")
    try wait(forUnread: 2)
    kill(running.process.processIdentifier, signal)
    let answer = try desk.end(running)
    #expect(answer.status == 0 && answer.errors == "")
    #expect(answer.output.contains("2 briefs, 0 files read, 1 gone\n"))
  }

  @Test("sees soon that a folder was added or removed") func folders() throws {
    try desk.write("more/strike.md", LibraryDesk.brief("Strike", date: "2026-01-23"))
    let running = try desk.start(["index", "--watch"])
    defer { running.process.terminate() }
    _ = running.output.fileHandleForReading.availableData
    try #require(desk.run("add", "more").status == 0)
    try wait(forUnread: 3)
    try desk.write("more/buses.md", LibraryDesk.brief("Buses", date: "2026-01-23"))
    try wait(forUnread: 4)
    try #require(desk.run("remove", "more").status == 0)
    try wait(forUnread: 2)
    try desk.write("more/trams.md", LibraryDesk.brief("Trams", date: "2026-01-23"))
    try desk.write("briefs/ferries.md", LibraryDesk.brief("Ferries", date: "2026-01-23"))
    try wait(forUnread: 3)
    kill(running.process.processIdentifier, SIGTERM)
    let answer = try desk.end(running)
    #expect(answer.status == 0 && answer.errors == "")
  }

  @Test("goes on when another program has let go of the library, and says once that it holds it")
  func held() throws {
    try #require(desk.run("mark", "read", desk.path + "/briefs/rail.md").status == 0)
    let running = try desk.start(["index", "--watch"])
    defer { running.process.terminate() }
    _ = running.output.fileHandleForReading.availableData
    let other = try DatabaseQueue(path: desk.library)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      try desk.write("briefs/rail.md", LibraryDesk.brief("Trams", date: "2026-01-20"))
      let told = String(decoding: running.errors.fileHandleForReading.availableData, as: UTF8.self)
      #expect(told.contains("another program holds the file") && running.process.isRunning)
      // Each try makes it longer by nothing.
      try desk.write("briefs/rail.md", LibraryDesk.brief("Ferries", date: "2026-01-20"))
      usleep(3_000_000)
      try db.execute(sql: "ROLLBACK")
    }
    let deadline = ContinuousClock.now + .seconds(30)
    while try !desk.run("list").output.contains("Ferries") {
      try #require(ContinuousClock.now < deadline && running.process.isRunning)
      usleep(20_000)
    }
    kill(running.process.processIdentifier, SIGTERM)
    let answer = try desk.end(running)
    #expect(answer.status == 0 && answer.errors == "")
  }

  @Test("says when it has to look again and again, and nothing when it is to be quiet")
  func fallback() throws {
    try desk.write("away/x.md", LibraryDesk.brief("Away", date: "2026-01-23"))
    try desk.run("add", "away")
    try FileManager.default.removeItem(atPath: desk.path + "/away")
    let running = try desk.start(["index", "--watch"])
    // The pass that follows tells of the folder, too, and may be read with the first line.
    let first = String(decoding: running.output.fileHandleForReading.availableData, as: UTF8.self)
    #expect(first.split(separator: "\n").first == "Looking every 60 s (No such file or directory)")
    kill(running.process.processIdentifier, SIGTERM)
    #expect(try desk.end(running).status == 0)
    let quiet = try desk.start(["index", "--watch", "--quiet"])
    try desk.write("briefs/new.md", LibraryDesk.brief("Strike", date: "2026-01-23"))
    try wait(forUnread: 3)
    kill(quiet.process.processIdentifier, SIGTERM)
    let answer = try desk.end(quiet)
    #expect(answer.status == 0 && answer.output == "")
    #expect(answer.errors.contains("away: is not there"))
    #expect(try desk.run("index", "--quiet").output == "")
  }
}
