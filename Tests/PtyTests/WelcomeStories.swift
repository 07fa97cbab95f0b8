import Foundation
import PtyHarness
import Testing

@Suite("The first time")
struct WelcomeStories {
  @Test("Without a library and without briefs the welcome brief is read, and its marks stay")
  func welcome() throws {
    let desk = try Desk()
    let folder = desk.folder + "/empty"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let start = "cd \(folder) && exec \(Pty.products)/broadsheet"
    let pty = try desk.start("/bin/sh", ["-c", start], environment: [:])
    try pty.wait(for: "Welcome to Broadsheet")
    #expect(pty.screen.contains("the welcome brief"))
    pty.type("]m")
    try pty.wait(for: "5 of 6 unread")
    pty.type("e")
    try pty.wait(for: "The welcome brief has no file to edit")
    pty.type("F")
    try pty.wait(for: "There is no library yet; broadsheet add FOLDER makes one")
    try pty.leave()
    let again = try desk.start("/bin/sh", ["-c", start], environment: [:])
    try again.wait(for: "5 of 6 unread")
    try again.leave()
  }

  @Test("Where a path was given it is told how the library is opened")
  func opened() throws {
    let desk = try Desk()
    let pty = try desk.open()
    pty.type("S")
    try pty.wait(for: "Files were opened; broadsheet alone opens the library")
    try pty.leave()
  }
}
