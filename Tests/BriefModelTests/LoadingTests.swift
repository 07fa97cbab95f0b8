import Glibc
import Testing

@testable import BriefModel

@Suite("Loading")
struct LoadingTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/broadsheet-loading-XXXXXX".utf8CString)
    folder = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  private func write(_ bytes: some Sequence<UInt8>, _ name: String) throws -> String {
    let path = folder + "/" + name
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    let bytes = Array(bytes)
    fwrite(bytes, 1, bytes.count, file)
    return path
  }

  private func reason(_ path: String) -> BriefError.Reason? {
    do throws(BriefError) {
      _ = try BriefLoader.load(path: path, today: RealBriefs.today)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("refuses what is missing, a folder, a pipe, empty, binary or too large, and says so")
  func refusals() throws {
    #expect(reason(folder + "/gone.md") == .missing)
    #expect(reason(folder) == .isFolder)
    mkfifo(folder + "/pipe.md", 0o600)
    #expect(reason(folder + "/pipe.md") == .unreadable("not a regular file"))
    #expect(reason("/dev/zero") == .unreadable("not a regular file"))
    #expect(try reason(write("".utf8, "empty.md")) == .empty)
    #expect(try reason(write([0xEF, 0xBB, 0xBF, 0x20, 0x0A], "blank.md")) == .empty)
    #expect(try reason(write("%PDF-1.7 …".utf8, "paper.md")) == .binary("PDF"))
    #expect(try reason(write([0x89, 0x50, 0x4E, 0x47, 0x0D], "p.md")) == .binary("a PNG image"))
    let noise = (0..<4000).map { UInt8($0 % 8 == 0 ? 0 : 0x61) }
    #expect(try reason(write(noise, "noise.md")) == .binary("binary data"))
    let sixteen: [UInt8] = [0xFE, 0xFF] + (0..<4000).flatMap { [0, $0 % 4 == 0 ? 0 : 0x61] }
    #expect(try reason(write(sixteen, "sixteen.md")) == .binary("binary data"))
    let large = repeatElement(UInt8(0x61), count: (8 << 20) + 1)
    #expect(
      try reason(write(large, "large.md")) == .tooLarge(bytes: (8 << 20) + 1, limit: 8 << 20))
    #expect(BriefError(path: "a\u{1B}b.md", .missing).description.contains("ab.md: no such file"))
  }

  @Test("reads UTF-16 with a mark, a UTF-8 mark and CRLF without a word, and repairs with one")
  func encodings() throws {
    let text = "# Ä title\r\n\r\nSee [Reuters](https://reuters.com/x).\r\n"
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in text.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    for bytes in [little, big, marked] {
      let brief = try BriefParser.parse(
        bytes: bytes, path: "x.md", modified: nil, today: RealBriefs.today)
      #expect(brief.title == "Ä title")
      #expect(brief.citations.map(\.line) == [3])
      #expect(brief.citations.map(\.column) == [5])
      #expect(brief.notices == [])
    }
    // A second mark would be the one of what is written back.
    let twice: [UInt8] = [0xFE, 0xFF] + big
    #expect(
      try BriefWriter.write(bytes: twice, path: "x.md", style: .inline, today: RealBriefs.today)
        .bytes == Array(text.utf8))
    #expect(throws: BriefError.self) {
      try BriefParser.parse(
        bytes: [0xFE, 0xFF, 0xFE, 0xFF, 0xD4], path: "x.md", modified: nil, today: RealBriefs.today)
    }
    let damaged =
      Array("# Fine, and long enough to be text\n\nA ".utf8) + [0xFF, 0x20, 0] + Array(" b".utf8)
    let brief = try BriefParser.parse(
      bytes: damaged, path: "x.md", modified: nil, today: RealBriefs.today)
    #expect(brief.lede.plainText == "A \u{FFFD} \u{FFFD} b")
    #expect(brief.notices.map(\.line) == [3, 3])
  }

  @Test("takes each file once, however many paths lead to it")
  func twice() throws {
    let file = try write("x".utf8, "a.md")
    let other = try write("x".utf8, "b.md")
    symlink(file, folder + "/link.md")
    let around = folder + "/./a.md"
    #expect(
      BriefFiles.distinct(["-", file, around, folder + "/link.md", other, "-", "/gone", "/gone"])
        == ["-", file, other, "/gone", "/gone"])
  }

  @Test("finds the briefs of a folder in the order in which people count")
  func folders() throws {
    for name in ["day-10.md", "day-9.md", "Day-1.markdown", "a.txt", "b.html", ".hidden.md"] {
      _ = try write("x".utf8, name)
    }
    mkdir(folder + "/sub", 0o700)
    mkdir(folder + "/.git", 0o700)
    _ = try write("x".utf8, "sub/c.md")
    _ = try write("x".utf8, ".git/d.md")
    symlink(folder, folder + "/sub/loop")
    let names = try BriefFiles.paths(at: folder).map { String($0.dropFirst(folder.count + 1)) }
    #expect(names == ["a.txt", "Day-1.markdown", "day-9.md", "day-10.md", "sub/c.md"])
    #expect(throws: BriefError(path: folder + "/.git/x", .missing)) {
      try BriefFiles.paths(at: folder + "/.git/x")
    }
    mkdir(folder + "/none", 0o700)
    #expect(throws: BriefError(path: folder + "/none", .noBriefs)) {
      try BriefFiles.paths(at: folder + "/none")
    }
  }

  @Test("finds no more than a folder has, wherever its links lead") func links() throws {
    _ = try write("x".utf8, "above.md")
    mkdir(folder + "/briefs", 0o700)
    _ = try write("x".utf8, "briefs/a.md")
    symlink("..", folder + "/briefs/out")
    symlink("/", folder + "/briefs/machine")
    symlink("/proc/self", folder + "/briefs/process")
    // Long by one way and short by another.
    var path = folder + "/briefs"
    for number in 0..<70 {
      path += "/d"
      mkdir(path, 0o700)
      if number == 60 { symlink(path, folder + "/briefs/short") }
    }
    _ = try write("x".utf8, String((path + "/deep.md").dropFirst(folder.count + 1)))
    let names = try BriefFiles.paths(at: folder + "/briefs").map {
      String($0.split(separator: "/").last ?? "")
    }
    #expect(names == ["a.md", "deep.md"])
  }

  @Test("tells files and folders whose names are not UTF-8, which cannot be opened")
  func misnamed() throws {
    _ = try write("x".utf8, "a.md")
    let base = (folder + "/").utf8.map(CChar.init(bitPattern:))
    let descriptor = open(base + [-1, -2, 98, 46, 109, 100, 0], O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    #expect(mkdir(base + [-1, 98, 0], 0o700) == 0)
    #expect(symlink(base + [-1, 98, 0], base + [-2, 99, 0]) == 0)
    let found = try BriefFiles.found(at: folder)
    #expect(found.paths == [folder + "/a.md"])
    let names: [(String, [UInt8])] = [
      ("\u{FFFD}\u{FFFD}b.md", [0xFF, 0xFE] + Array("b.md".utf8)), ("\u{FFFD}b", [0xFF, 0x62]),
      ("\u{FFFD}c", [0xFE, 0x63]),
    ]
    let errors = names.map { name, bytes in
      BriefError(path: "\(folder)/\(name)", .misnamed(Array("\(folder)/".utf8) + bytes))
    }
    #expect(Set(found.passedOver.map(\.path)) == Set(errors.map(\.path)))
    #expect(errors.allSatisfy(found.passedOver.contains))
    for error in found.passedOver {
      #expect(error.description.hasSuffix("its name is not UTF-8; rename it"))
      #expect(error.exitStatus == 66)
    }
    let given = #expect(throws: BriefError.self) {
      try BriefLoader.load(path: folder + "/\u{FFFD}b", today: RealBriefs.today)
    }
    #expect(given?.description.hasSuffix("its name is not UTF-8; rename it") == true)
  }

  @Test("tells the folders below the first that it cannot look into, and each brief all the same")
  func passedOver() throws {
    let deep = folder + String(repeating: "/d", count: 66)
    for depth in 1...66 { mkdir(folder + String(repeating: "/d", count: depth), 0o700) }
    _ = try write("x".utf8, "a.md")
    _ = try write("x".utf8, String(repeating: "d/", count: 64) + "b.md")
    _ = try write("x".utf8, String(repeating: "d/", count: 65) + "c.md")
    let tooDeep = String(deep.dropLast(2))
    let found = try BriefFiles.found(at: folder)
    #expect(found.paths.map { $0.suffix(4) } == ["a.md", "b.md"])
    #expect(found.passedOver == [BriefError(path: tooDeep, .tooDeep(limit: 64))])
    // What lies deep by one way and not by another is looked into.
    symlink(tooDeep, folder + "/z")
    #expect(try BriefFiles.found(at: folder).passedOver.isEmpty)
    #expect(try BriefFiles.found(at: folder).paths.count == 3)
    unlink(folder + "/z")
    symlink(folder + "/" + String(repeating: "n", count: 300), folder + "/y")
    var told: [BriefError] = []
    BriefFiles.forEach(in: [folder]) { if case .failure(let error) = $0 { told.append(error) } }
    #expect(told.map(\.path) == [tooDeep, folder + "/y"])
    #expect(told.last?.description.contains("cannot be read (File name too long)") == true)
  }

  @Test func datedFileNamesComeNewestFirstAndTheOthersAfterThemAsTheyWere() {
    let paths = [
      "b/2026-03-01-a.md", "b/2026-03-01-b.md", "b/notes.md", "b/20260311.md", "b/2999-01-01.md",
      "b/day-2025-12-31.md", "b/about.md",
    ]
    #expect(
      BriefFiles.newestFirst(paths, today: RealBriefs.today) == [
        "b/20260311.md", "b/2026-03-01-a.md", "b/2026-03-01-b.md", "b/day-2025-12-31.md",
        "b/notes.md", "b/2999-01-01.md", "b/about.md",
      ])
  }

}
