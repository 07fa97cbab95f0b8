import Dispatch
import Glibc
import Synchronization
import Testing

@testable import BriefLibrary

@Suite("The lock of an index")
struct IndexLockTests {
  @Test("is held by one at a time, also where each removes its file at the end") func removal()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path + "/index"
    let holders = Atomic(0)
    let most = Atomic(0)
    let failures = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      for _ in 0..<2000 {
        do {
          guard let lock = try IndexLock(path: path) else { continue }
          most.max(holders.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
          sched_yield()
          holders.subtract(1, ordering: .relaxed)
          withExtendedLifetime(lock) { _ = unlink(path + ".lock") }
        } catch {
          failures.add(1, ordering: .relaxed)
        }
      }
    }
    #expect(most.load(ordering: .relaxed) == 1)
    #expect(failures.load(ordering: .relaxed) == 0)
  }

  @Test("is not taken where another has it") func taken() throws {
    let folder = try TemporaryFolder()
    let lock = try #require(try IndexLock(path: folder.path + "/index"))
    #expect(try IndexLock(path: folder.path + "/index") == nil)
    withExtendedLifetime(lock) {}
  }
}
