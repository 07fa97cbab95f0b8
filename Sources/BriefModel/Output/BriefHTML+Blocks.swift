extension BriefHTML {
  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let inlines):
      html.raw("<p>")
      write(inlines)
      html.raw("</p>\n")
    case .heading(let level, let inlines): write(inlines, asHeading: max(3, level))
    case .list(let list): write(list)
    case .quote(let blocks):
      html.raw("<blockquote>\n")
      write(blocks)
      html.raw("</blockquote>\n")
    case .code(let code):
      html.raw("<pre tabindex=\"0\"><code>")
      html.text(code.lines.joined(separator: "\n"))
      html.raw("</code></pre>\n")
    case .table(let table): write(table)
    case .rule: html.raw("<hr>\n")
    }
  }

  // MARK: - Lists

  private mutating func write(_ list: List) {
    if let start = list.start {
      html.raw("<ol start=\"")
      html.number(start)
      html.raw("\">\n")
    } else {
      html.raw("<ul>\n")
    }
    for item in list.items { write(item, isTight: list.isTight) }
    html.raw(list.start == nil ? "</ul>\n" : "</ol>\n")
  }

  private mutating func write(_ item: ListItem, isTight: Bool) {
    if let isDone = item.isDone {
      html.raw("<li class=\"task\">")
      html.raw(isDone ? "☑ " : "☐ ")
    } else {
      html.raw("<li>")
    }
    for block in item.blocks {
      if isTight, case .paragraph(let inlines) = block {
        write(inlines)
        html.raw("\n")
      } else {
        write(block)
      }
    }
    html.raw("</li>\n")
  }

  // MARK: - Tables

  /// A table scrolls in a frame of its own, so that a wide one does not widen the page.
  private mutating func write(_ table: Table) {
    html.raw("<div class=\"table\" tabindex=\"0\">\n<table>\n")
    if table.header.contains(where: { !$0.isEmpty }) {
      html.raw("<thead>\n")
      writeRow(table.header, table.alignments, "<th", "</th>")
      html.raw("</thead>\n")
    }
    html.raw("<tbody>\n")
    for row in table.rows { writeRow(row, table.alignments, "<td", "</td>") }
    html.raw("</tbody>\n</table>\n</div>\n")
  }

  private mutating func writeRow(
    _ cells: [Table.Cell], _ alignments: [Table.Alignment], _ start: StaticString,
    _ end: StaticString
  ) {
    html.raw("<tr>")
    for (cell, alignment) in zip(cells, alignments) {
      html.raw(start)
      switch alignment {
      case .natural, .left: html.raw(">")
      case .center: html.raw(" class=\"center\">")
      case .right: html.raw(" class=\"right\">")
      }
      write(cell)
      html.raw(end)
    }
    html.raw("</tr>\n")
  }

  // MARK: - Sources

  /// All sources by their order in the brief, each with links back to where it is cited.
  mutating func writeSources() {
    guard !brief.sources.isEmpty else { return }
    html.raw("<section id=\"sources\">\n<h2>")
    html.text(listsAlone.min().map { brief.sections[$0].title } ?? "Sources")
    html.raw("</h2>\n<ol>\n")
    for place in brief.sources.indices { writeSource(at: place) }
    html.raw("</ol>\n</section>\n")
  }

  private mutating func writeSource(at place: Int) {
    let source = brief.sources[place]
    html.raw("<li id=\"source-")
    html.number(place + 1)
    html.raw("\" value=\"")
    html.number(source.number)
    html.raw("\"><span class=\"outlet\">")
    html.text(source.outlet)
    html.raw("</span>")
    if let title = source.title {
      html.raw(" <cite>")
      html.text(title)
      html.raw("</cite>")
    }
    if let date = source.date {
      html.raw(" ")
      write(date)
    }
    writeReturns(source)
    html.raw("\n<span class=\"address\">")
    writeLink(to: source.url, [.text(source.url.display)])
    html.raw("</span></li>\n")
  }

  /// Links to the marks on the page: what the brief hides, and a list alone, have none.
  private mutating func writeReturns(_ source: Source) {
    let citations = source.citations.filter(written.contains)
    guard !citations.isEmpty else { return }
    html.raw(" <span class=\"returns\">")
    for (count, citation) in citations.enumerated() {
      html.raw(count == 0 ? "<a href=\"#citation-" : " <a href=\"#citation-")
      html.number(citation + 1)
      html.raw("\" aria-label=\"Back to citation ")
      html.number(count + 1)
      html.raw("\">↩")
      if citations.count > 1 { html.number(count + 1) }
      html.raw("</a>")
    }
    html.raw("</span>")
  }
}
