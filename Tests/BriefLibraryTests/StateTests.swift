import BriefModel
import Foundation
import GRDB
import Testing

@testable import BriefLibrary

@Suite("The state of reading, from machine to machine")
struct StateTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func library(_ name: String) throws -> Library {
    try Library.open(at: folder.path + "/\(name)/library.sqlite")
  }

  private func brief(_ number: UInt8) throws -> LibraryState.Brief {
    LibraryState.Brief(fingerprint: try content(number), starTime: 1000, placeTime: 1000)
  }

  private func mark(_ section: String, _ number: UInt8, _ time: Int64) throws -> LibraryState.Mark {
    LibraryState.Mark(section: section, fingerprint: try content(number), time: time)
  }

  @Test("What one library wrote another takes over, and a second time nothing is new")
  func transfer() throws {
    let here = try library("here")
    let record = try here.record(path: folder.path + "/a.md", fingerprint: content(1))
    let id = try #require(record.id)
    try here.keep([
      .section(record: id, id: "räume \"1\"\n", read: content(7)), .star(record: id, true),
      .place(record: id, Place(section: nil, offset: 12)),
    ])
    _ = try here.record(path: folder.path + "/b.md", fingerprint: content(2))
    let state = try LibraryState(json: here.state().json)
    #expect(try state == here.state())
    #expect(state.briefs.map(\.paths) == [[folder.path + "/a.md"]], "of the other nothing is kept")
    let there = try library("there")
    #expect(try there.take(state) == StateChanges(marks: 1, briefs: 1))
    #expect(try there.take(state) == StateChanges())
    #expect(try there.state() == state)
    #expect(try here.take(state) == StateChanges())
    let moved = try there.record(path: "/elsewhere.md", fingerprint: content(1))
    #expect(moved.isStarred && moved.place == Place(section: nil, offset: 12))
    #expect(moved.readSections == ["räume \"1\"\n": try content(7)])
  }

  @Test("The newer mark wins, in whatever order states come")
  func newer() throws {
    var (old, new) = (try brief(1), try brief(1))
    old.marks = [try mark("s", 2, 100), try mark("t", 2, 300)]
    new.marks = [try mark("s", 3, 200), try mark("t", 3, 200)]
    for (name, order) in [("one", [old, new]), ("other", [new, old])] {
      let library = try library(name)
      for brief in order { _ = try library.take(LibraryState(briefs: [brief])) }
      let record = try library.record(path: "-", fingerprint: content(1))
      #expect(record.readSections == ["s": try content(3), "t": try content(2)])
    }
  }

  @Test("The star and place of the brief that changed later win, and opening one is no change")
  func stars() throws {
    let library = try library("here")
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    var other = try brief(1)
    other.isStarred = true
    #expect(try library.take(LibraryState(briefs: [other])).briefs == 1)
    try library.keep([.place(record: id, Place(section: "s", offset: 3))])
    other.isStarred = false
    other.place = Place(section: "t", offset: 4)
    #expect(try library.take(LibraryState(briefs: [other])).briefs == 0)
    (other.starTime, other.placeTime) = (Clock.now + 1000, Clock.now + 1000)
    #expect(try library.take(LibraryState(briefs: [other])).briefs == 1)
    let record = try library.record(path: "-", fingerprint: content(1))
    #expect(!record.isStarred && record.place == Place(section: "t", offset: 4))
  }

  @Test("A section that was marked unread stays so whatever an older export says, in any order")
  func unread() throws {
    let here = try library("here")
    let id = try #require(try here.record(path: "-", fingerprint: content(1)).id)
    try here.keep([.section(record: id, id: "s", read: content(2))])
    let old = try LibraryState(json: here.state().json)
    try here.keep([.section(record: id, id: "s", read: nil)])
    let new = try LibraryState(json: here.state().json)
    #expect(new.briefs.map(\.unmarks.count) == [1] && new.briefs.allSatisfy(\.marks.isEmpty))
    #expect(try here.take(old) == StateChanges())
    for (name, order) in [("one", [old, new]), ("other", [new, old])] {
      let there = try library(name)
      for state in order { _ = try there.take(state) }
      #expect(try there.record(path: "-", fingerprint: content(1)).readSections.isEmpty)
      #expect(try there.take(old) == StateChanges())
      #expect(try there.take(new) == StateChanges())
      #expect(try there.state() == new)
    }
    try here.keep([.section(record: id, id: "s", read: content(3))])
    let again = try here.state()
    #expect(again.briefs.map(\.unmarks.count) == [0])
    #expect(try here.take(new) == StateChanges(), "read again since")
    let there = try library("one")
    #expect(try there.take(again) == StateChanges(marks: 1))
    #expect(try there.state() == again)
  }

  @Test("A brief that is rewritten and comes back keeps what was marked unread in the meantime")
  func unreadInRevisions() throws {
    let here = try library("here")
    let path = try folder.write("a.md")
    let id = try #require(try here.record(path: path, fingerprint: content(1)).id)
    let read = ["s", "t"].map { LibraryChange.section(record: id, id: $0, read: Self.some) }
    try here.keep(read + [.section(record: id, id: "s", read: nil)])
    _ = try here.record(path: path, fingerprint: content(2))
    #expect(try here.state().briefs.map(\.unmarks.count) == [1, 1])
    try here.keep([.section(record: id, id: "t", read: nil)])
    _ = try here.record(path: path, fingerprint: content(1))
    let back = try here.state().briefs.first { try $0.fingerprint == content(1) }
    #expect(back?.marks.isEmpty == true && back?.unmarks.map(\.section) == ["s", "t"])
  }

  @Test("Star and place have a time each: a later place leaves an earlier star as it is")
  func times() throws {
    let (here, there) = try (library("here"), library("there"))
    let id = try #require(try there.record(path: "-", fingerprint: content(1)).id)
    try there.keep([.star(record: id, true)])
    var other = try brief(1)
    (other.starTime, other.place) = (0, Place(section: "t", offset: 4))
    other.placeTime = Clock.now + 1000
    #expect(try there.take(LibraryState(briefs: [other])) == StateChanges(briefs: 1))
    let record = try there.record(path: "-", fingerprint: content(1))
    #expect(record.isStarred && record.place == Place(section: "t", offset: 4))
    _ = try here.take(there.state())
    try there.keep([.star(record: id, false)])
    let state = try LibraryState(json: there.state().json)
    #expect(try here.take(state) == StateChanges(briefs: 1))
    #expect(try here.take(state) == StateChanges())
    #expect(try here.state() == there.state())
    #expect(try !here.record(path: "-", fingerprint: content(1)).isStarred)
  }

  @Test("An export of an earlier program, with one time for star and place, is taken over")
  func earlierExport() throws {
    let json = """
      {"schema":"broadsheet.state/1","briefs":[
      {"fingerprint":"\(Self.hex)","paths":[],"starred":false,\
      "place":{"section":null,"offset":7},"time":9000,"marks":[]},
      {"fingerprint":"\(String(Self.hex.dropLast()))1","paths":[],"starred":true,"place":null,\
      "time":9000,"marks":[]}
      ]}

      """
    let state = try LibraryState(json: Array(json.utf8))
    #expect(state.briefs.map(\.starTime) == [0, 9000])
    #expect(state.briefs.map(\.placeTime) == [9000, 0])
    let here = try library("here")
    #expect(try here.take(state) == StateChanges(briefs: 2))
    #expect(try here.take(state) == StateChanges())
    #expect(try LibraryState(json: here.state().json) == state)
  }

  @Test("What replaced a mark from a clock that was years ahead wins over it elsewhere")
  func clockAhead() throws {
    let (here, there) = try (
      Library.open(at: folder.library), Library.open(at: folder.path + "/b/l")
    )
    let future: Int64 = 4_000_000_000_000
    var ahead = LibraryState.Brief(fingerprint: try content(1))
    ahead.isStarred = true
    ahead.starTime = future
    ahead.marks = [.init(section: "s", fingerprint: try content(2), time: future)]
    for library in [here, there] { _ = try library.take(LibraryState(briefs: [ahead])) }
    let id = try #require(try here.record(path: "-", fingerprint: content(1)).id)
    try here.keep([.star(record: id, false), .section(record: id, id: "s", read: content(3))])
    #expect(try there.take(here.state()) == StateChanges(marks: 1, briefs: 1))
    let record = try there.record(path: "-", fingerprint: content(1))
    #expect(try !record.isStarred && record.readSections == ["s": content(3)])
  }

  @Test("A path that leads to another brief here goes on doing so, and an index takes marks over")
  func paths() throws {
    let library = try library("here")
    let path = try folder.write("a.md")
    let id = try #require(try library.record(path: path, fingerprint: content(1)).id)
    let before = try library.access { try MarkTransfer($0, after: nil, withTexts: false) }
    var other = try brief(2)
    other.paths = [path]
    other.marks = [try mark("s", 2, 100)]
    _ = try library.take(LibraryState(briefs: [other]))
    #expect(try library.record(path: path, fingerprint: content(1)).id == id)
    let after = try library.access {
      try MarkTransfer($0, after: before.end, withTexts: false)
    }
    #expect(after.readings.map(\.fingerprint) == [try content(2)])
  }

  private static let some = Fingerprint(of: [1])
  private static let hex = String(repeating: "0", count: 32)

  @Test(
    "A file that is not in order is refused with the place",
    arguments: [
      ("", "1:1: expected an object"),
      ("{}", "1:1: \"schema\" is missing"),
      ("{\"schema\":\"broadsheet.state/1\"}", "1:1: \"briefs\" is missing"),
      ("{\"schema\":\"x/1\",", "1:11: the schema is \"x/1\" and not \"broadsheet.state/1\""),
      (
        "{\"schema\":\"\(String(repeating: "x", count: 5000))\",",
        "1:11: the schema is \"\(String(repeating: "x", count: 40))…\" and not \"broadsheet.state/1\""
      ),
      ("\u{FEFF}{}", "1:1: \"schema\" is missing"),
      ("[1]", "1:1: expected an object"),
      ("{\"a\":1,\n \"a\":2}", "2:2: \"a\" stands here twice"),
      ("{\"briefs\":[\n{}\n]}", "2:1: \"fingerprint\" is missing"),
      ("{\"briefs\":[{\"fingerprint\":\"0\"}]}", "1:27: a fingerprint has 32 hexadecimal digits"),
      ("{\"briefs\":[{\"fingerprint\":\"\(hex)\",\"time\":1.5}]}", "1:69: expected a whole number"),
      ("{\"briefs\":[{\"time\":-1}]}", "1:20: expected a whole number from 0 to"),
      ("{\"briefs\":[{\"time\":01}]}", "1:20: expected a whole number"),
      ("{\"briefs\":[{\"paths\":[\"a.md\"]}]}", "1:22: a path begins with /"),
      ("{\"briefs\":[{\"marks\":[{\"time\":1}]}]}", "1:22: a mark needs"),
      ("{\"briefs\":[{\"unread\":[{\"time\":1}]}]}", "1:23: an unread section needs"),
      ("{\"briefs\":[{\"starred\":1}]}", "1:23: expected true or false"),
      ("{\"briefs\":[] \"x\"}", "1:14: expected a comma or the end of an object"),
      ("{\"ä\":\"b\nc\"}", "1:8: a control character stands in a string"),
      ("{\"a\":\"\\ud800\"}", "1:7: this escape stands for nothing"),
      ("{\"a\":\"\\q\"}", "1:7: this escape stands for nothing"),
      ("{\"a\":\"b", "1:6: this string is not closed"),
      ("{\"a\":nul}", "1:6: expected a value"),
      ("{\"schema\":\"broadsheet.state/1\",\"briefs\":[]} x", "1:45: nothing may stand after"),
    ])
  func mistakes(json: String, told: String) throws {
    let error = #expect(throws: JSONMistake.self) { try LibraryState(json: Array(json.utf8)) }
    #expect(error?.description.hasPrefix(told) == true, "\(error?.description ?? "")")
  }

  @Test("Space, order, escapes and unknown fields make no difference")
  func forms() throws {
    let json = """
      { "later": {"x": [1, -2.5e3, null, true, "\\u00e9\\ud83d\\ude00\\/"]},
        "briefs": [ {"marks": [], "time": 5, "starred": true, "new": [[]], "place": null,
          "fingerprint": "\(String(repeating: "aB", count: 16))"} ],
        "schema": "broadsheet.state/1" }

      """
    let state = try LibraryState(json: Array(json.utf8))
    #expect(state.briefs.count == 1 && state.briefs[0].isStarred && state.briefs[0].starTime == 5)
    #expect(state.briefs[0].fingerprint.bytes == Array(repeating: 0xAB, count: 16))
  }

  @Test("Bytes that are not UTF-8, deep nesting and noise are refused and never crash it")
  func noise() throws {
    let deep = Array(String(repeating: "[", count: 500_000).utf8)
    #expect(throws: JSONMistake.self) { try LibraryState(json: Array("{\"a\":".utf8) + deep) }
    #expect(throws: JSONMistake.self) { try LibraryState(json: Array("{\"".utf8) + [0xFF, 0x22]) }
    var seed: UInt64 = 5
    let sample = Array(
      "{\"schema\":\"broadsheet.state/1\",\"briefs\":[{\"time\":1,\"a\":\"\\u0041\"}]}".utf8)
    for _ in 0..<20_000 {
      var bytes = sample
      for _ in 0..<3 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(seed >> 33) % bytes.count] = UInt8(truncatingIfNeeded: seed >> 40)
      }
      _ = try? LibraryState(json: bytes)
    }
  }
}
