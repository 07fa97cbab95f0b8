import Testing

@testable import BriefModel

@Suite("The sentence of a citation")
struct SentenceTests {
  @Test(
    "is the one in which it stands; after the full stop, the one before",
    arguments: [
      ("First. [CNN](https://cnn.com/1) reports rain. Last.", ["CNN reports rain."]),
      (
        "It fell. ([CNBC](https://c.example/1) / [NPR](https://n.example/2)) It rose.",
        ["It fell. (CNBC / NPR)", "It fell. (CNBC / NPR)"]
      ),
      (
        "It fell. [mofcom](https://c.example/1) [china](https://n.example/2)",
        ["It fell. mofcom china", "It fell. mofcom china"]
      ),
      (
        "It fell.[1](https://c.example/1) It rose.[2](https://d.example/1)",
        ["It fell.1", "It rose.2"]
      ),
      ("It fell ([CNN](https://c.example/1)). It rose.", ["It fell (CNN)."]),
      (
        "Mr. Smith of Acme Inc. told [CNN](https://c.example/1) so. Yes.",
        ["Mr. Smith of Acme Inc. told CNN so."]
      ),
      ("停电结束了。（[新华社](https://x.example/1)）第二天恢复。", ["停电结束了。（新华社）"]),
      (
        "See https://v.example/feeds/videos.xml?v=1 for all. Next.",
        ["See https://v.example/feeds/videos.xml?v=1 for all."]
      ),
      (
        "“It fell.” ([CNN](https://c.example/1)) It rose.", ["“It fell.” (CNN)"]
      ),
      (
        "He said \"it fell.\" ([CNN](https://c.example/1), [NPR](https://n.example/1)) It rose.",
        ["He said \"it fell.\" (CNN, NPR)", "He said \"it fell.\" (CNN, NPR)"]
      ),
      ("「終わった。」（[共同](https://k.example/1)）次の日。", ["「終わった。」（共同）"]),
      ("[真的吗？](https://x.example/1)（第三期）", ["真的吗？"]),
      ("It fell.(See [CNN](https://c.example/1) too.) It rose.", ["(See CNN too.)"]),
      ("One  \nTwo [CNN](https://c.example/1) here", ["Two CNN here"]),
      ("| a | b |\n|---|---|\n| Rain. More. | [CNN](https://c.example/1) |", ["Rain. More. | CNN"]),
    ])
  func sentences(_ text: String, _ expected: [String]) throws {
    #expect(Sentences().all(in: try brief(text)) == expected)
  }

  @Test(
    "is the one before a mark that is no link, and shows nothing of the mark",
    arguments: [
      (
        "It fell.[1] It rose.[2][1] It ended [2].",
        ["It fell.", "It rose.", "It rose.", "It ended."]
      ),
      ("It fell. [1] It rose. [2]", ["It fell.", "It rose."]),
      ("It fell¹. It rose.² Yes.", ["It fell.", "It rose."]),
      ("It fell.<sup>1</sup> It rose<sup>2</sup>. Yes.", ["It fell.", "It rose."]),
      ("It fell.1 It rose.2", ["It fell.", "It rose."]),
      (
        "“It fell.”1 Mr. Smith of Acme Inc. rose [2] by 3.5 points.",
        [
          "“It fell.”", "Mr. Smith of Acme Inc. rose by 3.5 points.",
        ]
      ),
      ("停电结束了。[1]第二天恢复【2】。", ["停电结束了。", "第二天恢复。"]),
      ("「終わった。」[1]次の日。", ["「終わった。」"]),
      ("It fell.[^a] It rose [^b].", ["It fell.", "It rose."]),
      ("It fell【9†source】. It rose. [cite: 1] Yes.", ["It fell.", "It rose."]),
    ])
  func marks(_ text: String, _ expected: [String]) throws {
    let list = "## Sources\n\n1. One: https://one.example/1\n2. Two: https://two.example/2\n"
    let notes = "[^a]: https://a.example/a\n[^b]: https://b.example/b\n"
    #expect(Sentences().all(in: try brief("\(text)\n\n\(notes)\n\(list)")) == expected)
  }

