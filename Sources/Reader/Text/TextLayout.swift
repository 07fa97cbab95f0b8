package import BriefModel
package import Cells

/// A brief laid out as lines of a given width: what the text pane scrolls through.
package struct TextLayout: Sendable {
  /// Columns that a line of prose may take.
  package let width: Int
  package var lines: [TextLine] = []
  /// All links in the order of the text.
  package var links: [LinkTarget] = []
  /// For each section the index of its heading's first line.
  package var headings: [Int] = []

  /// The line that holds a place, or the nearest before it.
  package func line(at place: Place, in brief: Brief) -> Int {
    let section = place.section.flatMap { id in brief.sections.firstIndex { $0.id == id } }
    if place.section != nil, section == nil { return 0 }
    var found = section.map { headings[$0] } ?? 0
    for index in found..<lines.count {
      guard lines[index].section == section, lines[index].offset <= place.offset else { break }
      found = index
    }
    return found
  }

  /// The place of a line, which holds for every width.
  package func place(of line: Int, in brief: Brief) -> Place {
    guard lines.indices.contains(line) else { return Place(section: nil, offset: 0) }
    return Place(
      section: lines[line].section.map { brief.sections[$0].id }, offset: lines[line].offset)
  }

  /// The last line that has words of a section's heading.
  func lastLine(ofHeading section: Int) -> Int? {
    guard let first = headings[safe: section] else { return nil }
    return lines[first...].prefix { $0.kind == .heading }.lastIndex { !$0.runs.isEmpty } ?? first
  }

  /// The section whose heading is at or above a line; nil in the lede.
  package func section(at line: Int) -> Int? {
    guard lines.indices.contains(line) else { return lines.last?.section ?? nil }
    // The blank line above a heading is not the end of the section before it.
    let shown = lines[line...].first { $0.kind != .blank }
    return (shown ?? lines[line]).section
  }
}

/// One line of a laid-out text.
package struct TextLine: Sendable, Equatable {
  /// What a line is, as far as drawing and scrolling ask.
  package enum Kind: Sendable, Equatable {
    case blank, title, meta, heading, text
    /// Code or a table: may be wider than the layout and scrolls sideways.
    case preformatted
  }

  /// How the line goes on in the next one, for a search over line ends.
  package enum Joint: Sendable, Equatable {
    /// The paragraph ends here.
    case end
    /// A space was dropped.
    case space
    /// The next line follows without anything between.
    case nothing
  }

  package var kind: Kind
  package var runs: [TextRun] = []
  /// Index into `Brief.sections`; nil before the first.
  package var section: Int?
  /// Bytes of the section's text before this line; negative above the lede.
  package var offset: Int
  package var joint = Joint.end

  /// Columns that the line takes.
  package var width: Int { runs.last.map { $0.column + $0.width } ?? 0 }

  /// The line as plain text.
  package var text: String {
    var text = ""
    for run in runs {
      text += String(repeating: " ", count: max(0, run.column - DisplayWidth.of(text)))
      text += run.text
    }
    return text
  }
}

/// A stretch of a line in one style.
package struct TextRun: Sendable, Equatable {
  package var text: String
  /// First column, from the left edge of the text.
  package var column: Int
  /// Columns that the text takes.
  package var width: Int
  package var role: Role
  /// What nested emphasis adds to the role's style.
  package var attributes: Style.Attributes = []
  /// Index into `TextLayout.links`.
  package var link: Int?
  /// Whether this is the `[3]` after a citation rather than its label.
  package var isNumber = false
  /// Whether this is a bar, bullet or table line rather than text of the brief.
  package var isOrnament = false
}

/// A link in the text and where it stands.
package struct LinkTarget: Sendable, Equatable {
  /// What a link is: a citation, or a link that is none.
  package enum Kind: Sendable, Equatable {
    /// Index into `Brief.citations`.
    case citation(Int)
    case link(Link.Destination)
  }

  package var kind: Kind
  /// First and last line that show a part of it.
  package var lines: ClosedRange<Int>
}
