import BriefModel
import GRDB
import Testing

@testable import BriefLibrary

@Suite("A library that a newer program brings forward while it is open")
struct OvertakenLibraryTests {
  private let folder: TemporaryFolder
  private let library: Library
  private let brief: Int64

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(at: folder.library)
    let path = try folder.write("a.md")
    brief = try #require(try library.record(path: path, fingerprint: content(1)).id)
    try library.keep([.section(record: brief, id: "s", read: content(2))])
    let newer = Schema(
      applicationID: Schema.library.applicationID,
      steps: Schema.library.steps + ["ALTER TABLE section_mark ADD COLUMN device TEXT"])
    try Library.open(at: folder.library, schema: newer).close()
  }

  private func expectRefusal(_ body: () throws -> Void) {
    let known = Schema.library.version
    #expect(
      throws: LibraryError.newer(path: library.path, version: known + 1, known: known),
      performing: body)
  }

  @Test("is not written any more") func writing() throws {
    expectRefusal { try library.keep([.section(record: brief, id: "t", read: content(3))]) }
    expectRefusal { try library.keep([.star(record: brief, true)]) }
    expectRefusal { _ = try library.record(path: folder.write("b.md"), fingerprint: content(9)) }
    expectRefusal { _ = try library.follow([FileMove(from: folder.path + "/a.md", to: "/b.md")]) }
    expectRefusal {
      let text = ReadText(fingerprint: try content(1), parts: ["s"])
      try library.keep(Array("# A text that was read".utf8), as: text, of: brief)
    }
    expectRefusal { _ = try library.take(LibraryState()) }
    expectRefusal { _ = try library.openAgain() }
  }

  @Test("is read as it is") func reading() throws {
    let record = try library.record(path: folder.path + "/a.md", fingerprint: content(1))
    let two = try content(2)
    #expect(record.readSections == ["s": two])
    #expect(try library.state().briefs.count == 1)
  }
}