  @Test(
    "is the one before labels in brackets or behind a stop that only name sources",
    arguments: [
      ("Tin fell. [Reuters](u) [AP](u) Zinc rose.", "Tin fell. Reuters AP"),
      ("Tin fell. [Reuters](u) Zinc rose.", "Tin fell. Reuters"),
      ("Tin fell. [mofcom](u) [china](u) Zinc rose.", "Tin fell. mofcom china"),
      ("Tin fell. [x.example](u) Zinc rose.", "Tin fell. x.example"),
      ("“Tin fell.” [Reuters](u), [AP](u) “Zinc rose.”", "“Tin fell.” Reuters, AP"),
      ("锡价上涨。[路透社](u) 锌价下跌。", "锡价上涨。路透社"),
      ("下落した。[ロイター](u) 亜鉛は上昇。", "下落した。ロイター"),
      ("Tin fell. [Reuters](u). Zinc rose.", "Tin fell. Reuters."),
      ("Tin fell. [Here](u). Zinc rose.", "Tin fell. Here."),
      ("锡价上涨。[来源](u)。锌价下跌。", "锡价上涨。来源。"),
      ("锡价上涨。[报告一](u)；[报告二](u)。锌价下跌。", "锡价上涨。报告一；报告二。"),
      ("锡价上涨。[报告一](u)、[报告二](u)", "锡价上涨。报告一、报告二"),
      ("Tin fell. (Source: [Reuters](u)) Zinc rose.", "Tin fell. (Source: Reuters)"),
      ("Tin fell. ([A](u) and [B](u)) Zinc rose.", "Tin fell. (A and B)"),
      ("Tin fell. ([U.S. Mint](u), via [AP](u)). Zinc rose.", "Tin fell. (U.S. Mint, via AP)."),
      ("Tin fell. ([A](u)) ([B](u)) Zinc rose.", "Tin fell. (A) (B)"),
      ("锡价上涨。（来源：[某报](u)）锌价下跌。", "锡价上涨。（来源：某报）"),
      ("锡价上涨。（[A](u)、[B](u)）锌价下跌。", "锡价上涨。（A、B）"),
      ("锡价上涨。（[@x](u) 投稿）锌价下跌。", "锡价上涨。（@x 投稿）"),
      ("Tin fell. Source: [Tin prices](u) Zinc rose.", "Tin fell. Source: Tin prices"),
      ("Zinc fell. Tin fell. — [The Log](u)", "Tin fell. — The Log"),
    ])
  func names(_ text: String, _ expected: String) throws {
    let sentences = Sentences().all(
      in: try brief(text.replacing("](u)", with: "](https://x.example/1)")))
    #expect(!sentences.isEmpty && sentences.allSatisfy { $0 == expected }, "\(sentences)")
  }

  @Test(
    "is the next one where that starts with a label",
    arguments: [
      ("Tin fell. [Reuters](u) reported gains. Zinc.", "Reuters reported gains."),
      ("Tin fell. [CNN](u) White House staff say so.", "CNN White House staff say so."),
      ("Tin fell. [CNN](u) CEO Smith left.", "CNN CEO Smith left."),
      ("Tin fell. [Apple](https://apple.com/1) Pay grew.", "Apple Pay grew."),
      ("Tin fell. [It rose again](u). Zinc rose.", "It rose again."),
      (
        "Tin fell. [China](https://china.org.cn/1), [AP](u) and others met.",
        "China, AP and others met."
      ),
      ("Tin fell. [Reuters](u) and [AP](u) Europe agree.", "Reuters and AP Europe agree."),
      ("Tin fell. [All](u) [Metals](u) Rose.", "All Metals Rose."),
      ("锡价上涨。[美联储](u)表示会等。", "美联储表示会等。"),
      ("锡价上涨。[路透社](u) 报道了此事。", "路透社 报道了此事。"),
      ("锡价上涨。[YouTube](u) 和 [Bilibili](u) 有全片。", "YouTube 和 Bilibili 有全片。"),
      ("下落した。[ロイター](u) は報じた。", "ロイター は報じた。"),
      ("하락했다. [로이터](u) 통신이 보도했다.", "로이터 통신이 보도했다."),
      ("Tin fell. (So [CNN](u) told us on Monday.) Zinc.", "(So CNN told us on Monday.)"),
    ])
  func starts(_ text: String, _ expected: String) throws {
    try names(text, expected)
  }

