/// One thing that a rule found in a brief.
package struct Finding: Sendable, Equatable {
  /// The name of the rule.
  package var rule: String
  package var severity: Severity
  /// What is wrong and what to do, in one line of plain text without a stop; sanitised.
  package var message: String
  /// The bytes of the decoded text that it is about.
  package var range: Range<Int>
  /// 1-based, of the first of them.
  package var line: Int
  /// 1-based, in bytes.
  package var column: Int
  /// Where else it is so, in the order of the text, each place once; at most `relatedLimit` of them.
  package var related: [Place]
  /// Whether a comment in the brief silences it.
  package var isSilenced = false

  /// A place in the text.
  package struct Place: Sendable, Equatable {
    /// The bytes of the decoded text.
    package var range: Range<Int>
    /// 1-based, of the first of them.
    package var line: Int
    /// 1-based, in bytes.
    package var column: Int
  }

  /// As many places are told beside the one at which a finding stands.
  package static let relatedLimit = 100

  package init(
    rule: String, severity: Severity, message: String, range: Range<Int>, line: Int, column: Int,
    related: [Place] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
    self.line = line
    self.column = column
    self.related = related
  }
}

/// What a rule says of a place, before it has a severity and a line.
struct Remark {
  var range: Range<Int>
  var message: String
  /// Where else it is so.
  var related: [Range<Int>]

  init(_ range: Range<Int>, _ message: String, related: [Range<Int>] = []) {
    self.range = range
    self.message = message
    self.related = related
  }
}
