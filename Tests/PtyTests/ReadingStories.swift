import Foundation
import PtyHarness
import Testing

@Suite("Reading a brief in a terminal")
struct ReadingStories {
  @Test("Tab walks the citations, and the link line shows the address of each")
  func citations() throws {
    let desk = try Desk()
    let pty = try desk.open()
    for (outlet, address) in zip(["Ledger", "Gazette", "Observer", "Ledger"], [0, 1, 2, 0]) {
      pty.type("\t")
      try pty.wait(forLink: Desk.addresses[address])
      #expect(pty.linkLine.contains(outlet))
    }
    try pty.leave()
  }

  @Test("A number and Enter go to a source, and ' goes back to the citation it came from")
  func sources() throws {
    let desk = try Desk()
    let pty = try desk.open()
    pty.type("\t\t")
    try pty.wait(forLink: Desk.addresses[1])
    pty.type("'")
    try pty.wait(for: "SOURCES 3")
    #expect(pty.screen.contains("▌2 Gazette"))
    pty.type("'")
    try pty.wait("the sources gone again") { !$0.contains("SOURCES 3") }
    try pty.wait(forLink: Desk.addresses[1])
    pty.type("3\r")
    try pty.wait(for: "▌3 Observer")
    try pty.wait(forLink: Desk.addresses[2])
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test("Marks and the place are there the next time, also when the brief has moved")
  func marks() throws {
    let desk = try Desk()
    let pty = try desk.open(rows: 12)
    try pty.wait(for: "3 of 3 unread")
    pty.type("]]m")
    try pty.wait(for: "2 of 3 unread")
    try pty.leave()
    try FileManager.default.moveItem(
      atPath: desk.folder + "/brief.md", toPath: desk.folder + "/moved.md")
    let again = try desk.open([desk.folder + "/moved.md"], rows: 12, showing: "2 of 3 unread")
    try again.wait(forTop: "Second day")
    try again.leave()
  }

  @Test("A mark that another reader makes shows without a key, in a list and in the text")
  func others() throws {
    let desk = try Desk()
    let text = try desk.open()
    try desk.write("# Rice\n\n## First\n\nText.\n", to: "rice.md")
    let list = try desk.open([desk.folder], showing: "2 of 2 unread")
    let other = try desk.open()
    other.type("]m")
    try other.wait(for: "2 of 3 unread")
    try text.wait(for: "2 of 3 unread")
    try list.wait(for: "2/3")
    text.type("]]m")
    try text.wait(for: "1 of 3 unread")
    try list.wait(for: "1/3")
    for pty in [text, list, other] { try pty.leave() }
  }

  @Test("A mark survives the death of the program")
  func killed() throws {
    let desk = try Desk()
    let pty = try desk.open()
    pty.type("]m")
    try pty.wait(for: "2 of 3 unread")
    pty.signal(SIGKILL)
    #expect(try pty.waitForEnd() == .signal(SIGKILL))
    let again = try desk.open(showing: "2 of 3 unread")
    try again.leave()
  }

  @Test("A file that is saved anew is read again in place, with its marks")
  func changed() throws {
    let desk = try Desk()
    let pty = try desk.open()
    pty.type("]m")
    try pty.wait(for: "2 of 3 unread")
    try desk.write(
      Desk.brief.replacingOccurrences(of: "Nobody came", with: "Everybody came"), to: "brief.md")
    try pty.wait(for: "Everybody came")
    try pty.wait(for: "2 of 3 unread")
    try pty.leave()
  }

  @Test("What changed since it was read is shown word by word, also the next time")
  func changesSinceRead() throws {
    let desk = try Desk()
    let pty = try desk.open(columns: 120)
    try pty.wait(for: "3 of 3 unread")
    pty.type("d")
    try pty.wait(for: "No earlier text was kept")
    pty.type("M")
    try pty.wait(for: "marked read")
    pty.type("d")
    try pty.wait(for: "Nothing changed since you read it")
    try pty.leave()

    let again = try desk.open(columns: 120)
    try desk.write(
      Desk.brief.replacingOccurrences(of: "Nobody came", with: "Everybody came"), to: "brief.md")
    try again.wait(for: "written anew; 1 section changed")
    again.type("d")
    try again.wait(for: "−Nobody− +Everybody+ came")
    again.type("d")
    try again.wait("the text again") { !$0.contains("CHANGES") }
    try again.leave()

    let third = try desk.open(columns: 120)
    third.type("d")
    try third.wait(for: "−Nobody− +Everybody+ came")
    third.type("q]]m")
    try third.wait(for: "marked read")
    third.type("d")
    try third.wait(for: "Nothing changed since you read it")
    try third.leave()
  }

  @Test("A file that a link led to is read again, too, when it is saved anew")
  func changedBehindALink() throws {
    let desk = try Desk()
    try desk.write("# Linked\n\nOld words.", to: "linked.md")
    try desk.write("# The Harbour Inquiry\n\nSee [more](linked.md).", to: "brief.md")
    let pty = try desk.open()
    pty.type("\t\r")
    try pty.wait(for: "Old words.")
    try desk.write("# Linked\n\nNew words.", to: "linked.md")
    try pty.wait(for: "New words.")
    pty.type("Q")
    #expect(try pty.waitForEnd() == .exit(0))
  }

  @Test("Standard input is read as a brief, and keys come from the terminal")
  func standardInput() throws {
    let desk = try Desk()
    let command = "cat '\(desk.folder)/brief.md' | '\(Pty.products)/broadsheet' -"
    let pty = try desk.start("/bin/sh", ["-c", command])
    try pty.wait(for: "The Harbour Inquiry")
    pty.type("\t")
    try pty.wait(forLink: Desk.addresses[0])
    try pty.leave()
  }

  @Test("Where nothing can be kept the program says so and reads on")
  func unwritable() throws {
    let desk = try Desk()
    try desk.write("no folder", to: "state")
    let pty = try desk.open(columns: 200)
    try pty.wait(for: desk.folder + "/state")
    pty.type("]m")
    try pty.wait(for: "2 of 3 unread")
    try pty.leave()
  }

  @Test(
    "What cannot be opened is one line on an untouched terminal",
    arguments: [("gone.md", 66, "no such file"), ("empty.md", 65, "is empty")])
  func refused(name: String, status: Int32, reason: String) throws {
    let desk = try Desk()
    try desk.write("", to: "empty.md")
    let pty = try desk.start(Pty.products + "/broadsheet", [desk.folder + "/" + name], columns: 200)
    #expect(try pty.waitForEnd() == .exit(status))
    #expect(pty.screen.contains(reason))
    #expect(!pty.output.contains(0x1B), "no sequence was sent")
    #expect(pty.screen.text.split(separator: "\n").count == 1)
  }
}
