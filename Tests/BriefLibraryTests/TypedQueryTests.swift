import BriefModel
import Testing

@testable import BriefLibrary

@Suite("A query that is being typed")
struct TypedQueryTests {
  private let saved = SavedQueries([
    SavedQueries.Item(name: "Middle East", query: "iran OR gaza", place: "c.toml:2")
  ]).knowing { path in
    path == "briefs"
  } begun: { path in
    "briefs".hasPrefix(path)
  }

  private func typed(_ text: String) throws -> TypedQuery {
    let today = try #require(CalendarDate(year: 2026, month: 3, day: 13))
    return try TypedQuery(text, today: today, saved: saved)
  }

  private func whole(_ text: String) throws -> Query {
    let today = try #require(CalendarDate(year: 2026, month: 3, day: 13))
    return try Query(text, today: today, saved: saved)
  }

  @Test(
    "Its last word stands for all that begin so, and so it is kept; a space ends it",
    arguments: [
      ("iran str", "iran str*"), ("iran str ", "iran str "), ("iran st", "iran st"),
      ("str*", "str*"), ("title:har", "title:har*"), ("ice AND tide", "ice AND tide*"),
      ("\"night tra\"", "\"night tra\""), ("(iran OR str)", "(iran OR str)"), ("漢", "漢*"),
      ("source:example.o", "source:example.o*"), ("https://a.example/b", "https://a.example/b*"),
      ("outlet:led", "outlet:led"), ("is:unread", "is:unread"), ("after:2026", "after:2026"),
      ("in:briefs", "in:briefs"), ("in:\"middle east\"", "in:\"middle east\""), ("", ""),
    ])
  func keeping(text: String, kept: String) throws {
    let typed = try typed(text)
    #expect(typed.kept == kept)
    #expect(try typed.query == whole(kept))
  }

  @Test(
    "What is open counts as closed at its end",
    arguments: [
      ("\"nuclear sit", "\"nuclear sit\"*"), ("\"nuclear si", "\"nuclear\""),
      ("ice \"", "ice"), ("title:\"night tra", "title:\"night tra\"*"), ("(iran OR", "iran"),
      ("(iran OR (gaza", "iran OR gaza*"), ("a (", "a"), ("a -(", "a"),
    ])
  func closing(text: String, whole: String) throws {
    let typed = try typed(text)
    #expect(try typed.query == self.whole(whole))
    #expect(typed.kept == nil)
  }

  @Test(
    "A last term that has not been typed to its end is left out",
    arguments: [
      "title:", "is:", "is:u", "is:STAR", "-is:u", "after:", "after:2", "after:20", "on:2026-",
      "on:2026-0", "on:2026-02-", "on:~", "on:~20", "before:to", "cites:>", "cites:2..", "cites:2.",
      "cites:20..1", "in:mid", "in:\"Middle E", "in:bri", "OR", "AND", "NOT", "-", "OR -", "NOT (",
      "AND NOT is:", "https:", "http:/", "https://", "source:https:/", "source:", "outlet:-", ".",
    ])
  func unfinished(end: String) throws {
    let typed = try typed("tide " + end)
    #expect(try typed.query == whole("tide"))
    #expect(typed.kept == nil)
    #expect(throws: QueryError.self) { try whole("tide " + end) }
  }

  @Test(
    "What typing on cannot mend is told at once",
    arguments: [
      ("is:x", 3..<4), ("is:u tide", 3..<4), ("after:2x", 6..<8), ("on:2026-13", 3..<10),
      ("after:3024-", 6..<11), ("cites:x", 6..<7), ("in:xyz", 3..<6), ("title: x", 0..<6),
      ("title: ", 0..<6), ("OR", 0..<2), ("AND", 0..<3), ("()", 1..<2), ("a)", 1..<2),
      ("\"-\"", 0..<3), ("host:", 0..<5), ("title:(", 6..<7), ("source:ftp://a.example", 7..<22),
    ])
  func wrong(text: String, range: Range<Int>) throws {
    let error = #expect(throws: QueryError.self) { try typed(text) }
    #expect(error?.range == range)
  }
}
