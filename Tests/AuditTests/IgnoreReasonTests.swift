import BriefModel
import Testing

@testable import Audit

@Suite("Comments that silence rules, with a reason")
struct IgnoreReasonTests {
  private let tin = "Tin [a](http://a.org/x) rose."

  @Test(
    "silence them, on the line as on one of their own",
    arguments: [
      "insecure-url -- none there", "insecure-url: none there", "insecure-url (none there)",
      "insecure-url — none there", "insecure-url -- bad-url is another matter",
    ])
  func reasons(_ words: String) throws {
    let comment = "<!-- broadsheet: ignore \(words) -->"
    #expect(try findings("\(tin) \(comment)\n") == [])
    #expect(try findings("\(comment)\n\(tin)\n") == [])
  }

  @Test("A reason without a mark before it is told once, and each name that is misspelt")
  func unmarked() throws {
    let told = { (words: String) in
      let found = try findings("<!-- broadsheet: ignore \(words) -->\n\(tin)\n")
      return found.filter { $0.contains("no rule") }.map { $0.prefix { $0 != ";" } }
    }
    #expect(
      try told("insecure-url because they have none")
        == ["1:38: note: there is no rule 'because'"])
    #expect(
      try told("bad-urls, insecure-url, other-url")
        == ["1:25: note: there is no rule 'bad-urls'", "1:49: note: there is no rule 'other-url'"])
  }

  @Test("A comment with dashes is shown by nobody, and hides no more than itself")
  func dashes() throws {
    let text = "Tin <!-- a -- b --- c ---> rose <!-- d --> again -- so `<!-- e -- f -->` `--x`."
    let brief = try manuscript(text).brief
    #expect(brief.lede.plainText == "Tin  rose  again -- so <!-- e -- f --> --x.")
    let open = try manuscript("Tin <!-- a -- b rose.\n\n- one -- two\n- three -->\n").brief
    #expect(open.lede.plainText == "Tin <!-- a -- b rose.\none -- two\nthree -->")
  }
}
