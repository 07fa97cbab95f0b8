import BriefModel
import Glibc
import Testing

@testable import broadsheet

@Suite("What lies below a folder and cannot be looked into")
struct CheckCommandTests {
  private let desk: LibraryDesk

  init() throws {
    desk = try LibraryDesk()
    try desk.write("briefs/a.md", "# A\n\nTin [rose](https://a.org/1).\n")
    // A link that nobody may follow, whoever runs the tests; and a folder whose name is not UTF-8.
    symlink(String(repeating: "n", count: 300), desk.path + "/briefs/far")
    let name = (desk.path + "/briefs/").utf8.map(CChar.init(bitPattern:)) + [-1, 98, 0]
    #expect(mkdir(name, 0o700) == 0)
  }

  @Test("is told by check, which ends with 2 and checks the rest")
  func check() throws {
    let answer = try desk.run("check", "briefs")
    #expect(answer.status == 2)
    let lines = answer.errors.split(separator: "\n")
    try #require(lines.count == 3, "\(answer.errors)")
    #expect(lines[0].contains("briefs/far: cannot be read (File name too long)"))
    #expect(lines[1].contains("briefs/\u{FFFD}b: cannot be opened, as its name is not UTF-8"))
    #expect(lines[2].contains("nothing found in 1 file; 2 could not be read"))
    let sarif = try desk.run("check", "--format", "sarif", "briefs").output
    #expect(sarif.contains(#""uri":"briefs/far""#) && sarif.contains(#""uri":"briefs/%FFb""#))
  }

  @Test("is told by show, sources and mark, which do the rest")
  func others() throws {
    for command in [["show"], ["show", "--format", "jsonl"], ["sources"], ["mark", "read"]] {
      let answer = try desk.run(command + ["briefs"])
      #expect(answer.status == 66, "\(command)")
      let told = command.last == "jsonl" ? answer.output : answer.errors
      #expect(told.contains("far: cannot be read"), "\(command): \(told)")
      #expect(told.contains("its name is not UTF-8"), "\(command): \(told)")
    }
    #expect(try desk.run("sources", "briefs").output.contains("https://a.org/1"))
  }

  @Test("What a brief silences is counted, and told with --no-ignores")
  func silenced() throws {
    try desk.write(
      "b.md",
      "<!-- broadsheet: ignore-file userinfo-url -->\n"
        + "# B\n\nTin [rose](https://a@b.org/1).\n")
    let quiet = try desk.run("check", "--strict", "b.md")
    #expect(quiet.status == 0 && quiet.output == "")
    #expect(quiet.errors.hasSuffix("nothing found in 1 file; 1 silenced by the brief\n"))
    let both = try desk.run("check", "--strict", "b.md", "briefs/a.md")
    #expect(both.errors.hasSuffix("nothing found in 2 files; 1 silenced by the briefs\n"))
    #expect(try desk.run("check", "--format", "json", "b.md").output.contains(#""silenced":1"#))
    let told = try desk.run("check", "--no-ignores", "b.md")
    #expect(told.status == 1 && told.output.contains("[userinfo-url]"))
    #expect(told.errors.hasSuffix("1 error in 1 file\n"))
  }

  @Test("A path that is given in other bytes than UTF-8 keeps them for its place")
  func given() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x2E, 0x6D, 0x64]
    let error = BriefError(path: "a\u{FFFD}.md", .missing)
    #expect(
      error.misnamed(among: [[0x78], bytes]) == BriefError(path: error.path, .misnamed(bytes)))
    #expect(error.misnamed(among: [Array(error.path.utf8)]) == error)
    #expect(BriefError(path: "b", .missing).misnamed(among: [bytes]).reason == .missing)
  }
}
