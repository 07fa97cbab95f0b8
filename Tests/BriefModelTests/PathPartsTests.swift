import Testing

@testable import BriefModel

/// The combining mark makes another character of the slash before it, and another name of the rest.
@Suite("Paths as the system takes them") struct PathPartsTests {
  @Test func areBytesThatSlashesPart() {
    let odd = "/a/\u{301}b//c"
    #expect(odd.pathParts.map { Array($0.utf8) } == ["a", "\u{301}b", "c"].map { Array($0.utf8) })
    #expect("/\u{301}a".isAbsolutePath && !"a/b".isAbsolutePath && !"".isAbsolutePath)
    #expect(odd.pathName == "c" && "/".pathName == "" && "a".pathName == "a")
    #expect("/x/\u{301}b".pathName.unicodeScalars.elementsEqual("\u{301}b".unicodeScalars))
  }

  @Test func haveAFolderAndAName() throws {
    let parts = try #require("/x/\u{301}b".folderAndName)
    #expect(parts.folder == "/x" && parts.name.utf8.count == 3)
    #expect("/b".folderAndName?.folder == "/" && "b".folderAndName == nil)
    #expect("/x/\u{301}b".sibling(named: "c") == "/x/c")
    #expect("/b".sibling(named: "c") == "/c" && "b".sibling(named: "c") == "c")
  }

  @Test func areTheSameAndBelowOneAnotherByteByByte() {
    let (composed, decomposed) = ("/caf\u{E9}", "/cafe\u{301}")
    #expect(composed == decomposed, "to Swift they are one")
    #expect(!composed.isPath(decomposed) && composed.isPath(composed))
    #expect((decomposed + "/s.md").path(below: composed) == nil)
    #expect((composed + "/s.md").path(below: composed) == "s.md")
    #expect("/a/b".path(below: "/") == "a/b" && "/a/b".path(below: "/a/") == "b")
    #expect("/ab".path(below: "/a") == nil && "/a".path(below: "/a") == nil)
    #expect("/a/\u{301}b".path(below: "/a")?.utf8.count == 3)
  }
}
