import Testing

@testable import Reader

@Suite("A search in the text") struct SearchStoryTests {
  /// Paragraphs of which each takes some lines, and the given ones among them.
  private func text(_ paragraphs: [String], between lines: Int = 30) -> String {
    let filler = String(repeating: "Filler.\n\n", count: lines)
    return "# T\n\n" + paragraphs.map { $0 + "\n\n" + filler }.joined()
  }

  private func reading(_ text: String) throws -> Reading {
    try Reading("b.md", files: ["b.md": text])
  }

  private func matches(of query: String, in text: String) throws -> Int {
    var reading = try reading("# T\n\n" + text + "\n")
    reading.press("/\(query)<Enter>")
    return reading.state.search?.matches.count ?? 0
  }

  @Test(
    "finds letters with any accents, in either form",
    arguments: [
      ("sao", "São Paulo", 1), ("são", "Sao Paulo", 1), ("zurich", "Zu\u{308}rich, Zürich", 2),
      ("Zu\u{308}rich", "Zürich", 1), ("viet nam", "Việt Nam", 1), ("й", "и", 0),
      ("が", "か", 0), ("e\u{301}t", "Été été ete", 3),
    ])
  func accents(query: String, text: String, count: Int) throws {
    #expect(try matches(of: query, in: text) == count)
  }

  @Test(
    "finds signs that are written with two letters, either way",
    arguments: [
      ("oresund", "Øresund ORESUND", 2), ("Oresund", "Øresund øresund", 1), ("lodz", "Łódź", 1),
      ("strasse", "Straße Strasse", 2), ("straße", "Strasse, straße", 2), ("gross", "groß", 1),
      ("s", "ß", 1), ("sse", "große", 1), ("aether", "Æther aether", 2), ("Ae", "Æ æ Ae", 2),
      ("AE", "Æ æ Ae", 1),
      ("œuvre", "oeuvre, Œuvre", 2), ("ﬁn", "final ﬁnal", 2), ("as", "daß das", 2),
    ])
  func twoLetters(query: String, text: String, count: Int) throws {
    #expect(try matches(of: query, in: text) == count)
  }

  @Test("finds a space at a line's end on that line") func spaceBetweenLines() throws {
    let text = "# T\n\n" + String(repeating: "word ", count: 60) + "end.\n"
    var reading = try reading(text)
    reading.press("/ <Enter>")
    let matches = try #require(reading.state.search?.matches)
    let lines = matches.map(\.lines.lowerBound)
    #expect(lines == lines.sorted() && lines.first ?? 0 > 0)
    #expect(matches.contains { $0.stretches.first?.columns.isEmpty == true })
  }