  @Test(
    "goes on behind an abbreviation, and ends behind one before a word that starts sentences",
    arguments: [
      ("Zinc. What Dr. Fauci said [N](u) is so. Yes.", "What Dr. Fauci said N is so."),
      ("Zinc. It began Oct. 1 [N](u) in Oslo. Yes.", "It began Oct. 1 N in Oslo."),
      ("Zinc. It began in Oct. Prices [N](u) rose.", "Prices N rose."),
      (
        "Zinc. Gov. Greg Low [N](u) met Lt. Gov. Dan High. Yes.",
        "Gov. Greg Low N met Lt. Gov. Dan High."
      ),
      ("Zinc. The U.S. District Court [N](u) agreed. Yes.", "The U.S. District Court N agreed."),
      ("It fell in the U.S. The bank [N](u) waits. Yes.", "The bank N waits."),
      (
        "Zinc. Roe v. Wade [N](u), while J.D. Vance left. Yes.",
        "Roe v. Wade N, while J.D. Vance left."
      ),
      ("Zinc. By 5 p.m. Tuesday [N](u) it rose. Yes.", "By 5 p.m. Tuesday N it rose."),
      ("It was I. Prices [N](u) rose.", "Prices N rose."),
      ("It sold Tin 2.5. Shares [N](u) fell.", "Shares N fell."),
      ("It was in 2025. August [N](u) was worse.", "August N was worse."),
      ("This is plan B. Prices [N](u) rose.", "Prices N rose."),
      ("It met at 5 p.m. Shares [N](u) fell.", "Shares N fell."),
      ("Zinc. It met at 5 p.m. ET [N](u) on May 1. Yes.", "It met at 5 p.m. ET N on May 1."),
      ("It fell to No. 5 in 2025. Prices [N](u) rose.", "Prices N rose."),
      ("Zinc. Ab dem 5. Februar [N](u) gilt es. Ja.", "Ab dem 5. Februar N gilt es."),
    ])
  func abbreviations(_ text: String, _ expected: String) throws {
    try names(text, expected)
  }

  @Test(
    "is not ended by what stands in a label, nor by a quote that goes on",
    arguments: [
      ("- [Nov 5. Rust in Oslo](u) and more. Yes.", "Nov 5. Rust in Oslo and more."),
      (
        "Zinc. [HellaSwag or HellaBad? A look](u) says so. Yes.",
        "HellaSwag or HellaBad? A look says so."
      ),
      ("锌。关于“该走了吗？”的评论区[很热闹](u)。好。", "关于“该走了吗？”的评论区很热闹。"),
    ])
  func whole(_ text: String, _ expected: String) throws {
    try names(text, expected)
  }

  @Test("is cut around a citation where a text without a stop would be given for each of its links")
  func endless() throws {
    let words = String(repeating: "väg [Nr](https://a.example/b) ", count: 4000)
    let sentences = Sentences().all(in: try brief(words))
    #expect(sentences.count == 4000)
    #expect(sentences.allSatisfy { $0.utf8.count < 4100 && $0.contains("väg Nr") })
    #expect(sentences[0].hasSuffix("…") && sentences[3999].hasPrefix("…"))
    #expect(!sentences.contains { $0.contains("\u{FFFD}") })
  }

  @Test("is written with all else as JSON in one line")
  func json() throws {
    let brief = try brief(
      "# A \"title\"\n\n## S\n\nOn *[X\\\\Y](https://x.example/2025/01/02/a)*.\n",
      path: "a\tb\u{1}.md")
    let expected =
      #"{"schema":"broadsheet.brief/1","path":"a\tb\u0001.md","title":"A \"title\"","date":"2025-01-02","#
      + #""dateOrigin":"sources","lede":null,"sections":[{"id":"s","title":"S","level":2,"kind":"body","#
      + #""text":"On X\\Y.","citations":[1]}],"citations":[{"number":1,"source":1,"section":0,"label":"X\\Y","#
      + #""form":"link","sentence":"On X\\Y.","line":5,"column":5}],"sources":[{"number":1,"#
      + #""url":"https://x.example/2025/01/02/a","canonicalURL":"https://x.example/2025/01/02/a","#
      + #""outlet":"x.example","host":"x.example","domain":"x.example","title":null,"date":"2025-01-02","#
      + #""listed":false,"cited":1}]}"#
    #expect(String(decoding: BriefJSON.encode(brief), as: UTF8.self) == expected)
    let error = BriefJSON.encode(BriefError(path: "gone.md", .missing))
    #expect(
      String(decoding: error, as: UTF8.self).hasPrefix(
        #"{"path":"gone.md","error":"gone.md: no such"#))
  }
}
