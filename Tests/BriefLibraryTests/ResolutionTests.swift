import BriefModel
import Glibc
import Testing

@testable import BriefLibrary

/// Which brief a path and a content mean.
@Suite struct ResolutionTests {
  let folder: TemporaryFolder
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try Library.open(at: folder.library)
  }

  private func open(_ name: String, _ number: UInt8) throws -> ReadingRecord {
    try library.record(
      path: name == "-" ? name : folder.path + "/" + name, fingerprint: content(number))
  }

  private func id(_ name: String, _ number: UInt8) throws -> Int64 {
    try #require(try open(name, number).id)
  }

  private func mark(_ brief: Int64, _ section: String) throws {
    try library.keep([.section(record: brief, id: section, read: content(200))])
  }

  @Test func theSameContentAtTheSamePathIsTheSameBrief() throws {
    try folder.write("a.md")
    #expect(try id("a.md", 1) == id("a.md", 1))
  }

  @Test func anotherPathAndAnotherContentIsAnotherBrief() throws {
    #expect(try id("a.md", 1) != id("b.md", 2))
  }

  @Test func aBriefThatMovesKeepsItsMarks() throws {
    try folder.write("a.md")
    try mark(id("a.md", 1), "s")
    try folder.move("a.md", to: "b.md")
    #expect(try open("b.md", 1).readSections.keys.sorted() == ["s"])
  }

  @Test func aBriefThatIsRewrittenKeepsItsMarks() throws {
    try folder.write("a.md")
    let brief = try id("a.md", 1)
    try mark(brief, "s")
    #expect(try open("a.md", 2).id == brief)
    #expect(try open("a.md", 2).readSections.keys.sorted() == ["s"])
  }

  @Test func aBriefThatMovedAndIsThenRewrittenKeepsItsMarks() throws {
    try folder.write("a.md")
    try mark(id("a.md", 1), "s")
    try folder.move("a.md", to: "b.md")
    _ = try id("b.md", 1)
    #expect(try open("b.md", 2).readSections.keys.sorted() == ["s"])
  }

  @Test func aCopyThatIsRewrittenBecomesABriefOfItsOwn() throws {
    try folder.write("a.md")
    try folder.write("b.md")
    let brief = try id("a.md", 1)
    try mark(brief, "s")
    #expect(try id("b.md", 1) == brief)
    #expect(try id("b.md", 2) != brief)
    #expect(try open("b.md", 2).readSections.keys.sorted() == ["s"])
    #expect(try open("a.md", 1).readSections.keys.sorted() == ["s"])
    #expect(try open("a.md", 3).readSections.keys.sorted() == ["s"], "which of the two it is")
    try library.keep([.section(record: id("b.md", 2), id: "s", read: nil)])
    #expect(try open("a.md", 3).readSections.keys.sorted() == ["s"])
  }

  @Test func yesterdayKeepsItsMarksWhenItIsOpenedFirst() throws {
    try folder.write("today.md")
    try mark(id("today.md", 1), "s")
    try folder.move("today.md", to: "yesterday.md")
    try folder.write("today.md")
    #expect(try open("yesterday.md", 1).readSections.keys.sorted() == ["s"])
    #expect(try open("today.md", 2).readSections.keys.sorted() == ["s"], "as the other way round")
  }

  @Test func yesterdayTakesAllMarksAlongWhenTodayIsSeenToBeGone() throws {
    try folder.write("today.md")
    try mark(id("today.md", 1), "s")
    try folder.move("today.md", to: "yesterday.md")
    _ = try open("yesterday.md", 1)
    try library.leave([folder.path + "/today.md"])
    try folder.write("today.md")
    #expect(try open("today.md", 2).readSections.isEmpty)
    #expect(try open("yesterday.md", 1).readSections.keys.sorted() == ["s"])
  }

  @Test func aFileThatIsGoneAndComesBackWithAnotherContentKeepsItsMarks() throws {
    try folder.write("a.md")
    try mark(id("a.md", 1), "s")
    unlink(folder.path + "/a.md")
    try library.leave([folder.path + "/a.md"])
    try folder.write("a.md")
    #expect(try open("a.md", 2).readSections.keys.sorted() == ["s"])
  }

  @Test func yesterdayKeepsItsMarksWhenTodayIsOpenedFirst() throws {
    try folder.write("today.md")
    try mark(id("today.md", 1), "s")
    try folder.move("today.md", to: "yesterday.md")
    try folder.write("today.md")
    let today = try id("today.md", 2)
    try mark(today, "new")
    let yesterday = try open("yesterday.md", 1)
    #expect(yesterday.id != today)
    #expect(yesterday.readSections.keys.sorted() == ["s"])
    // Opened a day at a time for a week, each day keeps its own.
    try folder.move("yesterday.md", to: "before.md")
    try folder.move("today.md", to: "yesterday.md")
    try folder.write("today.md")
    _ = try id("today.md", 3)
    #expect(try open("yesterday.md", 2).readSections["new"] != nil)
    #expect(try open("before.md", 1).readSections.keys.sorted() == ["s"])
  }

  @Test func filesThatChangePlacesKeepTheirMarks() throws {
    try folder.write("a.md")
    try folder.write("b.md")
    try mark(id("a.md", 1), "in-a")
    try mark(id("b.md", 2), "in-b")
    #expect(try open("a.md", 2).readSections.keys.sorted() == ["in-b"])
    #expect(try open("b.md", 1).readSections.keys.sorted() == ["in-a"])
  }

  @Test func aFileThatIsTurnedBackHasTheMarksOfBothVersions() throws {
    try folder.write("a.md")
    try mark(id("a.md", 1), "first")
    let rewritten = try id("a.md", 2)
    try mark(rewritten, "second")
    try library.keep([.star(record: rewritten, true)])
    let back = try open("a.md", 1)
    #expect(back.readSections.keys.sorted() == ["first", "second"])
    #expect(back.isStarred)
    #expect(try open("a.md", 2).readSections.keys.sorted() == ["first", "second"])
  }

  @Test func aSectionThatWasMarkedUnreadInTheMeantimeStaysSoInAFileThatIsTurnedBack() throws {
    try folder.write("a.md")
    try mark(id("a.md", 1), "s")
    let rewritten = try id("a.md", 2)
    try library.keep([.section(record: rewritten, id: "s", read: nil)])
    #expect(try open("a.md", 1).readSections.isEmpty)
    // What was marked in the earlier text after that is newer.
    try mark(id("a.md", 1), "s")
    try library.keep([.section(record: id("a.md", 2), id: "s", read: nil)])
    try mark(id("-", 1), "s")
    #expect(try open("a.md", 1).readSections.keys.sorted() == ["s"])
  }

  @Test func aSectionThatWasMarkedUnreadInAnEarlierTextAfterItWasReadInTheLaterStaysSo() throws {
    try folder.write("a.md")
    try mark(id("a.md", 1), "other")
    try mark(id("a.md", 2), "s")
    let earlier = try id("-", 1)
    try mark(earlier, "s")
    try library.keep([.section(record: earlier, id: "s", read: nil)])
    #expect(try open("a.md", 1).readSections.keys.sorted() == ["other"])
  }

  @Test func theStarOfACopyThatIsRewrittenIsToldToWhoeverAsksForAll() throws {
    try folder.write("a.md")
    try folder.write("b.md")
    let brief = try id("a.md", 1)
    try library.keep([.star(record: brief, true)])
    _ = try id("b.md", 1)
    let copy = try id("b.md", 2)
    var seen: SeenMarks?
    let stars = try library.newReadings(since: &seen).filter(\.isStarred).compactMap(\.id)
    #expect(stars.sorted() == [brief, copy])
  }

  @Test func aBriefThatIsPutInThePlaceOfAnotherHasNoneOfItsMarksWhereItWasKnownBefore() throws {
    try folder.write("a.md")
    let resident = try id("a.md", 1)
    try mark(resident, "s")
    try library.keep([.star(record: resident, true)])
    let other = try content(2)
    let key = BriefKey(path: folder.path + "/a.md", fingerprint: other)
    let record = try #require(try library.records(for: [key], known: [other]).first)
    #expect(record.id != resident && !record.isStarred && record.readSections.isEmpty)
    #expect(try library.records(for: [key]) == [record], "it lies there from now on")
    // What nobody knew is the next text of the brief that lay there.
    let next = try id("a.md", 3)
    #expect(next == record.id)
  }

  @Test func standardInputIsKnownByItsContent() throws {
    let piped = try id("-", 1)
    #expect(try id("-", 1) == piped)
    #expect(try id("-", 2) != piped)
    // What was piped and later saved is the same brief.
    #expect(try id("a.md", 1) == piped)
    #expect(try id("-", 1) == piped)
  }

  @Test func onePathIsOnePathHoweverItIsWritten() throws {
    try folder.write("a.md")
    let brief = try id("a.md", 1)
    let around = "\(folder.path)//./gone/../a.md"
    #expect(AbsolutePath.of("/x//./gone/../a.md") == "/x/a.md")
    #expect(try library.record(path: around, fingerprint: content(1)).id == brief)
    #expect(try open("a.md", 2).id == brief)
  }

  @Test func aLinkIsTheFileThatItLeadsTo() throws {
    try folder.write("a.md")
    symlink(folder.path + "/a.md", folder.path + "/latest.md")
    let brief = try id("a.md", 1)
    #expect(try id("latest.md", 2) == brief)
  }

  @Test func onlySoManyEarlierContentsAreRemembered() throws {
    try folder.write("a.md")
    try mark(id("a.md", 0), "s")
    for number in 1...40 { _ = try id("a.md", UInt8(number)) }
    try folder.write("old.md")
    #expect(try open("old.md", 39).readSections.keys.sorted() == ["s"])
    #expect(try open("older.md", 2).readSections.isEmpty)
  }
}
