import Testing

@testable import BriefModel

@Suite("Outlets and titles by the form of a list")
struct ListFormTests {
  /// The outlet and the title of each source.
  private func namings(_ text: String) throws -> [String] {
    try brief("# T\n\n" + text).sources.map { $0.outlet + ": " + ($0.title ?? "-") }
  }

  @Test("An unknown name stands where most others have the outlet, before or behind a dash")
  func dashes() throws {
    let before = """
      - [Reuters — Tin falls as smelters wait](https://www.reuters.com/tin)
      - [Harbour Post — Smelters close](https://harbourpost.example/a)
      - [Rice Weekly — Farmers turn to tin](https://q1.example/b)
      - [鉱業総合研究所 — 錫の需要と在庫、二〇二六年](https://q2.example/c)
      - [q3.example — Tin in the hills](https://q3.example/d)
      """
    let expected = [
      "Reuters: Tin falls as smelters wait", "Harbour Post: Smelters close",
      "Rice Weekly: Farmers turn to tin", "鉱業総合研究所: 錫の需要と在庫、二〇二六年",
      "q3.example: Tin in the hills",
    ]
    for head in ["", "## Sources\n\n"] { #expect(try namings(head + before) == expected) }
    let numbered = """
      ## Sources

      1. Reuters - Tin falls as smelters wait: https://www.reuters.com/tin
      2. Harbour Post - Smelters close: https://harbourpost.example/a
      3. Rice Weekly - farmers turn to tin for the first time: https://q1.example/b
      """
    #expect(
      try namings(numbered).last == "Rice Weekly: farmers turn to tin for the first time")
    let behind = """
      1. Tin falls, Reuters, https://www.reuters.com/tin
      2. Smelters close, for a month, Harbour Post, https://harbourpost.example/a
      3. Farmers turn to tin, Rice Weekly, https://q1.example/b
      """
    #expect(
      try namings("## Sources\n\n" + behind) == [
        "Reuters: Tin falls", "Harbour Post: Smelters close, for a month",
        "Rice Weekly: Farmers turn to tin",
      ])
  }

  @Test("Where most others have no outlet there, what a dash or a comma parts is the title's")
  func others() throws {
    let text = """
      - [Tin strike goes on — Union](https://q1.example/a)
      - [Tin is dear — Minister](https://q2.example/b)
      - [Tin falls — Reuters](https://www.reuters.com/tin)
      - [Lead falls, Zinc Waits](https://q3.example/c)
      """
    #expect(
      try namings(text) == [
        "q1.example: Tin strike goes on — Union", "q2.example: Tin is dear — Minister",
        "Reuters: Tin falls", "q3.example: Lead falls, Zinc Waits",
      ])
  }

  @Test("A label of a few capitalised words is the title where the host is known by another name")
  func labels() throws {
    let text = """
      ## Sources

      - [Models for Teens](https://openai.com/index/teens)
      - [Tin quotas for next year](https://www.nytimes.com/quotas)
      - [New York Times](https://www.nytimes.com/tin)
      - [Press Room](https://q1.example/a)
      - What else is new and was told: [Tin in Schools](https://openai.com/index/tin)
      - [Pans for All](https://q2.example/pans)
      - Kitchen Post: [Pans for All](https://q2.example/pans)
      """
    #expect(
      try namings(text) == [
        "OpenAI: Models for Teens", "New York Times: Tin quotas for next year",
        "New York Times: -", "Press Room: -", "OpenAI: Tin in Schools",
        "Kitchen Post: Pans for All",
      ])
  }

  @Test("The host in brackets is no part of a title, nor of the name of an account")
  func hosts() throws {
    let text = """
      ## Sources

      - Anna B (dev.to): https://dev.to/annab/tin
      - Tin Rises (dev.to): https://dev.to/carl/tin
      - Tin Falls (ledger.example): https://ledger.example/tin
      """
    #expect(
      try namings(text) == [
        "Anna B: -", "DEV Community: Tin Rises", "ledger.example: Tin Falls",
      ])
  }

  @Test("In a list of names a label is a name, and in one of titles a title")
  func lists() throws {
    let names = """
      ## Sources

      - [Reuters](https://www.reuters.com/a)
      - [AP News](https://apnews.com/b)
      - [Office of the Chair](https://www.fda.gov/c)
      """
    #expect(try namings(names).last == "Office of the Chair: -")
    let titles = """
      ## Sources

      - [Tin falls again as smelters wait](https://q1.example/a)
      - [Lead is dear to the makers of pipes](https://q2.example/b)
      - [Nickel is not what it was in the old days](https://q4.example/d)
      - [Zinc in the Hills](https://q3.example/c)
      - [Harbour Post](https://harbourpost.example/d)
      """
    #expect(
      try namings(titles) == [
        "q1.example: Tin falls again as smelters wait",
        "q2.example: Lead is dear to the makers of pipes",
        "q4.example: Nickel is not what it was in the old days", "q3.example: Zinc in the Hills",
        "Harbour Post: -",
      ])
  }
}
