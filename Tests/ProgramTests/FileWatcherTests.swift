import Foundation
import Testing

@testable import broadsheet

@Suite("Watching files")
final class FileWatcherTests {
  private let folder: String
  private var watcher = FileWatcher()

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("broadsheet-watch-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["a.md", "b.md"] { try write("old", to: name) }
    let watched = [("/a.md", 0), ("/b.md", 1)].map { watcher.watch(folder + $0, entry: $1) }
    #expect(watched == [true, true])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ text: String, to name: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
  }

  private func changes() -> Set<Int> { watcher.changedEntries() }

  @Test("Nothing is told while nothing happens, and a reader changes nothing")
  func silence() throws {
    _ = try String(contentsOfFile: folder + "/a.md", encoding: .utf8)
    #expect(changes() == [])
  }

  @Test("A file that is written is told once, its neighbours are not")
  func writing() throws {
    try write("new", to: "b.md")
    try write("other", to: "c.md")
    #expect(changes() == [1])
    #expect(changes() == [])
  }

  @Test("A file that an editor replaces by renaming is told each time")
  func replacing() throws {
    for round in 1...2 {
      try write("new \(round)", to: "a.tmp")
      #expect(rename(folder + "/a.tmp", folder + "/a.md") == 0)
      #expect(changes() == [0], "round \(round)")
    }
  }

  @Test("A file that is removed is told")
  func removing() throws {
    try FileManager.default.removeItem(atPath: folder + "/a.md")
    #expect(changes() == [0])
  }

  @Test("A folder that is removed and made again is watched again")
  func newFolder() throws {
    try FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(changes() == [0, 1], "all that was in it")
    try write("new", to: "a.md")
    #expect(changes() == [0])
  }

