import Testing

@testable import BriefModel

/// What differs between two texts of one brief.
@Suite struct ComparisonTests {
  private func brief(_ text: String) throws -> Brief {
    try BriefParser.parse(
      bytes: Array(text.utf8), path: "a.md", modified: nil, today: RealBriefs.today)
  }

  private func compare(_ old: String, _ new: String) throws -> BriefComparison {
    try BriefComparison(of: brief(new), since: brief(old))
  }

  /// The parts that are not the same, as `~ Heading: words -gone- +come+`.
  private func told(_ old: String, _ new: String) throws -> [String] {
    try compare(old, new).parts.filter { $0.state != .same }.map { part in
      let sign =
        switch part.state {
        case .same: "="
        case .changed: "~"
        case .added: "+"
        case .removed: "-"
        case .moved: ">"
        }
      let passages = part.passages.filter { $0.state != .same }.map { words($0.runs) }
      return ([sign + " " + words(part.heading)] + passages).joined(separator: " / ")
    }
  }

  private func words(_ runs: [ChangeRun]) -> String {
    runs.map { run in
      let text = String(run.text.reversed().drop { $0 == " " }.reversed())
      let space = text.count < run.text.count ? " " : ""
      switch run.kind {
      case .kept: return text + space
      case .added: return "+\(text)+" + space
      case .removed: return "-\(text)-" + space
      }
    }.joined()
  }

  @Test func theSameTextIsTheSame() throws {
    let text = "# T\n\nLede.\n\n## A\n\nOne. [x](https://a.example/1)\n\n- item\n"
    #expect(try compare(text, text).isSame)
  }

