@testable import BriefModel

/// Shows a brief as a tree of text.
struct BriefDump {
  private var lines: [String] = []

  static func text(of brief: Brief) -> String {
    var dump = BriefDump()
    dump.add(brief)
    return dump.lines.joined(separator: "\n") + "\n"
  }

  private mutating func add(_ text: String, _ depth: Int) {
    lines.append(String(repeating: "  ", count: depth) + text)
  }

  private mutating func add(_ brief: Brief) {
    add("title: \(brief.title)", 0)
    if let date = brief.date { add("date: \(date.date) from \(date.origin)", 0) }
    if !brief.lede.isEmpty { add("lede", 0) }
    for block in brief.lede { add(block, 1) }
    for section in brief.sections {
      let kind = section.kind == .sources ? " (sources)" : ""
      add("\(section.level) \(section.title) #\(section.id) @\(section.line)\(kind)", 0)
      for block in section.blocks { add(block, 1) }
    }
    for citation in brief.citations {
      let place = "\(citation.line):\(citation.column)"
      let section = citation.section.map { "section \($0)" } ?? "lede"
      let source = citation.source.map { "\(brief.sources[$0].number)" } ?? "nothing"
      let label = citation.form.isLink ? "" : " \(citation.label)"
      let form = citation.form == .link ? "" : " (\(citation.form)\(label))"
      add("citation \(citation.number)\(form) -> \(source) at \(place), \(section)", 0)
    }
    for source in brief.sources { add(source) }
    for notice in brief.notices {
      add("notice\(notice.line.map { " @\($0)" } ?? ""): \(notice.text)", 0)
    }
  }

  private mutating func add(_ source: Source) {
    var line = "source \(source.number): \(source.outlet) <\(source.url.canonical)>"
    if let title = source.title { line += " “\(title)”" }
    if let date = source.date { line += " \(date)" }
    let numbers = source.entries.compactMap { $0.number.map { " [\($0)]" } }.joined()
    line += " cited \(source.citations.count)" + (source.isListed ? ", listed" + numbers : "")
    add(line, 0)
  }

  private mutating func add(_ block: Block, _ depth: Int) {
    switch block {
    case .paragraph(let inlines): add(BriefDump.text(of: inlines), depth)
    case .heading(let level, let inlines): add("h\(level) \(BriefDump.text(of: inlines))", depth)
    case .rule: add("rule", depth)
    case .quote(let blocks):
      add("quote", depth)
      for block in blocks { add(block, depth + 1) }
    case .code(let code):
      add("code \(code.language ?? "")", depth)
      for line in code.lines { add("|\(line)", depth + 1) }
    case .list(let list): add(list, depth)
    case .table(let table):
      add("table \(table.alignments.map { "\($0)" }.joined(separator: " "))", depth)
      for row in [table.header] + table.rows {
        add("| " + row.map(BriefDump.text).joined(separator: " | "), depth + 1)
      }
    }
  }

  private mutating func add(_ list: List, _ depth: Int) {
    let kind = list.start.map { "list from \($0)" } ?? "list"
    add(kind + (list.isTight ? "" : ", loose"), depth)
    for item in list.items {
      add(item.isDone.map { $0 ? "[x]" : "[ ]" } ?? "-", depth + 1)
      for block in item.blocks { add(block, depth + 2) }
    }
  }

  static func text(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .code(let code): "`\(code)`"
      case .emphasis(let inner): "<em>\(text(of: inner))</em>"
      case .strong(let inner): "<b>\(text(of: inner))</b>"
      case .strikethrough(let inner): "<s>\(text(of: inner))</s>"
      case .image(let alternative): "<img \(alternative)>"
      case .softBreak: "⏎"
      case .lineBreak: "⏎⏎"
      case .citation(let index, let label): "{\(index + 1): \(text(of: label))}"
      case .link(let link): "{\(text(of: link.destination)): \(text(of: link.label))}"
      }
    }.joined()
  }

  private static func text(of destination: Link.Destination) -> String {
    switch destination {
    case .source(let index): "source \(index + 1)"
    case .anchor(let name): "#\(name)"
    case .file(let path, let fragment): "file \(path)" + (fragment.map { "#\($0)" } ?? "")
    case .other(let text): "other \(text)"
    }
  }
}
