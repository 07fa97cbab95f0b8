import Foundation
import PtyHarness
import Testing

@Suite("The terminal around the reader")
struct TerminalStories {
  @Test(
    "A signal that ends the program keeps the place and gives the terminal back",
    arguments: [SIGTERM, SIGHUP, SIGINT])
  func ended(signal: Int32) throws {
    let desk = try Desk()
    let pty = try desk.open(rows: 12)
    pty.type("]]")
    try pty.wait(forTop: "Second day")
    pty.signal(signal)
    #expect(try pty.waitForEnd() == .exit(128 + signal))
    #expect(pty.isGivenBack)
    let again = try desk.open(rows: 12)
    try again.wait(forTop: "Second day")
    try again.leave()
  }

  @Test("Another size keeps the line at the top, and a window too small is said to be so")
  func resized() throws {
    let desk = try Desk()
    let pty = try desk.open(rows: 12)
    pty.type("]]")
    try pty.wait(forTop: "Second day")
    pty.resize(rows: 10, columns: 44)
    try pty.wait(forTop: "Second day")
    pty.resize(rows: 3, columns: 18)
    try pty.wait("words on the size") { $0.text.contains("small") }
    pty.resize(rows: 24, columns: 80)
    try pty.wait(for: "Nobody came")
    try pty.leave()
  }

  @Test("A window of a size that no screen has is filled as far as sense goes")
  func vast() throws {
    let desk = try Desk()
    let doctor = try desk.start(
      Pty.products + "/broadsheet", ["doctor"], rows: 2000, columns: 2000)
    try doctor.wait(for: ", 1000×500")
    #expect(try doctor.waitForEnd() == .exit(0))
  }

  @Test("Ctrl-Z gives the terminal to the shell, and coming back draws everything anew")
  func suspended() throws {
    let desk = try Desk()
    let pty = try desk.open(asJobOfShell: true)
    pty.type("\u{1A}")
    try pty.waitForStop()
    #expect(pty.isGivenBack)
    pty.resize(rows: 30, columns: 100)
    pty.signal(SIGCONT)
    try pty.wait("the reader at the new size") {
      $0.contains("The Harbour Inquiry") && $0.text(29).contains("? help")
    }
    try pty.leave()
  }

  @Test("Nothing is sent while nothing happens")
  func idle() throws {
    let desk = try Desk()
    let pty = try desk.open()
    try pty.wait(for: "? help")
    pty.type("\t")
    try pty.wait(forLink: Desk.addresses[0])
    try pty.readWaiting()
    let before = pty.output.count
    pty.type("\u{1B}")  // ends the selection, and is certain to have been drawn when it is gone
    try pty.wait("no selection") { !$0.text($0.rows - 2).contains("https") }
    try pty.readWaiting()
    #expect(pty.output.count - before < 1000)
    #expect(try pty.readWaiting() == 0)
    try pty.leave()
  }
}
