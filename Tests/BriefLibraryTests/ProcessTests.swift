import BriefModel
import Foundation
import Testing

@testable import BriefLibrary

/// What several processes do to one library, and what is left of a process that was killed.
@Suite struct ProcessTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func marks() throws -> Set<String> {
    let library = try Library.open(at: folder.library)
    return Set(try library.record(path: "-", fingerprint: content(1)).readSections.keys)
  }

  @Test func aKilledProgramLosesNoMarkThatWasAcknowledged() async throws {
    let (path, log) = (folder.library, folder.path + "/acknowledged")
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [path = path as String, log = log as String] in
      try Writer(library: path, log: log, name: "a").markUntilKilled()
    }
    let acknowledged = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    #expect(acknowledged.count > 1)
    #expect(try marks().isSuperset(of: acknowledged.map(String.init)))
  }

  @Test func twoProcessesMarkAtOnceAndBothKeepAll() async throws {
    let (path, log) = (folder.library, folder.path + "/acknowledged")
    async let first = #expect(processExitsWith: .success) {
      [path = path as String, log = log as String] in
      try Writer(library: path, log: log, name: "a").mark(200)
    }
    async let second = #expect(processExitsWith: .success) {
      [path = path as String, log = log as String] in
      try Writer(library: path, log: log, name: "b").mark(200)
    }
    _ = await (first, second)
    #expect(try marks().count == 400)
  }

  @Test func manyProcessesMayMakeTheDaysCopyAtOnce() async throws {
    try Writer(library: folder.library, log: folder.path + "/log", name: "a").mark(2000)
    let path = folder.library
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<6 {
        group.addTask {
          await #expect(processExitsWith: .success) { [path = path as String] in
            let today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
            // All begin at the same moment.
            while Date().timeIntervalSince1970.truncatingRemainder(dividingBy: 2) > 0.02 {}
            try Library.backUpDaily(at: path, today: today)
          }
        }
      }
    }
    let backups = LibraryBackups(library: path).paths
    #expect(backups.map(LibraryCopy.isIntact) == [true])
  }

  @Test func manyProcessesMayOpenANewLibraryAtOnce() async throws {
    let path = folder.library
    await withTaskGroup(of: Void.self) { group in
      for name in ["a", "b", "c", "d", "e", "f"] {
        group.addTask {
          await #expect(processExitsWith: .success) {
            [path = path as String, name = name as String] in
            try Writer(library: path, log: path + ".log", name: name).mark(3)
          }
        }
      }
    }
    #expect(try marks().count == 18)
  }
}
