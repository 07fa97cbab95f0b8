import Audit
import BriefModel
import Cells

/// Takes what was found, file by file, and writes it in its format.
protocol CheckReport {
  mutating func add(_ path: String, _ findings: [Finding], text: [UInt8])
  mutating func add(_ trouble: BriefError)
  /// Writes what can be written before the end.
  mutating func flush() throws
  mutating func finish() throws
}

/// `path:line:column: severity: message [rule]`, a line for each finding.
struct TextReport: CheckReport {
  let printer: TextPrinter
  private var output = ""

  init(printer: TextPrinter) {
    self.printer = printer
  }

  mutating func add(_ path: String, _ findings: [Finding], text: [UInt8]) {
    let shown = Sanitizer.line(path)
    for finding in findings where !finding.isSilenced {
      let severity = printer.styled("\(finding.severity.rawValue):", finding.severity.role)
      let rule = printer.styled("[\(finding.rule)]", .textDim)
      output +=
        "\(shown):\(finding.line):\(finding.column): \(severity) \(finding.message) \(rule)\n"
    }
  }

  func add(_ trouble: BriefError) { Failure.tell(trouble.description) }

  mutating func flush() throws {
    try StandardOutput.write(output)
    output = ""
  }

  mutating func finish() throws { try flush() }
}

/// One JSON object.
struct JSONReport: CheckReport {
  var json: CheckJSON

  mutating func add(_ path: String, _ findings: [Finding], text: [UInt8]) {
    json.add(path, findings)
  }

  mutating func add(_ trouble: BriefError) {
    json.add(trouble)
    Failure.tell(trouble.description)
  }

  func flush() {}

  func finish() throws { try StandardOutput.write(json.encoded() + [0x0A], as: .json) }
}

/// One SARIF document.
struct SARIFReport: CheckReport {
  var sarif: SARIF

  mutating func add(_ path: String, _ findings: [Finding], text: [UInt8]) {
    sarif.add(path, findings, text: text)
  }

  mutating func add(_ trouble: BriefError) {
    sarif.add(trouble)
    Failure.tell(trouble.description)
  }

  func flush() {}

  func finish() throws { try StandardOutput.write(sarif.encoded() + [0x0A], as: .json) }
}

extension Severity {
  /// How its name is coloured.
  fileprivate var role: Role {
    switch self {
    case .error: .error
    case .warning: .notice
    case .note, .off: .textDim
    }
  }
}
