package import BriefModel

/// Writes findings as JSON of the schema `broadsheet.check/1`, which `docs/check.md` explains.
package struct CheckJSON {
  private let threshold: Severity
  private var files: [(path: String, findings: [Finding])] = []
  private var troubles: [BriefError] = []

  package init(threshold: Severity) {
    self.threshold = threshold
  }

  /// Adds what was found in a file.
  package mutating func add(_ path: String, _ findings: [Finding]) {
    files.append((path, findings))
  }

  /// Adds a file that could not be read.
  package mutating func add(_ trouble: BriefError) { troubles.append(trouble) }

  /// The whole document on one line, without a line end.
  package func encoded() -> [UInt8] {
    var json = JSONBytes()
    json.object {
      $0.field("schema", "broadsheet.check/1")
      $0.field("threshold", threshold.rawValue)
      $0.field("files", files) { json, file in
        json.object {
          $0.field("path", file.path)
          $0.field("findings", file.findings.lazy.filter { !$0.isSilenced }, CheckJSON.write)
          $0.field("silenced", file.findings.count { $0.isSilenced })
        }
      }
      $0.field("unread", troubles) { json, trouble in
        json.object {
          $0.field("path", trouble.path)
          $0.field("error", trouble.description)
        }
      }
    }
    return json.bytes
  }

  private static func write(_ json: inout JSONBytes, _ finding: Finding) {
    json.object {
      $0.field("rule", finding.rule)
      $0.field("severity", finding.severity.rawValue)
      $0.field("line", finding.line)
      $0.field("column", finding.column)
      $0.field("message", finding.message)
      $0.field("related", finding.related) { json, place in
        json.object {
          $0.field("line", place.line)
          $0.field("column", place.column)
        }
      }
    }
  }
}
