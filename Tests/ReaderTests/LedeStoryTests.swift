import BriefModel
import Testing

@testable import Reader

/// A lede that stands before sections: nothing to mark by itself until it says something else.
@Suite struct LedeStoryTests {
  private static func text(lede: String, first: String = "One.") -> String {
    "# A\n\n\(lede)\n\n## First\n\n\(first)\n\n## Second\n\nTwo.\n"
  }

  /// A brief that was read whole, or as far as some keys do, with its text kept, and then rewritten.
  private func reading(
    keys: String = "M", first: String = "One.", isKept: Bool = true
  ) throws -> Reading {
    var reading = try Reading("a.md", files: ["a.md": Self.text(lede: "It rained.")])
    reading.press(keys)
    let old = try #require(reading.state.brief)
    reading.records["a.md"] = reading.state.entries[0].record
    if isKept {
      reading.readTexts = [old]
      reading.records["a.md"]?.readTexts = [
        ReadText(fingerprint: old.fingerprint, parts: ["first", "second"])
      ]
    }
    reading.files["a.md"] = Self.text(lede: "It snowed.", first: first)
    reading.send(.fileChanged(entry: 0))
    return reading
  }

  @Test(arguments: [true, false]) func aRewrittenOneIsToldAndMakesTheBriefChanged(isKept: Bool)
    throws
  {
    let reading = try reading(isKept: isKept)
    #expect(reading.state.entries[0].state == .changed)
    #expect(reading.shows("◆ 1 of 3 unread"))
    #expect(
      reading.state.message
        == "a.md was written anew; lede changed" + (isKept ? "" : " since read"))
  }

  @Test func theMessageAndTheChangesCountInOneWay() throws {
    var reading = try Reading(
      "a.md",
      files: [
        "a.md":
          "# A\n\nIt is so.\n\n## One\n\nA b c d e f g h.\n\n## Sources\n\n1. https://a.example/1\n"
      ])
    reading.press("M")
    let old = try #require(reading.state.brief)
    reading.readTexts = [old]
    reading.records["a.md"] = reading.state.entries[0].record
    reading.records["a.md"]?.readTexts = [ReadText(fingerprint: old.fingerprint, parts: ["one"])]
    reading.files["a.md"] =
      "# A\n\nIt is so.\n\n## Uno\n\nA b c d e f g i.\n\n## Sources\n\n1. https://a.example/1\n"
    reading.send(.fileChanged(entry: 0))
    #expect(reading.state.message == "a.md was written anew; 1 section changed")
    reading.press("d")
    #expect(reading.state.message == "1 section changed")
    #expect(reading.shows("… lede unchanged") && reading.shows("… list of sources unchanged"))
  }

  @Test(arguments: ["M", "dm", "m"]) func itIsTakenAsRead(keys: String) throws {
    var reading = try reading()
    reading.press(keys)
    #expect(reading.state.entries[0].state == .read)
    #expect(reading.state.message?.contains("marked read") == true)
    reading.press("u")
    #expect(reading.state.entries[0].state == .changed)
  }

  @Test func whatWasReadIsFoldedAmongTheChanges() throws {
    var reading = try reading(first: "Another one.")
    reading.press("dm")
    #expect(reading.state.message?.hasPrefix("Lede marked read") == true)
    #expect(reading.shows("… lede changed, read since") && !reading.shows("snowed"))
    #expect(reading.state.entries[0].unreadCount == 1)
  }

  @Test func itsMarkComesWithTheFirstSectionAndGoesWithTheLast() throws {
    var reading = try Reading("a.md", files: ["a.md": Self.text(lede: "It rained.")])
    func marks(_ reading: Reading) -> [String] {
      reading.state.entries[0].record.readSections.keys.sorted()
    }
    reading.press("]m")
    #expect(marks(reading) == ["/lede", "first"])
    reading.press("]m")
    #expect(marks(reading) == ["/lede", "first", "second"])
    reading.press("m")
    #expect(marks(reading) == ["/lede", "first"])
    reading.press("[m")
    #expect(marks(reading) == [])
    #expect(reading.state.entries[0].state == .unread)
  }

  @Test func aBriefThatWasNeverReadHasNoChangedLede() throws {
    let reading = try reading(keys: "")
    #expect(reading.state.entries[0].state == .unread && reading.state.entries[0].partCount == 2)
  }

  @Test func aBriefOfALedeAloneThatGetsSectionsIsNew() throws {
    var reading = try Reading("a.md", files: ["a.md": "# A\n\nIt rained.\n"])
    reading.press("M")
    reading.records["a.md"] = reading.state.entries[0].record
    reading.files["a.md"] = Self.text(lede: "It rained.")
    reading.send(.fileChanged(entry: 0))
    #expect(reading.state.entries[0].unreadCount == 2 && reading.state.entries[0].changedCount == 0)
  }
}
