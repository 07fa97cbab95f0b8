import BriefModel

/// Applies the rules to briefs.
package struct Audit: Sendable {
  /// The severities that are set, by the names of rules; others have their own.
  private let severities: [String: Severity]
  /// Whether comments in a brief silence rules; a stranger may have written them.
  private let heedsComments: Bool

  /// Of several severities for one rule the last holds.
  package init(severities: [RuleSeverity] = [], heedsComments: Bool = true) {
    self.heedsComments = heedsComments
    self.severities = Dictionary(severities.map { ($0.rule, $0.severity) }) { $1 }
  }

  /// The severity of a rule.
  package func severity(of rule: Rule) -> Severity { severities[rule.name] ?? rule.severity }

  /// What the rules find in a brief, in the order of the text, with what its comments silence.
  package func allFindings(in manuscript: Manuscript) -> [Finding] {
    var ignores = heedsComments ? Ignores(manuscript) : nil
    var findings: [Finding] = []
    for rule in Rule.all where severity(of: rule) != .off {
      for remark in rule.find(manuscript) {
        var finding = finding(remark, rule, manuscript)
        finding.isSilenced = ignores?.silence(rule.name, line: finding.line) ?? false
        findings.append(finding)
      }
    }
    if let ignores, let rule = Rule.named(IgnoreComment.ruleName), severity(of: rule) != .off {
      let isOff = { (name: String) in
        Rule.named(name).map { severity(of: $0) == .off } ?? false
      }
      findings += ignores.unused(isOff: isOff).map { finding($0, rule, manuscript) }
    }
    return findings.sorted { ($0.line, $0.column, $0.rule) < ($1.line, $1.column, $1.rule) }
  }

  private func finding(_ remark: Remark, _ rule: Rule, _ manuscript: Manuscript) -> Finding {
    let place = manuscript.lines.position(of: remark.range.lowerBound)
    return Finding(
      rule: rule.name, severity: severity(of: rule), message: Sanitizer.line(remark.message),
      range: remark.range, line: place.line, column: place.column,
      related: places(remark, manuscript))
  }

  /// Where else a remark holds, in the order of the text.
  private func places(_ remark: Remark, _ manuscript: Manuscript) -> [Finding.Place] {
    guard !remark.related.isEmpty else { return [] }
    let ranges = Set(remark.related).subtracting([remark.range])
    let sorted = ranges.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    return sorted.prefix(Finding.relatedLimit).map { range in
      let place = manuscript.lines.position(of: range.lowerBound)
      return Finding.Place(range: range, line: place.line, column: place.column)
    }
  }
}
