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

  /// Adds what was found in a file, also what a comment in it silences; `text` is the decoded text in which the findings' ranges count.
  package mutating func add(_ path: String, _ findings: [Finding], text: [UInt8]) {
    let uri = SARIF.uri(of: path.utf8)
    var columns = UTF16Columns(text)
    let related = SARIF.regions(of: findings.flatMap(\.related), text)
    for finding in findings {
      if !results.bytes.isEmpty { results.raw(",") }
      let region = columns.region(of: finding.range, line: finding.line)
      append(finding, uri, region, finding.related.compactMap { related[$0.range] })
    }
  }

  /// The regions of places, which are gone through in the order of the text.
  private static func regions(
    of places: [Finding.Place], _ text: [UInt8]
  ) -> [Range<Int>: Region] {
    guard !places.isEmpty else { return [:] }
    var columns = UTF16Columns(text)
    var regions: [Range<Int>: Region] = [:]
    for place in places.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where regions[place.range] == nil {
      regions[place.range] = columns.region(of: place.range, line: place.line)
    }
    return regions
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

  private mutating func append(
    _ finding: Finding, _ uri: String, _ region: Region, _ related: [Region]
  ) {
    results.object {
      $0.field("ruleId", finding.rule)
      $0.field("ruleIndex", Rule.all.firstIndex { $0.name == finding.rule } ?? -1)
      $0.field("level", SARIF.level(finding.severity))
      $0.text("message", finding.message)
      $0.locations("locations", uri, [region])
      if !related.isEmpty { $0.locations("relatedLocations", uri, related) }
      // The standard wants them of all results or of none (3.27.23).
      $0.field("suppressions", finding.isSilenced ? ["inSource"] : []) { json, kind in
        json.object { $0.field("kind", kind) }
      }
    }
  }

  private static func writeTrouble(_ json: inout JSONBytes, _ trouble: BriefError) {
    json.object {
      $0.field("level", "error")
      $0.text("message", trouble.description)
      if let uri = uri(of: trouble) { $0.locations("locations", uri, [nil]) }
    }
  }

  /// Where a file is that could not be read. Of one that was given by a name that is not UTF-8 only a
  /// repaired form is known, which is that of no file.
  private static func uri(of trouble: BriefError) -> String? {
    switch trouble.reason {
    case .misnamed(let path): uri(of: path)
    case .missing where trouble.path.unicodeScalars.contains("\u{FFFD}"): nil
    case .missing, .unreadable, .isFolder, .tooDeep, .outside, .noBriefs, .empty, .binary,
      .tooLarge:
      uri(of: trouble.path.utf8)
    }
  }

  /// SARIF's words are ours but for `off`.
  private static func level(_ severity: Severity) -> String {
    severity == .off ? "none" : severity.rawValue
  }

  /// A path as a reference relative to the working folder, or a `file` URI where it is absolute
  /// (RFC 3986; RFC 8089); without `.` and empty parts, as `./brief.md` is `brief.md`.
  static func uri(of path: some Collection<UInt8>) -> String {
    let parts = path.split(separator: 0x2F).filter { !$0.elementsEqual([0x2E]) }
    var uri = path.first == 0x2F ? "file:///" : ""
    for byte in parts.joined(separator: [0x2F]) {
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

  /// Appends places in a file; nil is the file as a whole.
  fileprivate mutating func locations(_ name: StaticString, _ uri: String, _ regions: [Region?]) {
    field(name, regions) { json, region in
      json.object {
        $0.object("physicalLocation") {
          $0.object("artifactLocation") { $0.field("uri", uri) }
          if let region { $0.region(region) }
        }
      }
    }
  }

  private mutating func region(_ region: Region) {
    object("region") {
      $0.field("startLine", region.line)
      $0.field("startColumn", region.columns.lowerBound)
      $0.field("endColumn", region.columns.upperBound)
    }
  }
}
