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

  @Test("are told though their writer never rests") func restless() {
    var changes = FolderChanges(ender: -1, rest: 100)
    defer { changes.close() }
    changes.watch([folder])
    writer.start(folder, most: .max)
    #expect(changes.wait(60_000) == .folders([folder]))
    writer.stop()
  }
}
