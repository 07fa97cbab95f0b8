import Foundation
import Testing

@testable import BriefLibrary
@testable import broadsheet

@Suite("The folders of a library that is open")
struct KnownFoldersTests {
  @Test("are those that it told last where it cannot be asked any more") func last() throws {
    let desk = try LibraryDesk()
    try desk.fill()
    try desk.write("more/strike.md", LibraryDesk.brief("Strike", date: "2026-01-23"))
    let library = try Library.open(at: desk.library)
    let folders = KnownFolders(try library.folders()) { try library.folders() }
    #expect(folders.now() == [desk.path + "/briefs"])
    try #require(desk.run("add", "more").status == 0)
    let both = [desk.path + "/briefs", desk.path + "/more"]
    #expect(folders.now() == both)
    try FileManager.default.moveItem(atPath: desk.library, toPath: desk.library + ".old")
    #expect(throws: LibraryError.replaced(path: desk.library)) { try library.folders() }
    #expect(folders.now() == both)
  }
}
