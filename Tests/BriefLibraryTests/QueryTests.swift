import BriefModel
import Testing

@testable import BriefLibrary

@Suite("The query language")
struct QueryTests {
  private let today = CalendarDate(year: 2026, month: 3, day: 10)

  private func query(_ text: String) throws -> Query {
    try Query(text, today: try #require(today))
  }

  private func day(_ text: String) throws -> CalendarDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return CalendarDate(year: parts[0], month: parts[1], day: parts[2])
  }

  @Test func wordsPhrasesAndPrefixesAreAllWanted() throws {
    #expect(
      try query("grain \"night trains\" port*")
        == .and([
          .text(.init("grain")), .text(.init("night trains")), .text(.init("port", isPrefix: true)),
        ]))
    #expect(try query("  ") == .all)
    #expect(try query("état") == .text(.init("état")))
  }

  @Test func orBindsLessThanWhatStandsTogetherAndParenthesesMore() throws {
    #expect(
      try query("a b OR c")
        == .or([.and([.text(.init("a")), .text(.init("b"))]), .text(.init("c"))]))
    #expect(
      try query("a (b OR c)")
        == .and([.text(.init("a")), .or([.text(.init("b")), .text(.init("c"))])]))
    #expect(try query("or") == .text(.init("or")), "only capitals are the sign")
  }

  @Test func aMinusDeniesWhatFollowsAndNothingInsideOfAWord() throws {
    #expect(try query("-strike") == .not(.text(.init("strike"))))
    #expect(try query("-(a b)") == .not(.and([.text(.init("a")), .text(.init("b"))])))
    #expect(try query("mid-term") == .text(.init("mid-term")))
    #expect(try query("-title:x") == .not(.title(.init("x"))))
  }

  @Test func fieldsTakeWordsAndPhrases() throws {
    #expect(try query("title:\"two words\"") == .title(.init("two words")))
    #expect(try query("Section:wage*") == .section(.init("wage", isPrefix: true)))
    #expect(try query("source:https://a.example/b?c=1") == .source("https://a.example/b?c=1"))
    #expect(
      try query("outlet:Reuters in:2026/week") == .and([.outlet("Reuters"), .folder("2026/week")]))
    #expect(try query("is:UNREAD") == .state(.unread))
    #expect(try query("source:rail*") == .source("rail", isPrefix: true))
  }

  @Test(
    "An address stands for its source, and has the parentheses that are closed in it",
    arguments: [
      ("https://a.example/b", Query.source("https://a.example/b")),
      ("source:https://a.example/b_(c)", .source("https://a.example/b_(c)")),
      ("(source:http://a.example/b_(c_(d)))", .source("http://a.example/b_(c_(d))")),
      ("-(https://a.example/b)", .not(.source("https://a.example/b"))),
      ("(x OR https://a.example/(b))", .or([.text(.init("x")), .source("https://a.example/(b)")])),
      (
        "https://a.example/ (b c)",
        .and([.source("https://a.example/"), .and([.text(.init("b")), .text(.init("c"))])])
      ),
      ("\"https://a.example/b\"", .text(.init("https://a.example/b"))),
      ("a(b)", .and([.text(.init("a")), .text(.init("b"))])),
    ])
  func addresses(text: String, meaning: Query) throws {
    #expect(try query(text) == meaning)
  }

  private static let dates: [(String, String?, String?)] = [
    ("after:2026-01-31", "2026-02-01", nil), ("before:2026-02", nil, "2026-01-31"),
    ("on:2026-02", "2026-02-01", "2026-02-28"), ("on:2024", "2024-01-01", "2024-12-31"),
    ("on:today", "2026-03-10", "2026-03-10"), ("after:3d", "2026-03-08", nil),
    ("on:1w", "2026-03-03", "2026-03-03"), ("on:2026-12", "2026-12-01", "2026-12-31"),
    ("on:2199-12", "2199-12-01", "2199-12-31"),
  ]

  @Test(arguments: dates)
  func datesHaveBothEndsOrOne(text: String, from: String?, to: String?) throws {
    #expect(
      try query(text)
        == .dated(from: from.flatMap { try? day($0) }, to: to.flatMap { try? day($0) }))
  }

  @Test func aTildeLetsTheDatesOfFilesCount() throws {
    #expect(
      try query("on:~2026-02")
        == .dated(from: day("2026-02-01"), to: day("2026-02-28"), byFile: true))
    #expect(throws: QueryError.self) { try query("on:~") }
    #expect(throws: QueryError.self) { try query("on:~~3d") }
  }

  @Test func andAndNotMeanWhatTheySay() throws {
    #expect(try query("a AND b") == query("a b"))
    #expect(try query("a AND b OR c AND d") == query("a b OR c d"))
    #expect(try query("NOT a") == query("-a"))
    #expect(try query("a AND NOT (b OR c)") == query("a -(b OR c)"))
    #expect(
      try query("and \"NOT\" AND*")
        == .and([
          .text(SoughtPhrase("and")), .text(SoughtPhrase("NOT")),
          .text(SoughtPhrase("AND", isPrefix: true)),
        ]))
  }

  @Test(
    "Months and years ago are the same day of theirs, or the last where they have none",
    arguments: [
      ("on:0m", "2026-03-31"), ("on:1m", "2026-02-28"), ("on:3m", "2025-12-31"),
      ("on:25m", "2024-02-29"), ("on:1Y", "2025-03-31"), ("on:2w", "2026-03-17"),
    ])
  func ago(_ text: String, _ day: String) throws {
    let today = try #require(CalendarDate(year: 2026, month: 3, day: 31))
    #expect(
      try Query(text, today: today)
        == Query("on:" + day, today: today))
  }

  @Test func numbersOfSources() throws {
    #expect(try query("cites:>5") == .sources(6...Int.max))
    #expect(try query("cites:<=5") == .sources(0...5))
    #expect(try query("cites:2..4") == .sources(2...4))
    #expect(try query("cites:0") == .sources(0...0))
  }

  @Test(arguments: [
    ("a \"b", 2..<4, "this quotation mark is not closed"),
    ("(a", 0..<1, "this parenthesis is not closed"),
    ("a)", 1..<2, "this parenthesis closes nothing"),
    ("()", 1..<2, "nothing stands in these parentheses"),
    ("a OR", 2..<4, "OR needs something on both sides; the word itself stands in quotes"),
    ("OR a", 0..<2, "OR needs something on both sides; the word itself stands in quotes"),
    ("a AND", 2..<5, "AND needs something on both sides; the word itself stands in quotes"),
    ("AND a", 0..<3, "AND needs something on both sides; the word itself stands in quotes"),
    ("a AND OR b", 2..<5, "AND needs something on both sides; the word itself stands in quotes"),
    ("a NOT", 2..<5, "NOT needs something after it; the word itself stands in quotes"),
    ("(NOT) a", 1..<4, "NOT needs something after it; the word itself stands in quotes"),
    ("title: x", 0..<6, "title: needs a value directly after it"),
    (
      "title:(a OR b)", 6..<7,
      "title: takes no parentheses; write it before each word, as in (title:one OR title:other)"
    ),
    (
      "source:https://", 7..<15,
      "'https://' is no address of the web; write a host, an outlet or a whole URL"
    ),
    ("source:*", 7..<8, "there is no name in this"),
    ("outlet:--", 7..<9, "there is no name in this"),
    ("is:old", 3..<6, "is: takes unread, read, starred, changed, archived, not 'old'"),
    (
      "on:tomorrow", 3..<11,
      "'tomorrow' is no date; write 2026-01-31, 2026-01, 2026, today, 3d, 2w, 6m or 1y"
    ),
    ("cites:many", 6..<10, "cites: takes a number such as 5, >5, <=5 or 2..5, not 'many'"),
    ("cites:5...7", 6..<11, "cites: takes a number such as 5, >5, <=5 or 2..5, not '5...7'"),
    ("on:+3d", 3..<6, "'+3d' is no date; write 2026-01-31, 2026-01, 2026, today, 3d, 2w, 6m or 1y"),
    ("after:9999-12", 6..<13, "dates are of the years 1900 to 2199, not '9999-12'"),
    ("***", 0..<3, "there is no word in this"),
    (
      "on:2026-02-30", 3..<13,
      "'2026-02-30' is no date; write 2026-01-31, 2026-01, 2026, today, 3d, 2w, 6m or 1y"
    ),
  ])
  func mistakesAreToldWithTheirPlace(text: String, range: Range<Int>, words: String) throws {
    let error = #expect(throws: QueryError.self) { try query(text) }
    #expect(error?.text == words)
    #expect(error?.range == range)
  }

  @Test func anUnknownFieldNamesThoseThereAre() throws {
    let error = #expect(throws: QueryError.self) { try query("Host:x") }
    #expect(error?.text.hasPrefix("there is no field 'Host'; there are title, section") == true)
    #expect(error?.text.hasSuffix("cites; words with a colon stand in quotes") == true)
  }

  private static let saved = SavedQueries([
    .init(name: "Rail", query: "train OR rail", place: "c.toml:3"),
    .init(name: "At night", query: "in:rail night", place: "c.toml:4"),
    .init(name: "wrong", query: "is:old", place: "c.toml:5"),
    .init(name: "a", query: "in:b", place: "c.toml:6"),
    .init(name: "b", query: "x in:a", place: "c.toml:7"),
  ])

  private func query(saved text: String) throws -> Query {
    try Query(text, today: try #require(today), saved: Self.saved)
  }

  @Test func aSavedQueryIsAFolderOfItsOwn() throws {
    let rail = try query("train OR rail")
    #expect(try query(saved: "in:RAIL") == rail)
    #expect(try query(saved: "-in:rail x") == .and([.not(rail), .text(.init("x"))]))
    #expect(try query(saved: "in:\"at night\"") == .and([rail, .text(.init("night"))]))
    #expect(try query(saved: "in:rail/") == .folder("rail/"), "a folder of the same name")
    #expect(try query(saved: "in:other") == .folder("other"))
  }

  @Test(arguments: [
    ("x in:wrong", 5..<10, "in the saved query 'wrong' (c.toml:5): is: takes"),
    ("in:a", 3..<4, "the saved query 'a' (c.toml:6) leads back to itself"),
  ])
  func mistakesInThemAreToldWithTheirPlace(text: String, range: Range<Int>, words: String) throws {
    let error = #expect(throws: QueryError.self) { try query(saved: text) }
    #expect(error?.text.hasPrefix(words) == true && error?.range == range)
    let mistakes = Self.saved.mistakes(today: try #require(today))
    #expect(mistakes.map(\.item.name) == ["wrong", "a", "b"])
  }

  @Test func savedQueriesThatDoubleEachOtherAreRefused() throws {
    let items = (0..<24).map {
      SavedQueries.Item(
        name: "q\($0)", query: $0 == 0 ? "rail" : "in:q\($0 - 1) OR in:q\($0 - 1)",
        place: "c.toml:\($0)")
    }
    let saved = SavedQueries(items)
    let day = try #require(today)
    #expect(try Query("in:q9", today: day, saved: saved) != .all)
    let error = #expect(throws: QueryError.self) {
      try Query("a in:q23", today: day, saved: saved)
    }
    #expect(
      error?.text
        == "in the saved query 'q10' (c.toml:10): with the saved queries in it this has more than "
        + "1000 terms")
    #expect(saved.mistakes(today: day).map(\.item.name) == items.dropFirst(10).map(\.name))
  }

  @Test func deepAndLongQueriesAreRefused() throws {
    #expect(throws: QueryError.self) { try query(String(repeating: "(", count: 900) + "a") }
    #expect(throws: QueryError.self) { try query(String(repeating: "-", count: 900) + "a") }
    #expect(throws: QueryError.self) { try query(String(repeating: "a ", count: 1200)) }
  }

  @Test func seededNoiseNeverCrashesIt() throws {
    var seed: UInt64 = 11
    let pieces =
      Array("ab \"()-*:OR<>.159é中\u{200B}").map(String.init) + [
        "OR", "title:", "on:", "cites:", "-(",
      ]
    for _ in 0..<20_000 {
      var text = ""
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      do { _ = try query(text) } catch let error as QueryError {
        #expect(error.range.upperBound <= text.count)
      }
    }
  }

  @Test func daysAreCountedAndCountedBack() throws {
    #expect(CalendarDate(dayNumber: 0)?.description == "1970-01-01")
    for number in stride(from: -25_000, to: 80_000, by: 37) {
      #expect(CalendarDate(dayNumber: number)?.dayNumber == number)
    }
    #expect(try day("2024-02-29")?.dayNumber == 19_782)
  }

  @Test(
    "says where a folder is named that is not there",
    arguments: [
      (
        "x in:nosuch", "no brief lies in a folder 'nosuch', and no saved query has this name",
        5..<11
      ),
      ("in:/tmp/no", "no brief lies in a folder '/tmp/no'", 3..<10),
      ("-(in:work OR in:nosuch)", "no brief lies in a folder 'nosuch', and no saved", 16..<22),
    ])
  func missingFolder(text: String, message: String, range: Range<Int>) throws {
    let saved = SavedQueries().knowing { $0 == "work" }
    let error = #expect(throws: QueryError.self) {
      try Query(text, today: try #require(today), saved: saved)
    }
    #expect(error?.text.hasPrefix(message) == true && error?.range == range)
  }

  @Test("says of a saved query that it names a folder that is not there") func savedMissing() throws
  {
    let saved = SavedQueries([SavedQueries.Item(name: "mine", query: "in:gone", place: "c:1")])
      .knowing { _ in false }
    let error = #expect(throws: QueryError.self) {
      try Query("a in:mine", today: try #require(today), saved: saved)
    }
    #expect(error?.text.hasPrefix("in the saved query 'mine' (c:1): no brief lies in") == true)
    #expect(error?.range == 5..<9)
  }
}
