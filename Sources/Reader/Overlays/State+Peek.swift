import BriefModel
import Cells

/// What the panels say that `p` opens.
extension State {
  /// The panel of a peek.
  func panel(of peek: PeekOverlay) -> Panel {
    switch peek {
    case .source(let index, let citation): self.peek(source: index, citation)
    case .section(let index): self.peek(section: index)
    case .brief(let index): self.peek(brief: index)
    case .address(let url): Panel(title: "Open this address", lines: address(url))
    case .uncopied(let text):
      Panel(title: "Not copied", lines: chunks(text).map { Panel.Line($0, .linkLineHost) })
    }
  }

  /// Text that has a line for itself; in linear mode it goes on in the next.
  private func fitted(_ text: String, to width: Int) -> String {
    options.isLinear ? text : Marks(isASCII: options.isASCII).cut(text, to: width)
  }

  /// The whole URL stands at the left edge and over the full width, so that the terminal's mouse
  /// takes it in one piece.
  private func peek(source index: Int, _ citation: Int?) -> Panel {
    guard let brief, let source = brief.sources[safe: index] else { return Panel(title: "") }
    let url = citation.flatMap { brief.citations[$0].url } ?? source.url
    var panel = Panel(
      title: "\(source.number)  \(source.outlet)", isOfCitation: citation != nil)
    if let title = source.title { panel.append(" " + fitted(title, to: columns - 3), .overlay) }
    let date =
      source.date.map { "\(DateText.long($0)), from the address" } ?? "no date in the address"
    panel.append(" " + date, .textDim)
    panel.lines += address(url)
    for line in foldedUses(uses(of: source)) { panel.append(" " + line, .overlay) }
    return panel
  }

  /// The address as written and, where that differs, as it is opened.
  private func address(_ url: SourceURL) -> [Panel.Line] {
    var lines = chunks(url.display).map { Panel.Line($0, .linkLineHost) }
    if url.display != url.ascii { lines += chunks(url.ascii).map { Panel.Line($0, .textDim) } }
    let shown = ShownURL(url)
    if let host = shown.sentHost {
      lines += chunks("the host is not ASCII, and is sent as \(host)")
        .map { Panel.Line($0, .overlay) }
    }
    if shown.hasUser {
      lines.append(Panel.Line(" the part before @ is a user name, not the host", .error))
    }
    return lines
  }

  private func peek(section index: Int) -> Panel {
    guard let brief, let section = brief.sections[safe: index] else { return Panel(title: "") }
    let sourcing = brief.sourcing(ofSection: index)
    var panel = Panel(title: section.title)
    panel.append(" " + words(for: sourcing), .textDim)
    let digits = String(sourcing.sources.map { brief.sources[$0].number }.max() ?? 0).count
    let shown = options.isLinear ? .max : max(1, rows - 8)
    for (index, uses) in zip(sourcing.sources, sourcing.uses).prefix(shown) {
      panel.append(line(of: brief.sources[index], uses: uses, digits: digits), .overlay)
    }
    if sourcing.sources.count > shown {
      panel.append(" and \(sourcing.sources.count - shown) more", .textDim)
    }
    return panel
  }

  /// A source that a section rests on, numbers of so many digits under one another.
  private func line(of source: Source, uses: Int, digits: Int) -> String {
    let number = String(source.number)
    let date = source.date.map { "  " + DateText.medium($0) } ?? ""
    if options.isLinear {
      let times = uses > 1 ? ", cited \(Count.of(uses, "time"))" : ""
      return "\(number) \(source.outlet)\(times)" + (date.isEmpty ? "" : "," + date.dropFirst())
    }
    let indent = String(repeating: " ", count: 1 + digits - number.count)
    let marks = Marks(isASCII: options.isASCII)
    let times = uses > 1 ? "  \(uses)\(marks.times)" : ""
    return marks.cut(
      indent + number + "  " + source.outlet + times + date, to: columns - 2)
  }

  /// What a section rests on, in a line.
  private func words(for sourcing: Sourcing) -> String {
    var parts: [String] = []
    let count = Count.of(sourcing.sources.count, "source")
    let sources = sourcing.areListed ? "Lists \(count)" : count
    switch sourcing.outletCount {
    case 0: parts.append("Cites no source")
    case 1: parts.append("\(sources), all of one outlet")
    default: parts.append("\(sources) of \(Count.of(sourcing.outletCount, "outlet"))")
    }
    if sourcing.lostCount > 0 {
      let verb = sourcing.lostCount == 1 ? "leads" : "lead"
      parts.append("\(Count.of(sourcing.lostCount, "citation")) \(verb) nowhere")
    }
    return parts.joined(separator: "; ")
  }

  private func peek(brief index: Int) -> Panel {
    guard let entry = entries[safe: index] else { return Panel(title: "") }
    var panel = Panel(title: entry.title)
    for path in [entry.path] + entry.otherPaths {
      for chunk in chunks(Sanitizer.line(path)) { panel.append(chunk, .overlay) }
    }
    if entry.isArchived {
      panel.append(" Archived: the file is gone, its text was kept", .textDim)
    }
    if let failure = entry.failure {
      panel.append(" " + fitted(failure.description, to: columns - 3), .error)
    }
    guard let summary = entry.summary else { return panel }
    if let date = summary.date { panel.append(" " + BriefFacts.day(date), .textDim) }
    let facts = [
      "\(entry.unreadCount) of \(Count.of(entry.partCount, "section")) unread",
      entry.whatChanged.isEmpty ? nil : entry.whatChanged,
      Count.of(summary.sourceCount, "source") + " of " + Count.of(summary.outletCount, "outlet"),
    ]
    for fact in facts.compactMap(\.self) { panel.append(" " + fact, .overlay) }
    return panel
  }

  /// In one piece: with the rest where it fits in a line, else from the left edge on.
  private func chunks(_ text: String) -> [String] {
    if DisplayWidth.of(text) < columns { return [" " + text] }
    var chunks: [String] = []
    var line = ""
    var width = 0
    for character in text {
      let next = DisplayWidth.of(String(character))
      if width + next > columns {
        chunks.append(line)
        line = ""
        width = 0
      }
      line.append(character)
      width += next
    }
    return chunks + [line]
  }

  /// Words in as many lines as half of the window has; the rest is cut, but in linear mode.
  private func foldedUses(_ text: String) -> [String] {
    if options.isLinear { return [text] }
    let marks = Marks(isASCII: options.isASCII)
    var lines = [""]
    for word in text.split(separator: " ") {
      let longer = (lines.last?.isEmpty == true ? "" : (lines.last ?? "") + " ") + word
      if DisplayWidth.of(longer) <= columns - 3 {
        lines[lines.count - 1] = longer
      } else if lines.count < max(1, rows / 2 - 6) {
        lines.append(marks.cut(String(word), to: columns - 3))
      } else {
        lines[lines.count - 1] = marks.cut(longer, to: columns - 3)
        break
      }
    }
    return lines
  }

  private func uses(of source: Source) -> String {
    guard let brief, !source.citations.isEmpty else { return "listed, never cited" }
    var seen: Set<Int> = []
    let places = source.citations.map { brief.citations[$0].section ?? -1 }
    let titles = places.filter { seen.insert($0).inserted }
      .map { $0 < 0 ? "the lede" : brief.sections[$0].title }
    let times = source.citations.count == 1 ? "once" : "\(source.citations.count) times"
    return "cited \(times): " + titles.joined(separator: ", ")
  }
}