  @Test("A folder that is moved away and back is watched again", arguments: ["", "/in", "/in/it"])
  func movedFolder(inner: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder + inner, withIntermediateDirectories: true)
    let isWatched = inner.isEmpty || watcher.watch(folder + inner + "/c.md", entry: 2)
    #expect(isWatched)
    _ = changes()
    let entries: Set<Int> = inner.isEmpty ? [0, 1] : [2]
    for round in 1...2 {
      try files.moveItem(atPath: folder + inner, toPath: folder + ".away")
      #expect(changes() == entries, "round \(round)")
      try files.moveItem(atPath: folder + ".away", toPath: folder + inner)
      #expect(changes() == entries, "round \(round)")
      try write("new", to: inner + "/c.md")
      #expect(changes() == (inner.isEmpty ? [] : [2]))
    }
  }

  @Test("A folder that comes back with those above it is watched again")
  func foldersAbove() throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/in/it", withIntermediateDirectories: true)
    let isWatched = watcher.watch(folder + "/in/it/c.md", entry: 2)
    #expect(isWatched)
    try files.removeItem(atPath: folder + "/in")
    #expect(changes() == [2])
    try files.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
    #expect(changes() == [])
    try files.createDirectory(atPath: folder + "/in/it", withIntermediateDirectories: true)
    #expect(changes() == [2])
    try write("new", to: "in/it/c.md")
    try write("new", to: "a.md")
    #expect(changes() == [0, 2])
  }

  @Test("A folder below one that is renamed is looked for again", arguments: ["in", "in/it"])
  func renamedAbove(watched: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder + "/top/in/it", withIntermediateDirectories: true)
    let isWatched = watcher.watch(folder + "/top/\(watched)/c.md", entry: 2)
    #expect(isWatched)
    for round in 1...2 {
      try files.moveItem(atPath: folder + "/top", toPath: folder + "/away")
      #expect(changes() == [2], "round \(round)")
      try write("new", to: "away/\(watched)/c.md")
      #expect(changes() == [], "it lies elsewhere now")
      try files.createDirectory(atPath: folder + "/top/in/it", withIntermediateDirectories: true)
      #expect(changes() == [2], "a folder of that name has come")
      try write("new", to: "top/\(watched)/c.md")
      #expect(changes() == [2])
      try files.removeItem(atPath: folder + "/away")
      #expect(changes() == [])
    }
  }

  @Test("A folder with two names that comes back is watched by both", arguments: [true, false])
  func twoNames(isLinkFirst: Bool) throws {
    let files = FileManager.default
    let place = folder + "/place"
    try files.createDirectory(atPath: place, withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: folder + "/link", withDestinationPath: "place")
    let names = isLinkFirst ? ["/link", "/place"] : ["/place", "/link"]
    for (number, name) in names.enumerated() {
      let isWatched = watcher.watch(folder + name + "/c.md", entry: 2 + number)
      #expect(isWatched)
    }
    try files.removeItem(atPath: place)
    #expect(changes() == [2, 3])
    // Opened while it is gone.
    for (number, name) in names.enumerated() {
      let isWatched = watcher.watch(folder + name + "/d.md", entry: 4 + number)
      #expect(isWatched)
    }
    try files.createDirectory(atPath: place, withIntermediateDirectories: true)
    #expect(changes() == [2, 3, 4, 5])
    // Opened when it is back.
    for (number, name) in names.enumerated() {
      let isWatched = watcher.watch(folder + name + "/e.md", entry: 6 + number)
      #expect(isWatched)
    }
    for (name, entries) in [("c", [2, 3]), ("d", [4, 5]), ("e", [6, 7])] {
      try write("new", to: "place/\(name).md")
      #expect(changes() == Set(entries), "\(name).md")
    }
  }

  @Test("Events that are lost are taken for all that could have come")
  func lostEvents() throws {
    let files = FileManager.default
    for name in ["/back/in", "/gone", "/moved"] {
      try files.createDirectory(atPath: folder + name, withIntermediateDirectories: true)
    }
    try write("log", to: "log")
    let isWatched =
      watcher.watch(folder + "/back/in/c.md", entry: 2)
      && watcher.watch(folder + "/gone/c.md", entry: 3)
      && watcher.watch(folder + "/moved/c.md", entry: 4)
      && watcher.watchLog(folder + "/log") && watcher.watchPublished(folder + "/index")
    #expect(isWatched)
    try files.removeItem(atPath: folder + "/back/in")
    #expect(changes() == [2])
    try overflow()
    try write("more", to: "log")
    try files.createDirectory(atPath: folder + "/back/in", withIntermediateDirectories: true)
    try files.removeItem(atPath: folder + "/gone")
    try files.moveItem(atPath: folder + "/moved", toPath: folder + "/away")
    #expect(changes() == [0, 1, 2, 3, 4])
    let (isLogTold, isIndexTold) = (watcher.takeLogWritten(), watcher.takePublished())
    #expect(isLogTold && isIndexTold)
    try write("new", to: "away/c.md")
    #expect(changes() == [], "it lies elsewhere now")
    for (name, entry) in [("gone", 3), ("moved", 4)] {
      try files.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
      #expect(changes() == [entry], "\(name) has come back")
    }
    for (name, entry) in [("a.md", 0), ("back/in/c.md", 2), ("gone/c.md", 3), ("moved/c.md", 4)] {
      try write("new", to: name)
      #expect(changes() == [entry], "\(name) is watched again")
    }
  }

  /// Makes more events than the system keeps.
  private func overflow() throws {
    let path = "/proc/sys/fs/inotify/max_queued_events"
    let limit = try String(contentsOfFile: path, encoding: .utf8)
    let count = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
    // Two alike behind each other are one event.
    let names = [folder + "/x", folder + "/y"]
    for number in 0...count { close(open(names[number % 2], O_WRONLY | O_CREAT, 0o600)) }
  }

  @Test("A folder that does not exist cannot be watched")
  func missing() {
    let isWatched = watcher.watch(folder + "/gone/x.md", entry: 2)
    #expect(!isWatched)
  }

  @Test(
    "A path is split into its folder and its name",
    arguments: [("a.md", ".", "a.md"), ("/a.md", "/", "a.md"), ("x/y/a.md", "x/y", "a.md")])
  func splitting(path: String, folder: String, name: String) {
    let parts = FileWatcher.split(path)
    #expect(parts.folder == folder && parts.name == name)
  }
}
