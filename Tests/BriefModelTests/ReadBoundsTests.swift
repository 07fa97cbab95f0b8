import Glibc
import Testing

@testable import BriefModel

@Suite("What may be read where not all may be")
struct ReadBoundsTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/broadsheet-bounds-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template).map { String(cString: $0) })
    folder = made
    for name in ["briefs", "briefs/below", "beside"] { mkdir(made + "/" + name, 0o700) }
    for name in ["briefs/a.md", "briefs/below/b.md", "beside/secret.md", "briefs/key.pem"] {
      try write(name)
    }
  }

  private func write(_ name: String) throws {
    let file = try #require(fopen(folder + "/" + name, "w"))
    fputs("# Tin\n\nIt rose.\n", file)
    fclose(file)
  }

  private func reason(_ path: String, _ roots: [String]? = nil) -> BriefError.Reason? {
    let bounds = ReadBounds((roots ?? ["/briefs"]).map { folder + $0 })
    do throws(BriefError) {
      _ = try BriefLoader.load(path: path, within: bounds, today: RealBriefs.today)
      #expect(BriefHead.read(path: path, within: bounds) != nil)
      return nil
    } catch {
      #expect(BriefHead.read(path: path, within: bounds) == nil)
      return error.reason
    }
  }

  @Test("Briefs in the folder and below it are")
  func inside() {
    #expect(reason(folder + "/briefs/a.md") == nil)
    #expect(reason(folder + "/briefs/below/../below/b.md") == nil)
    #expect(reason(folder + "/beside/../briefs/a.md") == nil)
    #expect(reason(folder + "/briefs/gone.md") == .missing)
  }

  @Test("Nothing outside is, and not even whether it is there is told")
  func outside() {
    for path in [
      folder + "/beside/secret.md", folder + "/briefs/../beside/secret.md", "/etc/passwd",
      folder + "/beside/gone.md", folder + "/briefs2/a.md", folder + "/briefs/key.pem",
      "/proc/self/environ", "-", "",
    ] {
      #expect(reason(path) == .outside, "\(path)")
    }
  }

  @Test("A link out of the folder is refused, and one within it followed")
  func links() {
    for (target, name) in [
      ("../beside/secret.md", "out.md"), ("/etc/passwd", "passwd.md"), ("../beside", "way"),
      ("a.md", "in.md"), ("key.pem", "key.md"),
    ] {
      symlink(target, folder + "/briefs/" + name)
    }
    #expect(reason(folder + "/briefs/out.md") == .outside)
    #expect(reason(folder + "/briefs/passwd.md") == .outside)
    #expect(reason(folder + "/briefs/way/secret.md") == .outside)
    #expect(reason(folder + "/briefs/key.md") == .outside)
    #expect(reason(folder + "/briefs/in.md") == nil)
  }

  @Test("Names behind links out of the folder are not told, and those within it are")
  func names() throws {
    for (target, name) in [
      ("../beside", "way"), ("../beside/secret.md", "out.md"), ("below", "again"),
      ("gone.md", "lost.md"),
    ] {
      symlink(target, folder + "/briefs/" + name)
    }
    try write("beside/plan.md")
    let root = folder + "/briefs"
    let found = try BriefFiles.found(at: root, within: ReadBounds([root]))
    #expect(
      found.paths.map { $0.dropFirst(root.count) } == [
        "/a.md", "/again/b.md", "/lost.md",
      ])
    #expect(found.passedOver.isEmpty)
    #expect(try BriefFiles.found(at: root).paths.contains(root + "/way/plan.md"))
  }

  @Test("A folder that is named by a link is the one that it leads to")
  func linkedRoot() {
    symlink("briefs", folder + "/current")
    #expect(reason(folder + "/current/a.md", ["/current"]) == nil)
    #expect(reason(folder + "/briefs/a.md", ["/current"]) == nil)
    #expect(reason(folder + "/beside/secret.md", ["/current"]) == .outside)
  }

  @Test("A folder beside it of a name that only means the same is not it")
  func equivalentNames() throws {
    for name in ["caf\u{E9}", "cafe\u{301}"] {
      mkdir(folder + "/" + name, 0o700)
      try write(name + "/s.md")
    }
    #expect(reason(folder + "/caf\u{E9}/s.md", ["/caf\u{E9}"]) == nil)
    #expect(reason(folder + "/cafe\u{301}/s.md", ["/caf\u{E9}"]) == .outside)
    #expect(reason(folder + "/caf\u{E9}/../cafe\u{301}/s.md", ["/caf\u{E9}"]) == .outside)
    symlink("../cafe\u{301}/s.md", folder + "/caf\u{E9}/way.md")
    #expect(reason(folder + "/caf\u{E9}/way.md", ["/caf\u{E9}"]) == .outside)
  }

  @Test("A slash is one, whatever mark stands behind it")
  func markedSlash() throws {
    mkdir(folder + "/briefs/\u{301}x", 0o700)
    try write("briefs/\u{301}x/b.md")
    #expect(reason(folder + "/briefs/\u{301}x/b.md") == nil)
    #expect(reason(folder + "/briefs/\u{301}x/../../beside/secret.md") == .outside)
    #expect(reason(folder + "/briefs/\u{301}x/../a.md") == nil)
  }

  @Test("What is hidden in it is not, but for what a link that is not hidden leads to")
  func hidden() throws {
    for name in ["briefs/.git", "briefs/.versions", "briefs/.versions/2"] {
      mkdir(folder + "/" + name, 0o700)
    }
    for name in ["briefs/.git/h.md", "briefs/.h.md", "briefs/.versions/2/v.md"] { try write(name) }
    for path in [".git/h.md", ".h.md", "below/../.git/h.md", ".versions/2/v.md"] {
      #expect(reason(folder + "/briefs/" + path) == .outside, "\(path)")
    }
    symlink(".versions/2", folder + "/briefs/current")
    #expect(reason(folder + "/briefs/current/v.md") == nil)
    #expect(reason(folder + "/briefs/.versions/2/v.md", ["/briefs/.versions"]) == nil)
    #expect(reason(folder + "/briefs/.h.md", ["/briefs/.h.md"]) == nil, "as it is named")
  }

  @Test("A file that is named is, whatever its name, and none beside it")
  func singleFile() {
    #expect(reason(folder + "/briefs/key.pem", ["/briefs/key.pem"]) == nil)
    #expect(reason(folder + "/briefs/a.md", ["/briefs/key.pem"]) == .outside)
    #expect(reason(folder + "/briefs/a.md", []) == .outside)
  }
}
