import BriefModel
import Cells

/// The link line and the hints in linear mode: in a narrow window they take more lines.
extension State {
  /// Rows of the hints.
  var statusRows: Int { options.isLinear && columns < 60 && rows >= 8 ? 2 : 1 }

  /// Rows of the link line.
  var linkRows: Int { options.isLinear ? max(1, linearLink.count) : 1 }

  /// As many lines as the link line takes at most.
  private var mostLinkRows: Int { max(1, (rows - 2) / 2) }

  func drawLinearLink(_ canvas: inout Canvas) {
    let lines = linearLink
    for (index, runs) in lines.enumerated() {
      for run in runs {
        canvas.write(
          run.text, run.role, row: rows - statusRows - lines.count + index, column: run.column,
          limit: columns - 1)
      }
    }
  }

  /// What is said of the row or the link, in lines.
  private var linearLink: [[TextRun]] {
    guard let flow = linkFlow else { return [] }
    let pieces = TextWrapping(breaking: LineBreaking()).pieces(of: flow, width: columns - 1)
    return pieces.prefix(mostLinkRows).map { flow.runs(of: $0, column: 0) }
  }

  private var linkFlow: TextFlow? {
    if focus == .briefs { return briefFlow }
    var flow = TextFlow()
    if focus == .text, let link = currentLink, case .link(let target) = link.kind,
      let text = Self.describe(target)
    {
      flow.append(text, role: .linkLine)
      return flow
    }
    guard let (lead, url) = currentLinkWords else { return nil }
    let marks = Marks(isASCII: options.isASCII)
    // A line may end before it is full.
    let room = (columns - 1) * mostLinkRows - (mostLinkRows > 1 ? columns / 2 : 0)
    let parts = ShownURL(url).fitted(beside: lead, columns: room, marks)
    if !parts.lead.isEmpty { flow.append(parts.lead + " \(marks.dot) ", role: .linkLine) }
    flow.append(parts.prefix, role: .linkLine)
    flow.append(parts.host, role: .linkLineHost)
    flow.append(parts.path + parts.note, role: .linkLine)
    return flow
  }

  /// Why a brief cannot be read, or what of it answers a search.
  private var briefFlow: TextFlow? {
    guard let index = list.entry(at: briefs.selected), let entry = entries[safe: index] else {
      return nil
    }
    var flow = TextFlow()
    if let failure = entry.failure {
      flow.append(failure.description, role: .error)
    } else if !list.phrases.isEmpty, let found = library.passages[index], let passage = found {
      for run in passage.runs {
        flow.append(run.text, role: run.isMatch ? .linkLineHost : .linkLine)
      }
    } else {
      return nil
    }
    return flow
  }
}