  @Test func aWordIsToldInItsPlace() throws {
    #expect(
      try told("# T\n\n## A\n\nQuotas stay as they are.", "# T\n\n## A\n\nQuotas rise as they are.")
        == ["~ A / Quotas -stay- +rise+ as they are."])
  }

  @Test func aChangeOfSignsAloneIsAChange() throws {
    #expect(try told("## A\n\nOne, two.", "## A\n\nOne two.") == ["~ A / One-,- two."])
  }

  @Test func aSentenceThatComesEndsWithItsStop() throws {
    #expect(
      try told("## A\n\nIt fell.", "## A\n\nIt fell. Then it rose.") == [
        "~ A / It fell. +Then it rose.+"
      ])
    #expect(
      try told("## A\n\nIt fell. Then it rose. So.", "## A\n\nIt fell. So.") == [
        "~ A / It fell. -Then it rose.- So."
      ])
  }

  @Test func numbersAndContractionsAreOneWord() throws {
    #expect(
      try told("## A\n\nIt rose 3.5 percent, didn't it.", "## A\n\nIt rose 3.7 percent, did it.")
        == ["~ A / It rose -3.5- +3.7+ percent, -didn't- +did+ it."])
  }

  @Test func japaneseIsComparedByItsCharacters() throws {
    #expect(
      try told("## A\n\n首相は明日の会議に出席する。", "## A\n\n首相は昨日の会議に出席する。")
        == ["~ A / 首相は-明-+昨+日の会議に出席する。"])
  }

  @Test func aParagraphThatComesOrGoesIsWhole() throws {
    let old = "## A\n\nFirst one.\n\nSecond thing here."
    let new = "## A\n\nFirst one.\n\nEntirely other words.\n\nSecond thing here."
    #expect(try told(old, new) == ["~ A / +Entirely other words.+"])
    #expect(try told(new, old) == ["~ A / -Entirely other words.-"])
  }

  @Test func itemsAndRowsAreComparedOneByOne() throws {
    #expect(
      try told("## A\n\n- one thing\n- two things\n", "## A\n\n- one thing\n- two other things\n")
        == ["~ A / two +other+ things"])
    let table = "## A\n\n| a | b |\n|---|---|\n| x y | 1 |\n"
    #expect(
      try told(table, table.replacing("1", with: "2")) == ["~ A / x y | -1-+2+"])
  }

  @Test func sectionsComeGoAndMove() throws {
    let a = "## Harvest\n\nThe harvest was good this year.\n\n"
    let b = "## Prices\n\nPrices fell for a third month.\n\n"
    let c = "## Outlook\n\nNothing is certain about rain.\n\n"
    #expect(try told(a + b, a + b + c) == ["+ +Outlook+ / +Nothing is certain about rain.+"])
    #expect(try told(a + b + c, a + c) == ["- -Prices- / -Prices fell for a third month.-"])
    #expect(try told(a + b + c, c + a + b) == ["> Outlook"])
    let part = try compare(a + b + c, a + c).parts
    #expect(part.map(\.state) == [.same, .removed, .same])
  }

  @Test func aSectionThatIsRenamedIsKnownByWhatItSays() throws {
    #expect(
      try told(
        "## Markets\n\nShares fell in Tokyo and rose in Paris.",
        "## Bourses\n\nShares fell in Tokyo and rose in Rome.")
        == ["~ -Markets-+Bourses+ / Shares fell in Tokyo and rose in -Paris-+Rome+."])
  }

  @Test func aSourceThatComesOrGoesIsAChange() throws {
    let old = "## A\n\nIt fell. [Reuters](https://reuters.example/1)"
    let other = old.replacing("reuters.example/1", with: "reuters.example/2")
    #expect(try !compare(old, other).isSame)
    let more = old + " [Bloomberg](https://bloomberg.example/1)"
    let runs = try #require(compare(old, more).parts.last?.passages.first?.runs)
    #expect(runs.contains { $0.isSource && $0.kind == .added && $0.text == "[2]" })
    #expect(runs.contains { $0.isSource && $0.kind == .kept })
  }

  @Test func aSourceThatOnlyHasAnotherNumberIsTheSame() throws {
    let old = "## A\n\nIt fell.[1]\n\n## Sources\n\n1. [A](https://a.example/1)\n"
    let new =
      "## A\n\nIt fell.[2]\n\n## Sources\n\n1. [B](https://b.example/1)\n2. [A](https://a.example/1)\n"
    #expect(try compare(old, new).parts.first?.state == .same)
  }

  @Test func theTextIsChosenInWhichWhatChangedWasRead() throws {
    let first = try brief("## A\n\nOne.\n\n## B\n\nTwo.")
    let second = try brief("## A\n\nOne more.\n\n## B\n\nTwo more.")
    var record = ReadingRecord()
    record.readSections = [
      "a": second.fingerprint(ofSection: 0), "b": first.fingerprint(ofSection: 1),
    ]
    let comparison = try #require(
      BriefComparison(of: second, sinceOneOf: [second, first], record: record))
    #expect(comparison.parts.map(\.state) == [.same, .changed], "A was read as it is")
    record.readSections["b"] = second.fingerprint(ofSection: 1)
    #expect(
      try #require(BriefComparison(of: second, sinceOneOf: [second, first], record: record)).isSame)
    #expect(BriefComparison(of: second, sinceOneOf: [], record: record) == nil)
  }

  @Test func eachSectionIsComparedWithTheTextInWhichItWasRead() throws {
    let texts = try [
      "## A\n\nOne now.\n\n## B\n\nTwo now.\n\n## C\n\nThree.\n\n## D\n\nFour.",
      "## A\n\nOne later.\n\n## B\n\nTwo later.\n\n## C\n\nThree.",
      "## Gone\n\nNo more.\n\n## A\n\nOne first.\n\n## B\n\nTwo first.",
    ].map(brief)
    var record = ReadingRecord()
    record.readSections = [
      "a": texts[2].fingerprint(ofSection: 1), "b": texts[1].fingerprint(ofSection: 1),
      "c": texts[1].fingerprint(ofSection: 2),
    ]
    for earlier in [[texts[1], texts[2]], [texts[2], texts[1]]] {
      let parts = try #require(
        BriefComparison(of: texts[0], sinceOneOf: earlier, record: record)
      ).parts.filter { $0.state != .removed }
      #expect(parts.map(\.section) == [0, 1, 2, 3])
      #expect(parts.map(\.state) == [.changed, .changed, .same, .added])
      #expect(
        parts.prefix(2).flatMap(\.passages).map { words($0.runs) } == [
          "One -first-+now+.", "Two -later-+now+.",
        ])
    }
  }

  /// Both texts can be put together again from the runs, whatever they hold.
  @Test func nothingIsLostOrInvented() throws {
    var numbers = SystemRandomNumberGenerator()
    let words = ["a", "b", "c", "of", "the", "日", "本", "é", ",", ".", "12.5", "don't", "-"]
    for _ in 0..<300 {
      let texts = (0..<2).map { _ in
        "## A\n\n"
          + (0..<Int.random(in: 1...4, using: &numbers)).map { _ in
            (0..<Int.random(in: 1...12, using: &numbers)).map { _ in
              words.randomElement(using: &numbers) ?? ""
            }.joined(separator: " ")
          }.joined(separator: "\n\n")
      }
      let comparison = try compare(texts[0], texts[1])
      for (text, gone) in zip(texts, [ChangeRun.Kind.added, .removed]) {
        let runs = comparison.parts.flatMap(\.passages).flatMap(\.runs)
        let told = runs.filter { $0.kind != gone }.map(\.text).joined()
        let whole = try brief(text).sections.map(\.blocks.plainText).joined()
        #expect(told.filter { !$0.isWhitespace } == whole.filter { !$0.isWhitespace })
      }
    }
  }
}
