/// One row of the table of rules, from which settings, documentation and SARIF are made.
package struct Rule: Sendable {
  /// Stable: settings, comments and other programs name it.
  package let name: String
  /// The severity where the settings give none.
  package let severity: Severity
  /// What it finds, in one sentence.
  package let summary: String
  /// Finds its places in a manuscript, in any order; in time linear to its size.
  let find: @Sendable (Manuscript) -> [Remark]
}

extension Rule {
  /// All rules, in the order in which they are documented.
  package static let all: [Rule] = [
    Rule(
      name: "uncited-source", severity: .warning,
      summary: "A source is listed, but nothing in the text cites it.", find: UncitedSource.find),
    Rule(
      name: "unlisted-source", severity: .warning,
      summary: "A source is cited, but the brief's list of sources does not have it.",
      find: UnlistedSource.find),
    Rule(
      name: "duplicate-source", severity: .warning,
      summary: "One source is written in several ways, or listed under several numbers.",
      find: DuplicateSource.find),
    Rule(
      name: "broken-number", severity: .error,
      summary:
        "A number or a footnote cites an entry that the brief does not have, or has more than once.",
      find: BrokenNumber.find),
    Rule(
      name: "unaddressed-footnote", severity: .note,
      summary: "A footnote has no web address.", find: UnaddressedFootnote.find),
    Rule(
      name: "unresolvable-citation", severity: .error,
      summary: "A mark that a machine left in place of a citation leads nowhere.",
      find: UnresolvableCitation.find),
    Rule(
      name: "uncited-section", severity: .warning,
      summary: "A section of prose, or the whole brief, cites no source.",
      find: UncitedSection.find),
    Rule(
      name: "single-outlet-section", severity: .note,
      summary: "All that a section cites is from one outlet.", find: SingleOutletSection.find),
    Rule(
      name: "label-mismatch", severity: .warning,
      summary: "A label names one outlet, and its address is another's.", find: LabelMismatch.find),
    Rule(
      name: "bad-url", severity: .error,
      summary: "An address cannot lead anywhere: unsafe, cut off, without a scheme, or made up.",
      find: BadURL.find),
    Rule(
      name: "insecure-url", severity: .note,
      summary: "An address is written with http instead of https.", find: InsecureURL.find),
    Rule(
      name: "tracking-parameters", severity: .note,
      summary: "An address carries parameters that only track its readers.",
      find: TrackingURL.find),
    Rule(
      name: "userinfo-url", severity: .error,
      summary: "An address has a user name or a password before its host.",
      find: UserInfoURL.find),
    Rule(
      name: "confusable-host", severity: .error,
      summary: "A host mixes scripts, imitates Latin letters, or is no valid name.",
      find: ConfusableHost.find),
    Rule(
      name: "future-date", severity: .warning,
      summary: "The brief or a source is dated after today, or a source well after the brief.",
      find: FutureDate.find),
    Rule(
      name: "redirector-url", severity: .warning,
      summary: "An address only leads on to the source, and hides who published it.",
      find: RedirectorURL.find),
    Rule(
      name: "raw-leak", severity: .error,
      summary: "Marks of the program that wrote the brief stand in its text.", find: RawLeak.find),
    Rule(
      name: "malformed-markdown", severity: .warning,
      summary: "Markup is not understood as it was meant, and is shown or hides text.",
      find: MalformedMarkdown.find),
    Rule(
      name: IgnoreComment.ruleName, severity: .note,
      summary: "A comment silences nothing, or names a rule that there is not.",
      find: { _ in [] }),  // told by `Audit`, which knows what was silenced
  ]

  /// The rule of a name.
  package static func named(_ name: String) -> Rule? { all.first { $0.name == name } }
}
