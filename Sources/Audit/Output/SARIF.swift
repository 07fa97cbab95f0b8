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
    json.object {
      $0.field("$schema", SARIF.schema)
      $0.field("version", "2.1.0")
      $0.field("runs", [self]) { json, run in json.object(run.writeRun) }
    }
    return json.bytes
  }
}

// MARK: - Parts

extension SARIF {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private func writeRun(_ json: inout JSONBytes) {
    json.object("tool") {
      $0.object("driver") {
        $0.field("name", "broadsheet")
        $0.field("version", version)
        $0.field("rules", Rule.all, writeRule)
      }
    }
    json.field("columnKind", "utf16CodeUnits")
    json.field("invocations", [troubles]) { json, troubles in
      json.object {
        $0.field("executionSuccessful", troubles.isEmpty)
        $0.field("toolExecutionNotifications", troubles, SARIF.writeTrouble)
      }
    }
    json.key("results")
    json.raw("[")
    json.bytes += results.bytes
    json.raw("]")
  }

  private func writeRule(_ json: inout JSONBytes, _ rule: Rule) {
    let severity = audit.severity(of: rule)
    json.object {
      $0.field("id", rule.name)
      $0.text("shortDescription", rule.summary)
      $0.text("help", rule.summary + " See \(rule.name) in docs/check.md.")
      $0.object("defaultConfiguration") {
        $0.field("enabled", severity != .off)
        $0.field("level", SARIF.level(severity))
      }
    }
  }

  private mutating func append(_ finding: Finding, _ path: String, columns: Range<Int>) {
    results.object {
      $0.field("ruleId", finding.rule)
      $0.field("ruleIndex", Rule.all.firstIndex { $0.name == finding.rule } ?? -1)
      $0.field("level", SARIF.level(finding.severity))
      $0.text("message", finding.message)
      $0.location(path) {
        $0.object("region") {
          $0.field("startLine", finding.line)
          $0.field("startColumn", columns.lowerBound)
          $0.field("endColumn", columns.upperBound)
        }
      }
    }
  }

  private static func writeTrouble(_ json: inout JSONBytes, _ trouble: BriefError) {
    json.object {
      $0.field("level", "error")
      $0.text("message", trouble.description)
      // A name that is not UTF-8 is known in a repaired form only, which is that of no file.
      if trouble.reason != .missing || !trouble.path.unicodeScalars.contains("\u{FFFD}") {
        $0.location(trouble.path) { _ in }
      }
    }
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

extension JSONBytes {
  /// Appends a field that is one of SARIF's messages.
  fileprivate mutating func text(_ name: StaticString, _ text: String) {
    object(name) { $0.field("text", text) }
  }

  /// Appends where something is; `write` appends what is known beyond the file.
  fileprivate mutating func location(_ path: String, _ write: (inout JSONBytes) -> Void) {
    field("locations", [path]) { json, path in
      json.object {
        $0.object("physicalLocation") {
          $0.object("artifactLocation") { $0.field("uri", SARIF.uri(of: path)) }
          write(&$0)
        }
      }
    }
  }
}
