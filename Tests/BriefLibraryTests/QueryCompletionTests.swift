import BriefModel
import Testing

@testable import BriefLibrary

@Suite("What a word of a query may become")
struct QueryCompletionTests {
  private let saved = SavedQueries([
    SavedQueries.Item(name: "strikes", query: "strike*", place: "config.toml:2"),
    SavedQueries.Item(name: "Night trains", query: "train", place: "config.toml:3"),
  ])

  private func words(_ word: String) -> [String] { QueryCompletion.words(from: word, saved: saved) }

  @Test("A name before a colon, then a value behind it")
  func names() {
    #expect(words("i") == ["is:", "in:"])
    #expect(words("is:un") == ["is:unread"])
    #expect(words("after:y") == ["after:yesterday"])
    #expect(words("O") == ["OR"])
    #expect(words("title:rail").isEmpty && words("colour:").isEmpty && words("zebra").isEmpty)
  }

  @Test("Signs before a word stay there")
  func signs() {
    #expect(words("-is:st") == ["-is:starred"])
    #expect(words("(-ou") == ["(-outlet:"])
  }

  @Test("Saved queries are values of in:, but for those whose names need quotation marks")
  func saving() {
    #expect(words("in:") == ["in:strikes"])
  }

  @Test("All that is offered is understood once it is whole")
  func understood() throws {
    let today = try #require(CalendarDate(year: 2026, month: 1, day: 2))
    for value in QueryField.allCases.flatMap({ words($0.rawValue + ":") }) {
      _ = try Query(value, today: today, saved: saved)
    }
  }
}
