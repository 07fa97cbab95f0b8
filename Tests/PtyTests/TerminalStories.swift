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

  @Test("A terminal that is not known gets what its name leaves it, and that is said")
  func unknown() throws {
    let desk = try Desk()
    let said =
      "TERM=xterm-16color is not known here, taken for xterm-256color with at most 16 colours"
    let pty = try desk.open(environment: ["TERM": "xterm-16color"], columns: 140)
    try pty.wait(for: said)
    let output = String(decoding: pty.output, as: UTF8.self)
    #expect(!output.contains("38;5;") && !output.contains("]8;"))
    try pty.leave()
    let doctor = try desk.start(
      Pty.products + "/broadsheet", ["doctor"], environment: ["TERM": "xterm-16color"],
      columns: 140)
    try doctor.wait(for: said + ", 140×24")
    #expect(try doctor.waitForEnd() == .exit(0))
    let plain = try desk.open(environment: ["TERM": "wy60"], columns: 140)
    try plain.wait(for: "TERM=wy60 is not known here, taken for vt100")
    plain.type("q")
    #expect(try plain.waitForEnd() == .exit(0))
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
    let stopped = pty.output.count
    pty.resize(rows: 30, columns: 100)
    pty.signal(SIGCONT)
    try pty.wait("the reader at the new size") {
      $0.contains("The Harbour Inquiry") && $0.text(29).contains("? help")
    }
    // To leave once more would put the cursor where it was before, and there it would be kept.
    let came = String(decoding: pty.output[stopped...], as: UTF8.self)
    #expect(came.components(separatedBy: "\u{1B}[?1049h").count == 2)
    #expect(!came.contains("\u{1B}[?1049l"))
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

  @Test(
    "Lines of a pane beside others move between margins where the terminal says that it has them",
    arguments: [true, false, nil])
  func margins(hasMargins: Bool?) throws {
    let desk = try Desk()
    let words = (0..<300).map { "word\($0)" }.joined(separator: " ")
    let sections = (0..<12).map { "## Part \($0)\n\n\(words) [Ledger](\(Desk.addresses[0]))\n" }
    try desk.write("# Long\n\n" + sections.joined(separator: "\n"), to: "brief.md")
    let pty = try desk.start(
      Pty.products + "/broadsheet", [desk.folder + "/brief.md"], rows: 40, columns: 140)
    pty.hasMargins = hasMargins
    try pty.wait(for: "? help")
    var sent: [Int] = []
    for key in Array(repeating: "j", count: 20) + Array(repeating: "k", count: 20) {
      let (before, shown) = (pty.output.count, pty.screen.text)
      pty.type(key)
      try pty.wait("the next line") { $0.text != shown }
      try pty.readWaiting()
      sent.append(pty.output.count - before)
    }
    let median = sent.sorted()[sent.count / 2]
    if hasMargins == true { #expect(median < 320) } else { #expect(median > 500) }
    for key in ["jjj", "\t", "G", "kkkkkkk", "g", "]]]", "\u{1B}[6~", "\u{1B}[5~"] {
      pty.type(key)
    }
    try pty.settle()
    let (cells, before) = (pty.screen.cells, pty.output.count)
    pty.type("\u{C}")
    try pty.wait("all of the screen") { _ in pty.output.count > before + 3000 }
    try pty.settle()
    let isTheSame = pty.screen.cells == cells
    #expect(isTheSame, "as drawn anew")
    try pty.leave()
  }
}
