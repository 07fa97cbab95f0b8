/// Writes a brief as a page of HTML that needs nothing else: no script, no font, no image.
///
/// Every string of the brief is escaped, and links lead to checked `http` and `https` addresses or
/// to places in the page itself.
/// <https://html.spec.whatwg.org/multipage/>
package struct BriefHTML {
  let brief: Brief
  var html = HTMLText()
  /// The citations whose marks are on the page, by their index: where the list may lead back to.
  private(set) var written: Set<Int> = []
  /// Inside of a link no other can stand.
  private var isInLink = false
  /// The sections that the list of sources stands for.
  let listsAlone: Set<Int>
  /// The sections that are printed, by id.
  private let sections: Set<String>

  private init(_ brief: Brief) {
    self.brief = brief
    let alone = brief.listsAlone
    listsAlone = alone
    sections = Set(
      brief.sections.indices.lazy.filter { !alone.contains($0) }.map { brief.sections[$0].id })
  }

  /// The page in UTF-8, with a line end after the last line.
  package static func encode(_ brief: Brief) -> [UInt8] {
    var page = BriefHTML(brief)
    page.writePage()
    return Array(page.html.output.utf8)
  }

  // MARK: - The page

  private mutating func writePage() {
    writeHead()
    html.raw("<body>\n<main>\n<header>\n")
    writeTitle()
    html.raw("</header>\n")
    writeLede()
    for (index, section) in brief.sections.enumerated() where !listsAlone.contains(index) {
      write(section)
    }
    writeSources()
    html.raw("</main>\n</body>\n</html>\n")
  }

  /// A brief without sections has all its text there, and then nothing stands out.
  private mutating func writeLede() {
    guard brief.sections.contains(where: { $0.kind == .body }), !brief.lede.isEmpty else {
      return write(brief.lede)
    }
    html.raw("<div class=\"lede\">\n")
    write(brief.lede)
    html.raw("</div>\n")
  }

  private mutating func writeHead() {
    html.raw("<!DOCTYPE html>\n<html")
    if let language = BriefLanguage.of(brief) {
      html.raw(" lang=\"")
      html.text(language)
      html.raw("\"")
    }
    html.raw(
      """
      >
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>
      """)
    html.text(brief.title)
    html.raw("</title>\n<style>\n")
    html.raw(BriefHTML.style)
    html.raw("\n</style>\n</head>\n")
  }

  /// The title; below it the first heading where that says something else and cites.
  private mutating func writeTitle() {
    let isHeading = brief.heading.plainText == brief.title
    html.raw("<h1>")
    write(isHeading ? brief.heading : [.text(brief.title)])
    html.raw("</h1>\n")
    if !isHeading, brief.citations.first?.isInTitle(of: brief) == true {
      html.raw("<p class=\"subtitle\">")
      write(brief.heading)
      html.raw("</p>\n")
    }
    guard let date = brief.date, date.origin != .file else { return }
    html.raw("<p class=\"date\">")
    write(date.date)
    if date.origin == .sources { html.raw(" (newest source)") }
    html.raw("</p>\n")
  }

  /// The title is the page's only heading of level 1.
  private mutating func write(_ section: Section) {
    html.raw("<section id=\"section-")
    html.text(section.id)
    html.raw("\">\n")
    write(section.heading, asHeading: max(2, section.level))
    write(section.blocks)
    html.raw("</section>\n")
  }

  mutating func write(_ inlines: [Inline], asHeading level: Int) {
    let name: StaticString =
      switch level {
      case ...2: "h2>"
      case 3: "h3>"
      case 4: "h4>"
      case 5: "h5>"
      default: "h6>"
      }
    html.raw("<")
    html.raw(name)
    write(inlines)
    html.raw("</")
    html.raw(name)
    html.raw("\n")
  }

  mutating func write(_ date: CalendarDate) {
    html.raw("<time datetime=\"")
    html.text(date.description)
    html.raw("\">")
    html.text(date.description)
    html.raw("</time>")
  }

  // MARK: - Running text

  mutating func write(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let text): html.text(text)
      case .emphasis(let inner): wrap("<em>", inner, "</em>")
      case .strong(let inner): wrap("<strong>", inner, "</strong>")
      case .strikethrough(let inner): wrap("<s>", inner, "</s>")
      case .code(let code):
        html.raw("<code>")
        html.text(code)
        html.raw("</code>")
      case .citation(let index, let label): writeCitation(index, label)
      case .link(let link): write(link)
      case .image(let alternative):
        html.raw("<span class=\"image\">[image")
        html.text(alternative.isEmpty ? "]" : ": \(alternative)]")
        html.raw("</span>")
      case .softBreak: html.raw("\n")
      case .lineBreak: html.raw("<br>\n")
      }
    }
  }

  private mutating func wrap(_ start: StaticString, _ inner: [Inline], _ end: StaticString) {
    html.raw(start)
    write(inner)
    html.raw(end)
  }

  /// The words, leading to the source itself, and its number, leading to the list.
  private mutating func writeCitation(_ index: Int, _ label: [Inline]) {
    let citation = brief.citations[index]
    guard let place = citation.source else {
      if !citation.isMarkAlone { write(label) }
      html.raw("<sup class=\"lost\">[")
      if citation.isNumeric { html.text(citation.label) }
      return html.raw("?]</sup>")
    }
    let source = brief.sources[place]
    if !citation.isMarkAlone {
      writeLink(to: citation.url ?? source.url, label.isEmpty ? [.text(source.outlet)] : label)
    }
    html.raw("<sup")
    if written.insert(index).inserted {
      html.raw(" id=\"citation-")
      html.number(index + 1)
      html.raw("\"")
    }
    html.raw(">")
    writeNumber(of: place)
    html.raw("</sup>")
  }

  private mutating func writeNumber(of place: Int) {
    if !isInLink {
      html.raw("<a href=\"#source-")
      html.number(place + 1)
      html.raw("\">")
    }
    html.number(brief.sources[place].number)
    if !isInLink { html.raw("</a>") }
  }

  /// A link to a source or a section that the page has; of others only the words.
  private mutating func write(_ link: Link) {
    switch link.destination {
    case .source(let place):
      let source = brief.sources[place]
      writeLink(to: source.url, link.label.isEmpty ? [.text(source.outlet)] : link.label)
    case .anchor(let id) where sections.contains(id) && !isInLink:
      html.raw("<a href=\"#section-")
      html.text(id)
      html.raw("\">")
      writeLabel(link.label)
      html.raw("</a>")
    case .anchor, .file, .other: write(link.label)
    }
  }

  mutating func writeLink(to url: SourceURL, _ label: [Inline]) {
    guard !isInLink else { return write(label) }
    html.raw("<a href=\"")
    html.text(url.ascii)
    html.raw("\" rel=\"noreferrer\">")
    writeLabel(label)
    html.raw("</a>")
  }

  private mutating func writeLabel(_ label: [Inline]) {
    isInLink = true
    write(label)
    isInLink = false
  }
}

extension Citation {
  /// Whether the mark is only a number, for which that of its source stands on the page.
  fileprivate var isMarkAlone: Bool { form == .leak || isNumeric }
}
