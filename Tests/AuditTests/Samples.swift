import BriefModel
import Foundation

@testable import Audit

/// The day on which all tests are run.
let today: CalendarDate = {
  guard let day = CalendarDate(year: 2026, month: 11, day: 23) else {
    preconditionFailure("no such day")
  }
  return day
}()

/// Reads a text as it is checked.
func manuscript(_ bytes: [UInt8], path: String = "brief.md") throws(BriefError) -> Manuscript {
  let (brief, text) = try BriefParser.parseWithText(
    bytes: bytes, path: path, modified: nil, today: today)
  return Manuscript(brief: brief, text: text, today: today)
}

func manuscript(_ text: String) throws(BriefError) -> Manuscript {
  try manuscript(Array(text.utf8))
}

/// What all rules find in a text, a line each, without the path.
func findings(_ text: String, _ severities: [RuleSeverity] = []) throws -> [String] {
  Audit(severities: severities).findings(in: try manuscript(text)).map(\.shown)
}

extension Audit {
  /// What comments do not silence.
  func findings(in manuscript: Manuscript) -> [Finding] {
    allFindings(in: manuscript).filter { !$0.isSilenced }
  }
}

extension Finding {
  var shown: String { "\(line):\(column): \(severity.rawValue): \(message) [\(rule)]" }
}

/// A brief that is made for a rule, and what is found in it.
struct Sample: Sendable, CustomStringConvertible {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = root.appending(path: "Tests/Fixtures/Check")
  static let isRecording = ProcessInfo.processInfo.environment["BROADSHEET_RECORD"] == "1"

  let name: String

  var description: String { name }
  var markdown: String { text("md") }
  var expected: String { text("findings") }

  /// All samples by name: `name.md` with `name.findings` beside it.
  static var all: [Sample] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().map {
      Sample(name: String($0.dropLast(3)))
    }
  }

  func record(_ findings: String) throws {
    let file = Self.folder.appending(path: name + ".findings")
    try findings.write(to: file, atomically: true, encoding: .utf8)
  }

  private func text(_ ending: String) -> String {
    let file = Self.folder.appending(path: name + "." + ending)
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }
}
