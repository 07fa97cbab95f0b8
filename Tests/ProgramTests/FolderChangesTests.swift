import BriefLibrary
import Foundation
import Synchronization
import Testing

@testable import broadsheet

@Suite("Changes in folders")
struct FolderChangesTests {
  /// Who writes files in a folder, one after another.
  private final class Writer: Sendable {
    let isStopped = Atomic(false)
    let written = Atomic(0)
    private let end = DispatchSemaphore(value: 0)

    func start(_ folder: String, most: Int) {
      Thread.detachNewThread { [self] in
        for number in 0..<most {
          guard !isStopped.load(ordering: .relaxed) else { break }
          try? Data().write(to: URL(filePath: "\(folder)/\(number).md"))
          written.store(number + 1, ordering: .relaxed)
          usleep(10_000)
        }
        end.signal()
      }
    }

    func stop() {
      isStopped.store(true, ordering: .relaxed)
      end.wait()
    }
  }

  private let desk: LibraryDesk
  private let writer = Writer()

  init() throws {
    desk = try LibraryDesk()
    try desk.write("briefs/a.md", "text")
  }

  private var folder: String { desk.path + "/briefs" }

  @Test("are told once their writer rests, however many they are") func rest() {
    var changes = FolderChanges(ender: -1, rest: 1000)
    defer { changes.close() }
    changes.watch([folder])
    writer.start(folder, most: 40)
    #expect(changes.wait(60_000) == .folders([folder]))
    #expect(writer.written.load(ordering: .relaxed) == 40)
    #expect(changes.wait(0) == nil)
    writer.stop()
  }

  @Test("are waited for until somebody writes to the library, but not who reads it")
  func library() throws {
    let library = try Library.open(at: desk.library)
    _ = try library.addFolder(folder)
    let log = LogWatch(library: desk.library)
    defer { log.close() }
    var changes = FolderChanges(ender: -1, rest: 50, library: log)
    defer { changes.close() }
    changes.watch([folder])
    func seconds(_ work: () throws -> Void) rethrows -> Duration {
      try work()
      return ContinuousClock().measure { _ = changes.wait(1000) }
    }
    for command in [["unread", "--count"], ["list"], ["folders"]] {
      #expect(try seconds { try desk.run(command) } >= .seconds(1), "\(command)")
    }
    #expect(try seconds { try desk.run("add", "more") } >= .seconds(1), "there is no such folder")
    try desk.write("more/b.md", "text")
    #expect(try seconds { try desk.run("add", "more") } < .seconds(1))
    #expect(try seconds { try desk.run("remove", "more") } < .seconds(1))
    #expect(seconds { rename(desk.library, desk.library + ".old") } < .seconds(1))
    try library.close()
  }

  @Test("are told though their writer never rests") func restless() {
    var changes = FolderChanges(ender: -1, rest: 100)
    defer { changes.close() }
    changes.watch([folder])
    writer.start(folder, most: .max)
    #expect(changes.wait(60_000) == .folders([folder]))
    writer.stop()
  }
}
