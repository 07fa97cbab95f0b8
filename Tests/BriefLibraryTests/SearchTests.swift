import BriefModel
import Testing

@testable import BriefLibrary

@Suite("A search")
struct SearchTests {
  private let desk: IndexedFolder

  init() throws { desk = try IndexedFolder() }

  @Test("A query says nothing to SQLite, by a NUL or by a sign that has a mark on it")
  func signs() throws {
    try desk.write("a.md", "# One\n\nred grain\n")
    try desk.run()
    #expect(try desk.titles("\"red\0grain\"") == ["One"])
    for text in ["lanced \"un\"\u{34F}\"balanced", "red\"\u{301}grain", "t\0 source:a\0 in:b\0"] {
      _ = try desk.index.listing(Query(text, today: desk.today), order: .title)
    }
    #expect(try desk.titles("source:%\u{301}x") == [])
    #expect(
      "\"\u{301}a%\u{20DD}\\".putting("\\", before: "\"", "%", "\\")
        == "\\\"\u{301}a\\%\u{20DD}\\\\")
  }

  @Test("ranks by as many words as it can in a moment, and has the newest first for more")
  func ranking() throws {
    try desk.write("a.md", "# Old\n\n2026-01-01\n\nrye rye rye\n")
    try desk.write("b.md", "# New\n\n2026-01-02\n\nrye and much else that was sown there\n")
    try desk.run()
    for (count, titles) in [(1, ["Old", "New"]), (32, ["Old", "New"]), (33, ["New", "Old"])] {
      let query = try Query(
        repeatElement("rye", count: count).joined(separator: " "), today: desk.today)
      let ids = try desk.index.listing(query, order: .rank).ids
      let rows = try desk.index.rows(of: ids, from: nil)
      #expect(rows.map(\.summary.title) == titles, "\(count)")
    }
  }

  @Test("below a folder means that folder, and none whose name is like it") func folders() throws {
    try desk.write("News/a.md", "# A\n\nx\n")
    try desk.write("news/b.md", "# B\n\nx y\n")
    try desk.write("News/x_y/c.md", "# C\n\nz\n")
    try desk.write("News/xzy/d.md", "# D\n\nzz\n")
    try desk.run()
    #expect(try desk.titles("in:\(desk.briefs)/News") == ["A", "C", "D"])
    #expect(try desk.titles("in:\(desk.briefs)/news/") == ["B"])
    #expect(try desk.titles("in:News") == ["A", "C", "D"])
    #expect(try desk.titles("in:news") == ["B"])
    #expect(try desk.titles("in:News/x_y") == ["C"])
    #expect(try desk.titles("in:/") == ["A", "B", "C", "D"])
    #expect(try desk.titles("in:ews") == [])
  }

  @Test("of a folder finds the name that is written in another normal form not at all")
  func normalForms() throws {
    try desk.write("caf\u{E9}/a.md", "# A\n\nx\n")
    try desk.write("cafe\u{301}/b.md", "# B\n\nx y\n")
    try desk.run()
    #expect(try desk.titles("in:caf\u{E9}") == ["A"])
    #expect(try desk.titles("in:cafe\u{301}") == ["B"])
  }

  @Test(
    "finds Chinese beside other scripts",
    arguments: [
      "2024年", "AI人", "\"OpenAI 的\"", "\"公司在2024年\"", "2024年底", "年底", "在2024", "的。", "AI 人",
      "I人工",
    ])
  func mixedScripts(_ query: String) throws {
    try desk.write("a.md", "# 报告\n\n公司在2024年底发布了AI人工智能模型。 OpenAI 的模型。\n")
    try desk.run()
    #expect(try desk.titles(query) == (query == "I人工" ? [] : ["报告"]))
  }

  @Test(
    "finds letters with strokes as the plain ones",
    arguments: [
      "oresund", "Øresund", "ØRESUND", "ores*", "øre*", "\"the oresund\"", "lodz", "Łódź", "dorde",
      "Đorđe", "hamrun", "title:malmo", "tarnbyø", "section:dordes",
    ])
  func strokes(_ query: String) throws {
    try desk.write(
      "a.md", "# Malmø and Tårnbyø\n\nThe Øresund, Łódź, Ħamrun.\n\n## Đorđes\n\nĐorđe came.\n")
    try desk.write("b.md", "# Other\n\nThe sound and the order.\n")
    try desk.run()
    #expect(try desk.titles(query) == ["Malmø and Tårnbyø"])
  }

  @Test(
    "finds letters in either width",
    arguments: [
      "カタカナ", "ｶﾀｶﾅ", "タカ", "ABC123", "ａｂｃ１２３", "ＡＢＣ１*", "データ", "ﾃﾞｰﾀ", "\"半角ガ\"", "ｶﾞ", "全角",
    ])
  func widths(_ query: String) throws {
    try desk.write("a.md", "# 幅\n\n半角ｶﾞｶﾀｶﾅ ＡＢＣ１２３ ﾃﾞｰﾀ全角\n")
    try desk.run()
    #expect(try desk.titles(query) == ["幅"])
    #expect(try desk.titles("テータ") == [] && desk.titles("ABC12") == [])
  }

  @Test("for a phrase does not go from one paragraph, item or cell to the next")
  func borders() throws {
    try desk.write("a.md", "# Paragraphs\n\nThe night\n\n## Train\n\ntrain left.\n")
    try desk.write("b.md", "# Items\n\n- one night\n- train left\n\n| night | train |\n|---|---|\n")
    try desk.write("c.md", "# Headings\n\n## The night\n\nx\n\n## Train\n\ny\n")
    try desk.write("d.md", "# Lines\n\nThe night\ntrain, and a night *train*.\n")
    try desk.write("e.md", "# 报\n\n夜行\n\n列车。夜行列车\n")
    try desk.run()
    #expect(try desk.titles("\"night train\"") == ["Lines"])
    #expect(try desk.titles("\"train left\"") == ["Items", "Paragraphs"])
    #expect(try desk.titles("night train") == ["Headings", "Items", "Lines", "Paragraphs"])
    #expect(try desk.titles("行列") == ["报"])
    #expect(try desk.titles("\"夜行 列车\"") == [])
  }

  @Test(
    "finds ß as ss, and ss as ß",
    arguments: [
      ("strasse", ["Signs", "Words"]), ("straße", ["Signs", "Words"]),
      ("STRASSE", ["Signs", "Words"]), ("STRAẞE", ["Signs", "Words"]),
      ("\"grosse strasse\"", ["Signs", "Words"]), ("title:strass*", []),
      ("stras*", ["Signs", "Words"]),
      ("strass*", ["Signs", "Words"]), ("stras", []), ("flusssand", ["Signs", "Words"]),
      ("massestrassenpassgrösse", ["Signs"]), ("maße", ["Signs"]), ("das", ["Words"]),
      ("\"das haus*\"", ["Words"]),
    ])
  func sharpS(_ query: String, _ found: [String]) throws {
    try desk.write(
      "a.md", "# Signs\n\nDie große Straße, Flußsand, Masse, daß Haus, Maßestraßenpaßgröße.\n")
    try desk.write("b.md", "# Words\n\nDie grosse Strasse, Flusssand, das Haus.\n")
    try desk.run()
    #expect(try desk.titles(query) == found)
  }
}
