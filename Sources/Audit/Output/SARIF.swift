package import BriefModel

/// Writes findings in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS Standard).
package struct SARIF {
  private let version: String
  private let audit: Audit
  private var results = JSONBytes()
  private var troubles: [BriefError] = []

  /// `version` is the program's own; the rules are told with the severities of `audit`.
  package init(version: String, audit: Audit) {
    self.version = version
    self.audit = audit
  }

  /// Adds what was found in a file; `text` is the decoded text in which the findings' ranges count.
  package mutating func add(_ path: String, _ findings: [Finding], text: [UInt8]) {
    var columns = UTF16Columns(text)
    for finding in findings {
      if !results.bytes.isEmpty { results.raw(",") }
      let start = columns.column(of: finding.range.lowerBound, line: finding.line)
      let length = columns.length(from: finding.range)
      append(finding, path, columns: start..<start + max(1, length))
    }
  }

  /// Adds a file that could not be read: a notification of the run, which has failed then.
  package mutating func add(_ trouble: BriefError) { troubles.append(trouble) }

  /// The whole document on one line, without a line end.
  package func encoded() -> [UInt8] {
    var json = JSONBytes()
    json.raw("{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/")
    json.raw("sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{")
    json.raw("\"name\":\"broadsheet\",\"version\":")
    json.string(version)
    json.raw(",\"rules\":")
    json.array(Rule.all, writeRule)
    json.raw("}},\"columnKind\":\"utf16CodeUnits\",\"invocations\":[{\"executionSuccessful\":")
    json.bool(troubles.isEmpty)
    json.raw(",\"toolExecutionNotifications\":")
    json.array(troubles, SARIF.writeTrouble)
    json.raw("}],\"results\":[")
    json.bytes += results.bytes
    json.raw("]}]}")
    return json.bytes
  }
}

// MARK: - Parts

extension SARIF {
  private func writeRule(_ json: inout JSONBytes, _ rule: Rule) {
    json.raw("{\"id\":")
    json.string(rule.name)
    json.raw(",\"shortDescription\":{\"text\":")
    json.string(rule.summary)
    json.raw("},\"help\":{\"text\":")
    json.string(rule.summary + " See \(rule.name) in docs/check.md.")
    json.raw("},\"defaultConfiguration\":{\"enabled\":")
    let severity = audit.severity(of: rule)
    json.bool(severity != .off)
    json.raw(",\"level\":")
    json.string(SARIF.level(severity))
    json.raw("}}")
  }

  private mutating func append(_ finding: Finding, _ path: String, columns: Range<Int>) {
    results.raw("{\"ruleId\":")
    results.string(finding.rule)
    results.raw(",\"ruleIndex\":")
    results.number(Rule.all.firstIndex { $0.name == finding.rule } ?? -1)
    results.raw(",\"level\":")
    results.string(SARIF.level(finding.severity))
    results.raw(",\"message\":{\"text\":")
    results.string(finding.message)
    results.raw("},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":")
    results.string(SARIF.uri(of: path))
    results.raw("},\"region\":{\"startLine\":")
    results.number(finding.line)
    results.raw(",\"startColumn\":")
    results.number(columns.lowerBound)
    results.raw(",\"endColumn\":")
    results.number(columns.upperBound)
    results.raw("}}}]}")
  }

  private static func writeTrouble(_ json: inout JSONBytes, _ trouble: BriefError) {
    json.raw("{\"level\":\"error\",\"message\":{\"text\":")
    json.string(trouble.description)
    json.raw("},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":")
    json.string(uri(of: trouble.path))
    json.raw("}}}]}")
  }

  /// SARIF's words are ours but for `off`.
  private static func level(_ severity: Severity) -> String {
    severity == .off ? "none" : severity.rawValue
  }

  /// A path as a reference relative to the working folder, or a `file` URI where it is absolute
  /// (RFC 3986; RFC 8089); without `.` and empty parts, as `./brief.md` is `brief.md`.
  static func uri(of path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    var uri = path.hasPrefix("/") ? "file:///" : ""
    for byte in parts.joined(separator: "/").utf8 {
      switch byte {
      case 0x2D, 0x2E, 0x2F, 0x5F, 0x7E: uri.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where byte.isLetter || byte.isDigit: uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return uri
  }
}
