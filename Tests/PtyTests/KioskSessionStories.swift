import Foundation
import Glibc
import PtyHarness
import Testing

@Suite("How many sessions a reader may have")
struct KioskSessionStories {
  @Test("Sixteen at once, each let go at its end, however it ends")
  func sessions() throws {
    let desk = try Desk()
    try desk.write("library = \"\(desk.folder)/marks/library.sqlite\"\n", to: "config.toml")
    let arguments = [
      "--kiosk", "--config", desk.folder + "/config.toml", desk.folder + "/brief.md",
    ]
    let first = try desk.open(arguments)
    let others = (2...16).map { number in
      let path = desk.folder + "/marks/session-\(number).lock"
      let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
      #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      return descriptor
    }
    defer { others.forEach { close($0) } }
    let refused = try desk.open(
      arguments, showing: "broadsheet: 16 sessions are open, the most at once; leave one of them")
    #expect(try refused.waitForEnd() == .exit(75))
    first.signal(SIGKILL)
    #expect(try first.waitForEnd() == .signal(SIGKILL))
    try desk.open(arguments).leave()
  }
}
