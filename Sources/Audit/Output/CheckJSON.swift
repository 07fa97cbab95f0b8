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
    json.raw("{\"schema\":\"broadsheet.check/1\",\"threshold\":")
    json.string(threshold.rawValue)
    json.raw(",\"files\":")
    json.array(files) { json, file in
      json.raw("{\"path\":")
      json.string(file.path)
      json.raw(",\"findings\":")
      json.array(file.findings, CheckJSON.write)
      json.raw("}")
    }
    json.raw(",\"unread\":")
    json.array(troubles) { json, trouble in
      json.raw("{\"path\":")
      json.string(trouble.path)
      json.raw(",\"error\":")
      json.string(trouble.description)
      json.raw("}")
    }
    json.raw("}")
    return json.bytes
  }

  private static func write(_ json: inout JSONBytes, _ finding: Finding) {
    json.raw("{\"rule\":")
    json.string(finding.rule)
    json.raw(",\"severity\":")
    json.string(finding.severity.rawValue)
    json.raw(",\"line\":")
    json.number(finding.line)
    json.raw(",\"column\":")
    json.number(finding.column)
    json.raw(",\"message\":")
    json.string(finding.message)
    json.raw("}")
  }
}
