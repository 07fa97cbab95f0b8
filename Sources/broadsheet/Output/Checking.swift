import Audit
import BriefModel

/// All of `broadsheet check`: briefs in, findings out, and a status for scripts.
struct Checking {
  enum Format: String, CaseIterable { case text, json, sarif }

  var format = Format.text
  /// Findings of this severity or more make the status 1.
  var threshold = Severity.warning
  var color = Printing.ColorChoice.auto
  /// Whether comments in briefs silence rules.
  var heedsComments = true
  /// Whose settings hold.
  var given = GivenReader()

  /// Checks the briefs of the paths; throws `Ending` where the status is not 0.
  func run(paths: [String]) throws {
    StandardOutput.prepare()
    let setup = try Setup(of: given)
    // Findings by other severities than those that were meant would pass for an answer.
    guard setup.checkProblems.isEmpty else { throw Ending(status: CheckCommand.troubleStatus) }
    let audit = Audit(
      severities: setup.settings.severities, heedsComments: heedsComments)
    var report = report(audit, setup)
    var tally = Tally()
    let today = try CalendarDate.today()
    for path in files(
      paths,
      {
        let trouble = $0.misnamed(among: RawArguments.all)
        tally.add(trouble)
        report.add(trouble)
      })
    {
      do throws(BriefError) {
        let (brief, text) = try BriefLoader.loadWithText(path: path, today: today)
        let manuscript = Manuscript(brief: brief, text: text, today: today)
        let findings = audit.allFindings(in: manuscript)
        tally.add(findings, threshold: threshold)
        report.add(path, findings, text: text)
      } catch {
        tally.add(error)
        report.add(error)
      }
      try whileRead { try report.flush() }
    }
    try whileRead { try report.finish() }
    if format == .text { Failure.tell(tally.summary) }
    if tally.status != 0 { throw Ending(status: tally.status) }
  }

  /// Writes; where nobody reads any more (`| head`), the status still says what was found.
  private func whileRead(_ write: () throws -> Void) throws {
    do {
      try write()
    } catch is StandardOutput.ReaderGone {
      return
    }
  }

  /// The files of the paths in their order, each once; a path that has none is told.
  private func files(_ paths: [String], _ tell: (BriefError) -> Void) -> [String] {
    var found: [String] = []
    BriefFiles.forEach(in: paths) { result in
      switch result {
      case .success(let file): found.append(file)
      case .failure(let error): tell(error)
      }
    }
    return BriefFiles.distinct(found)
  }

  private func report(_ audit: Audit, _ setup: Setup) -> any CheckReport {
    switch format {
    case .text:
      TextReport(printer: TextPrinter(theme: setup.theme, depth: setup.depth(of: color)))
    case .json: JSONReport(json: CheckJSON(threshold: threshold))
    case .sarif: SARIFReport(sarif: SARIF(version: Program.version, audit: audit))
    }
  }
}