  @Test func showsTheWholeSignWhereTwoLettersAreSought() throws {
    var reading = try reading("# T\n\nDie Straße ist lang.\n")
    reading.press("/strasse<Enter>")
    let stretch = try #require(reading.state.search?.matches.first?.stretches.first)
    #expect(stretch.columns == 4..<10)
    reading.press("/s<Enter>")
    #expect(
      reading.state.search?.matches.map { $0.stretches[0].columns } == [4..<5, 8..<9, 12..<13])
  }

  @Test(
    "heeds case only for a query with a capital",
    arguments: [
      ("reuters", "Reuters REUTERS reuters", 3), ("Reuters", "Reuters REUTERS reuters", 1),
      ("État", "état État etat Etat", 2), ("état", "état État etat Etat", 4),
      ("Ж", "ж Ж", 1), ("ж", "ж Ж", 2),
    ])
  func letterCase(query: String, text: String, count: Int) throws {
    #expect(try matches(of: query, in: text) == count)
  }

  @Test(
    "takes what a keyboard types for the signs of typography",
    arguments: [
      ("don't", "don’t", 1), ("\"so\"", "“so”", 1), ("1914-18", "1914–18", 1),
      ("10 km", "10\u{A0}km", 1), ("don’t", "don't", 1),
    ])
  func typography(query: String, text: String, count: Int) throws {
    #expect(try matches(of: query, in: text) == count)
  }

  @Test("keeps room for how many there are, and shows the end of what is longer than the rest")
  func narrow() throws {
    let word = "Donaudampfschifffahrtsgesellschaftskapitän"
    var reading = try Reading("b.md", columns: 40, files: ["b.md": text([word, word])])
    reading.press("/" + word)
    #expect(reading.statusLine == "/…hifffahrtsgesellschaftskapitän   1/2")
    reading.press("s")
    #expect(reading.statusLine.hasSuffix("  not found"))
    #expect(reading.state.prompt?.text == word + "s")
  }

  @Test func goesAlongWithWhatIsTypedAndBackWithEscape() throws {
    var reading = try reading(text(["First stone.", "Then a storm.", "Last a stoa."]))
    reading.press("/sto")
    #expect(reading.statusLine.hasPrefix("/sto"))
    #expect(reading.statusLine.hasSuffix("1/3"))
    #expect(reading.state.text.top == 0)
    reading.press("r")
    #expect(reading.statusLine.hasSuffix("1/1"))
    #expect(reading.shows("Then a storm."))
    reading.press("<BS>a")
    #expect(reading.shows("Last a stoa."))
    reading.press("x")
    #expect(reading.statusLine.hasSuffix("not found"))
    #expect(reading.state.text.top == 0)
    reading.press("<BS><Esc>")
    #expect(reading.state.text.top == 0)
    #expect(reading.state.search == nil)
    #expect(reading.state.trail.back.isEmpty)
  }

  @Test func returnsToItsBeginningByTheTrail() throws {
    var reading = try reading(text(["First stone.", "Then a storm.", "Last a stoa."]))
    reading.press("3j/stoa<Enter>")
    #expect(reading.shows("Last a stoa."))
    reading.press("<BS>")
    #expect(reading.state.text.top == 3)
  }

  @Test func thatIsGivenUpLeavesTheOneBefore() throws {
    var reading = try reading(text(["A stone.", "A storm.", "A stoa."]))
    reading.press("/sto<Enter>n")
    let top = reading.state.text.top
    #expect(reading.statusLine.hasSuffix("match 2/3"))
    reading.press("/stoa<Esc>")
    #expect(reading.state.text.top == top)
    #expect(reading.statusLine.hasSuffix("match 2/3"))
  }

  @Test func saysWhereItGoesAround() throws {
    var reading = try reading(text(["A stone.", "A storm."]))
    reading.press("/sto<Enter>nn")
    #expect(reading.statusLine.contains("From the top again"))
    #expect(reading.statusLine.hasSuffix("match 1/2"))
    reading.press("N")
    #expect(reading.statusLine.contains("From the end again"))
    reading.press("G/stone<Enter>")
    #expect(reading.statusLine.contains("Only above; from the top again"))
    #expect(reading.statusLine.hasSuffix("match 1/1"))
  }

  @Test func namesTheKeysThatGoOn() throws {
    var reading = try reading(text(["A stone.", "A storm."]))
    reading.press("/sto<Enter>")
    #expect(reading.statusLine.contains("n next match  N previous  Esc end the search"))
    reading.press("<Esc>")
    #expect(!reading.statusLine.contains("next match"))
  }

  @Test func doesNotMarkWhatTheEyeWasShownOnTheWay() throws {
    var options = Options()
    options.marksReadWhenPassed = true
    let filler = String(repeating: "Filler.\n\n", count: 8)
    let text = "# T\n\n" + (1...4).map { "## S\($0)\n\n\(filler)Word\($0).\n\n" }.joined()
    var reading = try Reading("b.md", options: options, files: ["b.md": text])
    reading.press("/word2<Esc>")
    #expect(!reading.effects.contains { if case .keep = $0 { true } else { false } })
    #expect(reading.state.entries[0].unreadParts.count == 4)
  }

  @Test func comesToTheColumnsOfAWideTable() throws {
    let code = "```\n" + String(repeating: "x", count: 150) + "needle\n```\n"
    var reading = try reading("# T\n\n" + code)
    reading.press("/needle")
    #expect(reading.shows("needle"))
    #expect(reading.screen.contains { $0.hasSuffix("needle") && $0.contains("x") })
    reading.press("<Esc>")
    #expect(reading.state.text.sideways == 0)
  }

  @Test func survivesAFileThatIsWrittenAnew() throws {
    var reading = try reading(text(["A [stone](https://a.example/s).", "A storm."]))
    reading.press("<Tab>/stor")
    reading.files["b.md"] = text(["A stone.", "Two.", "A storm, a stork."])
    reading.send(.fileChanged(entry: 0))
    reading.press("<BS>")
    #expect(reading.statusLine.hasSuffix("/3"))
    reading.press("<Esc>")
    #expect(reading.state.text.link == nil)
    reading.press("/stor<Enter>")
    #expect(reading.state.search?.count == 2)
  }

  @Test(arguments: [80, 140]) func goesAlongInAListOfFiles(columns: Int) throws {
    var reading = try Reading("pilots.md", "wheat.md", "rice.md", rows: 40, columns: columns)
    reading.press("/w")
    #expect(reading.statusLine.hasSuffix("1/1") && reading.state.briefs.selected == 1)
    #expect(reading.state.brief?.title.hasPrefix("Wheat") == true)
    reading.press("x")
    #expect(reading.statusLine.hasSuffix("not found") && reading.state.briefs.selected == 0)
    reading.press("<BS>h<Esc>")
    #expect(reading.state.briefs.selected == 0 && reading.state.search == nil)
    #expect(reading.state.brief?.title.hasPrefix("Harbour") == true)
    reading.press("/wheat<Enter>")
    #expect(reading.state.briefs.selected == 1 && reading.state.search?.count == 1)
    reading.press("n<Enter>")
    #expect(reading.state.focus == .text && reading.state.brief?.title.hasPrefix("Wheat") == true)
  }

  @Test func goesAlongInThePaneOfSourcesToo() throws {
    var reading = try Reading("pilots.md")
    reading.press("s/authority")
    #expect(reading.statusLine.hasSuffix("1/1"))
    #expect(reading.state.sources.selected == 2)
    reading.press("<Esc>")
    #expect(reading.state.sources.selected == 0)
  }
}
