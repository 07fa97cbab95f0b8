import BriefLibrary
import Foundation
import Glibc
import Guards
import Synchronization
import Testing

@testable import broadsheet

/// Only a thread of its own is confined, so that the others go on.
@Suite("What the system lets the kiosk open", .enabled(if: KioskFiles.isEnforceable))
struct KioskFilesTests {
  private let desk: LibraryDesk

  init() throws {
    desk = try LibraryDesk()
    try desk.write("briefs/a.md", "# A")
    try desk.write("secrets/b.md", "# B")
    symlink("../secrets/b.md", desk.path + "/briefs/out.md")
  }

  /// The error of opening a file, 0 where that works.
  private static func error(_ path: String, _ flags: Int32 = O_RDONLY) -> Int32 {
    let descriptor = open(path, flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return errno }
    close(descriptor)
    return 0
  }

  /// What a body returns where the kiosk's files are all that there is.
  private func confined<T: Sendable>(_ body: @escaping @Sendable (String) -> T) throws -> T {
    let files = KioskFiles(
      readable: [desk.path + "/briefs", desk.path + "/gone"],
      library: desk.path + "/marks/ann/library.sqlite")
    let (path, box, done) = (desk.path, Box<T>(), DispatchSemaphore(value: 0))
    Thread {
      if files.enforce() { box.value.withLock { $0 = body(path) } }
      done.signal()
    }.start()
    done.wait()
    return try #require(box.value.withLock { $0 })
  }

  @Test("Briefs are read, and nothing else is, by whatever way") func reading() throws {
    let errors = try confined { path in
      [
        "/briefs/a.md", "/secrets/b.md", "/briefs/out.md", "/briefs/../secrets/b.md", "/secrets",
        "/briefs",
      ].map { Self.error(path + $0) }
    }
    #expect(errors == [0, EACCES, EACCES, EACCES, EACCES, 0])
    let system = try confined { _ in
      ["/etc/passwd", "/etc/hostname", "/", "/proc", "/proc/self/root/etc/passwd", "/usr/share"].map
      {
        Self.error($0)
      }
    }
    #expect(system == Array(repeating: EACCES, count: 6))
    let needed = try confined { _ in
      ["/usr/share/zoneinfo", "/dev/null", "/proc/self/stat", "/proc/thread-self/stat"].map {
        Self.error($0)
      }
    }
    #expect(needed == [0, 0, 0, 0])
  }

  @Test("Only in the folder of the library anything is made, written or removed")
  func writing() throws {
    let errors = try confined { path -> [Int32] in
      let marks = path + "/marks/ann/"
      let made = Self.error(marks + "x", O_WRONLY | O_CREAT | O_EXCL)
      let moved = rename(marks + "x", marks + "y") == 0 ? 0 : errno
      let cut = truncate(marks + "y", 0) == 0 ? 0 : errno
      let gone = unlink(marks + "y") == 0 ? 0 : errno
      return [made, moved, cut, gone]
        + ["/briefs/a.md", "/secrets/b.md"].map { Self.error(path + $0, O_WRONLY) }
        + ["/briefs/new.md", "/new", "/marks/bob"].map {
          Self.error(path + $0, O_WRONLY | O_CREAT)
        }
        + [
          unlink(path + "/briefs/a.md") == 0 ? 0 : errno,
          mkdir(marks + "z", 0o700) == 0 ? 0 : errno,
        ]
    }
    #expect(errors == [0, 0, 0, 0] + Array(repeating: EACCES, count: 7))
    #expect(try desk.read("briefs/a.md") == "# A")
  }

  @Test("A library in a folder that the account's own group may write opens again and again")
  func ownGroup() throws {
    let library = desk.path + "/marks/ann/library.sqlite"
    // As /etc/passwd and /etc/group give root, and useradd each account: a group of its own.
    try Library.open(at: library).close()
    try #require(chmod(desk.path + "/marks/ann", 0o770) == 0)
    try #require((try? Library.open(at: library).close()) != nil, "the account has its own group")
    let error = try confined { _ -> String in
      do throws(LibraryError) {
        try Library.open(at: library).close()
        return ""
      } catch {
        return error.description
      }
    }
    #expect(error == "")
  }

  @Test("No program is run, no connection opened, and no other process signalled")
  func reaching() throws {
    let version = broadsheet_guard_landlock()
    let errors = try confined { _ -> [Int32] in
      var child: pid_t = 0
      let run = posix_spawn(&child, "/bin/true", nil, nil, [nil], nil)
      let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(socket) }
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      address.sin_port = UInt16(9).bigEndian
      let connected = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 ? 0 : errno
        }
      }
      return [run, connected, kill(getppid(), 0) == 0 ? 0 : errno]
    }
    #expect(errors[0] == EACCES)
    #expect(version < 4 || errors[1] == EACCES)
    #expect(version < 6 || errors[2] == EPERM)
  }

  @Test("Of files that are named the folder counts, as they are replaced when they are rewritten")
  func places() {
    let names = ["/briefs/a.md", "/briefs", "/gone/c.md"].map { desk.path + $0 }
    #expect(
      KioskFiles.places(of: names) == ["/briefs", "/briefs", "/gone"].map { desk.path + $0 })
    #expect(KioskFiles.places(of: ["a.md", "/a.md"]) == [".", "/"])
  }

  /// What one thread leaves for another.
  private final class Box<T: Sendable>: Sendable {
    let value = Mutex<T?>(nil)
  }
}
