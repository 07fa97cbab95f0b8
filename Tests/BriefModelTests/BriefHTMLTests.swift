import Foundation
import Testing

@testable import BriefModel

@Suite("A brief as a page of HTML")
struct BriefHTMLTests {
  private func page(_ text: String) throws -> String {
    String(decoding: BriefHTML.encode(try brief(text)), as: UTF8.self)
  }

  /// The part of a page that the brief makes.
  private func body(_ text: String) throws -> String {
    let page = try page(text)
    let start = try #require(page.range(of: "</header>\n"))
    let end = try #require(page.range(of: "</main>"))
    return String(page[start.upperBound..<end.lowerBound])
  }

  @Test("has the title, the date, the lede, the sections and the sources, and links both ways")
  func whole() throws {
    let text = """
      # Harbour & Sea

      Date: 2025-02-08

      It rained.

      ## First day

      The [Ledger](https://ledger.example/2025/02/07/a?x=1&y=2) told it.

      ## Sources

      - **Morning Ledger:** [https://ledger.example/2025/02/07/a?x=1&y=2](https://ledger.example/2025/02/07/a?x=1&y=2)
      """
    let page = try page(text)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"))
    #expect(page.contains("<title>Harbour &amp; Sea</title>"))
    #expect(page.contains("<h1>Harbour &amp; Sea</h1>"))
    #expect(page.contains("<time datetime=\"2025-02-08\">2025-02-08</time>"))
    #expect(page.hasSuffix("</main>\n</body>\n</html>\n"))
    #expect(
      try body(text) == """
        <div class="lede">
        <p>Date: 2025-02-08</p>
        <p>It rained.</p>
        </div>
        <section id="section-first-day">
        <h2>First day</h2>
        <p>The <a href="https://ledger.example/2025/02/07/a?x=1&amp;y=2" rel="noreferrer">Ledger</a>\
        <sup id="citation-1"><a href="#source-1">1</a></sup> told it.</p>
        </section>
        <section id="sources">
        <h2>Sources</h2>
        <ol>
        <li id="source-1" value="1"><span class="outlet">Morning Ledger</span> \
        <time datetime="2025-02-07">2025-02-07</time> \
        <span class="returns"><a href="#citation-1" aria-label="Back to citation 1">↩</a></span>
        <span class="address"><a href="https://ledger.example/2025/02/07/a?x=1&amp;y=2" \
        rel="noreferrer">https://ledger.example/2025/02/07/a?x=1&amp;y=2</a></span></li>
        </ol>
        </section>

        """)
  }

  @Test("has lists, quotes, code and tables as they are")
  func blocks() throws {
    let body = try body(
      """
      # T

      3. *three*
      4. ~~four~~

      - [x] done

      > quoted

      ```swift
      let a = "<b>"
      ```

      | a | b |
      |---|--:|
      | 1 | `2` |

      ---
      """)
    #expect(
      body.contains("<ol start=\"3\">\n<li><em>three</em>\n</li>\n<li><s>four</s>\n</li>\n</ol>"))
    #expect(body.contains("<li class=\"task\">☑ done\n</li>"))
    #expect(body.contains("<blockquote>\n<p>quoted</p>\n</blockquote>"))
    #expect(body.contains("<code>let a = &quot;&lt;b&gt;&quot;</code>"))
    #expect(body.contains("<tr><th>a</th><th class=\"right\">b</th></tr>"))
    #expect(body.contains("<tr><td>1</td><td class=\"right\"><code>2</code></td></tr>"))
    #expect(body.contains("<hr>"))
  }

  @Test("says its language where the script tells it")
  func languages() throws {
    let cases = [
      ("# 大阪万博が閉幕\n\n来場者は六千万人を超えた。", "ja"), ("# 서울\n\n비가 내렸다.", "ko"),
      ("# 北京\n\n今天下雨，明天也下雨。", "zh"), ("# Rain\n\nIt rained in 北京.", nil),
    ]
    for (text, language) in cases {
      #expect(try BriefLanguage.of(brief(text)) == language, "\(text)")
    }
    #expect(try page(cases[0].0).contains("<html lang=\"ja\">"))
  }

  @Test("shows a citation that leads nowhere as a quiet mark")
  func lostCitations() throws {
    var brief = try brief("# T\n\nIt [rained](https://a.example/x).")
    brief.citations[0].source = nil
    let page = String(decoding: BriefHTML.encode(brief), as: UTF8.self)
    #expect(page.contains("It rained<sup class=\"lost\">[?]</sup>."))
    brief.citations[0].form = .leak
    let leak = String(decoding: BriefHTML.encode(brief), as: UTF8.self)
    #expect(leak.contains("It <sup class=\"lost\">[?]</sup>."))
  }

  @Test("keeps the number of a citation that leads nowhere, and says where a date is from")
  func lostNumbers() throws {
    let text =
      "# T\n\nIt [rained](https://a.example/2024/03/02/x).[7]\n\n## Sources\n\n[1] https://b.example\n"
    var brief = try brief(text)
    let lost = try #require(brief.citations.lastIndex { $0.source == nil })
    #expect(brief.citations[lost].label == "7")
    let page = String(decoding: BriefHTML.encode(brief), as: UTF8.self)
    #expect(page.contains("<sup class=\"lost\">[7?]</sup>"))
    brief.date = brief.date.map { BriefDate($0.date, origin: .sources) }
    #expect(
      String(decoding: BriefHTML.encode(brief), as: UTF8.self)
        .contains("2024-03-02</time> (newest source)</p>"))
  }

  @Test("shows numbers once, and several of them apart")
  func numbers() throws {
    let body = try body(
      """
      # T

      Rain [1](https://a.example/x) and wind.[1][2]

      ## Sources

      1. One. https://a.example/x
      2. Two. https://b.example/x
      """)
    #expect(
      body.contains("<p>Rain <sup id=\"citation-1\"><a href=\"#source-1\">1</a></sup> and wind."))
    #expect(body.contains("<a href=\"#source-1\">1</a></sup><sup id=\"citation-3\">"))
    #expect(
      body.contains("<li id=\"source-2\" value=\"2\"><span class=\"outlet\">b.example</span>"))
  }

  @Test("shows no number but that of the source, whatever number a link has for a label")
  func otherNumbers() throws {
    let body = try body(
      """
      # T

      Rain [1](https://a.example/1), wind [2](https://b.example/2), snow [3](https://c.example/3) \
      and tin [1](https://d.example/4).
      """)
    let mark = "<sup id=\"citation-4\"><a href=\"#source-4\">4</a></sup>"
    #expect(body.contains("and tin \(mark).</p>"), "\(body)")
    #expect(!body.contains("rel=\"noreferrer\">1</a>"))
  }

  @Test("has each word of a list of sources that says more than the page's own list")
  func listsWithMore() throws {
    let more = """
      # T

      It rained.[1]

      ## Sources

      1. [Rain in the north](https://a.example/x), Morning Ledger. The ferry was late.
      2. Freightos Baltic Index
      """
    let body = try body(more)
    #expect(body.contains("The ferry was late."))
    #expect(body.contains("Freightos Baltic Index"))
    #expect(body.contains("<section id=\"sources\">"))
    let alone = try self.body(
      """
      # T

      It rained.[1]

      ## Works cited

      1. Title: Rain in the north | Date: March 3, 2025 | [Link](https://a.example/x)
      2. **Morning Ledger:** [Snow](https://b.example/y) (accessed June 1, 2025)
      """)
    #expect(!alone.contains("section-works-cited"))
    #expect(alone.contains("<h2>Works cited</h2>"))
  }

  // MARK: - Hostile briefs

  /// The tags of a page that the program itself writes.
  private static let ownTags: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "main", "header", "div", "section", "h1",
    "h2", "h3", "h4", "h5", "h6", "p", "em", "strong", "s", "code", "pre", "span", "br", "a", "sup",
    "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "hr", "cite",
    "time",
  ]

  /// What a browser would take for tags, with their attributes.
  private func tags(of page: String) -> [Substring] {
    page.split(separator: "<").dropFirst().compactMap { $0.split(separator: ">").first }
  }

  /// The values of an attribute, from the text that its value starts with.
  private func values(of attribute: String, in tags: [Substring]) -> [Substring] {
    tags.compactMap { tag in
      tag.firstRange(of: attribute).map { tag[$0.upperBound...].prefix { $0 != "\"" } }
    }
  }

  private func check(_ page: String, _ name: String) {
    let tags = tags(of: page)
    for tag in tags {
      let word = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      #expect(tag == "!DOCTYPE html" || Self.ownTags.contains(String(word)), "\(name): <\(tag)>")
      #expect(!tag.contains(" on") && !tag.contains("javascript:"), "\(name): <\(tag)>")
      guard let address = tag.firstRange(of: "href=\"") else { continue }
      let target = tag[address.upperBound...]
      let isSafe = ["https://", "http://", "#source-", "#citation-", "#section-"]
        .contains { target.hasPrefix($0) }
      #expect(isSafe, "\(name): <\(tag)>")
    }
    let ids = values(of: " id=\"", in: tags)
    #expect(Set(ids).count == ids.count, "\(name): ids are not unique")
    let vain = Set(values(of: " href=\"#", in: tags)).subtracting(ids)
    #expect(vain.isEmpty, "\(name): leads to no place of the page")
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
  }

  @Test("gives strangers no markup of their own")
  func hostile() throws {
    let attack = "\"'><script>alert(1)</script><img src=x onerror=y>"
    let texts = [
      "---\ntitle: \"</title><script>x</script>\"\n---\n\ntext",
      "# \(attack)\n\n## \(attack)\n\n[\(attack)](https://a.example/\"onclick=x'>)",
      "# T\n\n[x](javascript:alert(1)) [y](data:text/html,x) [z](#\"onclick=x) [f](a\"b.md)",
      "# T\n\n```\n</code></pre><script>\n```\n\n`</code><script>` &lt;script&gt; &#60;script>",
      "# T\n\n![\"><script>](https://a.example/x.png) <https://a.example/'\"><script>",
      "# T\n\n| \(attack) |\n|---|\n| [a\(attack)](https://a.example/?a=\"b) |",
      "# T\n\n## source-1\n\n## 1\n\n[a](https://a.example) [[b](https://b.example)](https://c.example)",
      "# T\n\ntext\n\n## Sources\n\n- **</cite><b>:** [t</a><i>](https://a.example/%22%3E)",
      "# </style><script>\u{1B}[31m\u{202E}\n\n-->]]><!--",
    ]
    for text in texts { check(try page(text), text) }
    let all = try page("# T\n\n&lt;script&gt; &amp;lt; `<b>` \"x\"")
    #expect(all.contains("&lt;script&gt; &amp;lt; <code>&lt;b&gt;</code> &quot;x&quot;"))
  }

  @Test("leads to places that the page has, and leads back to no citation that it hides")
  func places() throws {
    for fixture in Fixtures.all {
      let brief = try BriefParser.parse(
        bytes: Array(fixture.markdown.utf8), path: fixture.name, modified: nil,
        today: RealBriefs.today)
      check(String(decoding: BriefHTML.encode(brief), as: UTF8.self), fixture.name)
    }
    let hidden = try body(
      """
      # T

      One.[^1]<span style="display: none">[^1]</span> Two.[^1]

      [^1]: https://a.example/x
      """)
    #expect(values(of: " href=\"#citation-", in: tags(of: hidden)) == ["1", "3"])
  }

  @Test(
    "is safe and whole for every real brief",
    .enabled(if: !RealBriefs.paths.isEmpty, "the real briefs are absent"))
  func realBriefs() throws {
    for path in RealBriefs.paths {
      let brief = try BriefLoader.load(path: path, today: RealBriefs.today)
      let page = String(decoding: BriefHTML.encode(brief), as: UTF8.self)
      check(page, path)
      #expect(page.components(separatedBy: "<li id=\"source-").count == brief.sources.count + 1)
      let tags = tags(of: page)
      for name in ["a", "section", "ul", "ol", "li", "p", "table", "blockquote", "sup", "div"] {
        let opened = tags.count { $0 == name || $0.hasPrefix(name + " ") }
        #expect(opened == tags.count { $0 == "/" + name }, "\(path): \(name)")
      }
    }
  }
}
