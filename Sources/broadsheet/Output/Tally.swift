import Audit
import BriefModel

/// How much was found.
struct Tally {
  private var unread = 0
  private var emptyFolders = 0
  private var files = 0
  /// What comments in the briefs silence.
  private var silenced = 0
  private var counts: [Severity: Int] = [:]
  private var isOverThreshold = false

  mutating func add(_ findings: [Finding], threshold: Severity) {
    files += 1
    for finding in findings {
      guard !finding.isSilenced else {
        silenced += 1
        continue
      }
      counts[finding.severity, default: 0] += 1
      if finding.severity >= threshold { isOverThreshold = true }
    }
  }

  mutating func add(_ trouble: BriefError) {
    if trouble.reason == .noBriefs { emptyFolders += 1 } else { unread += 1 }
  }

  var status: Int32 {
    unread + emptyFolders > 0 ? CheckCommand.troubleStatus : isOverThreshold ? 1 : 0
  }

  /// `2 errors and 1 note in 3 files; 1 silenced by the briefs`.
  var summary: String {
    let parts = [Severity.error, .warning, .note].compactMap { severity in
      counts[severity].map { "\($0) \(severity.rawValue)\($0 == 1 ? "" : "s")" }
    }
    let found =
      parts.count > 1
      ? parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
      : parts.first ?? "nothing found"
    return "\(found) in \(files) file\(files == 1 ? "" : "s")"
      + (silenced == 0 ? "" : "; \(silenced) silenced by the brief\(files == 1 ? "" : "s")")
      + (unread == 0 ? "" : "; \(unread) could not be read")
      + (emptyFolders == 0
        ? "" : "; \(emptyFolders) folder\(emptyFolders == 1 ? " has" : "s have") no briefs")
  }
}
