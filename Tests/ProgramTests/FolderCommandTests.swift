import Testing

@testable import BriefLibrary
@testable import broadsheet

@Suite("broadsheet add and remove")
struct FolderCommandTests {
  private let desk: LibraryDesk

  init() throws {
    desk = try LibraryDesk()
    try desk.fill()
    try desk.write("more/strike.md", LibraryDesk.brief("Strike", date: "2026-01-23"))
    try #require(desk.run("add", "more", "briefs/deep").status == 0)
    try #require(desk.run("index").status == 0)
  }

  private func count() throws -> String { try desk.run("unread", "--count").output }

  @Test("what is removed is listed and counted no more, but for what lies in another folder")
  func removed() throws {
    try #require(desk.run("mark", "star", "more/strike.md").status == 0)
    #expect(try count() == "3\n")
    let answer = try desk.run("remove", "more", "briefs/deep")
    #expect(answer.status == 0 && answer.errors == "")
    #expect(answer.output.contains("more: removed; its marks are kept\n"))
    #expect(try count() == "2\n")
    let listed = try desk.run("list").output
    #expect(!listed.contains("Strike") && listed.contains("Ports") && listed.contains("Rail"))
    try #require(desk.run("add", "more").status == 0)
    try #require(desk.run("index").status == 0)
    #expect(try desk.run("list", "is:starred").output.contains("Strike"))
  }

  @Test("while another program is at work on the index, remove says what takes the briefs out")
  func busy() throws {
    var lock = try IndexLock(path: BriefIndex.path(besideLibrary: desk.library))
    let answer = try desk.run("remove", "more")
    #expect(answer.status == 0 && answer.output.contains("more: removed"))
    #expect(answer.output.contains("broadsheet index"))
    #expect(lock != nil)
    lock = nil
    try #require(desk.run("index").status == 0)
    #expect(try count() == "2\n")
  }
}
