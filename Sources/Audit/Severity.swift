/// How much a finding matters.
package enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Wrong for every reader: a mark that leads nowhere, an address that cannot be opened.
  case error
  /// Most likely a mistake.
  case warning
  /// Good to know; no mistake by itself.
  case note
  /// Not looked for.
  case off

  /// `off` is the least and `error` the most.
  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .off: 0
    case .note: 1
    case .warning: 2
    case .error: 3
    }
  }
}

/// The severity that somebody gives a rule.
package struct RuleSeverity: Sendable, Equatable {
  /// The name of the rule.
  package var rule: String
  package var severity: Severity

  package init(rule: String, severity: Severity) {
    self.rule = rule
    self.severity = severity
  }
}
