/// Finds a line near the start of a brief that says of which day it is.
enum DatedLine {
  /// How many blocks are looked at, from the start of the brief.
  private static let blockLimit = 12
  /// How many lines are looked at; a block may have any number.
  private static let lineLimit = 200
  /// The most bytes that a line may have besides its date to be nothing but a date.
  private static let decoration = 24

  private static let labels = [
    "date", "published", "published on", "published at", "generated", "generated at",
    "generated on", "updated at", "updated on", "created at", "created on", "updated", "created",
    "as of", "report date", "compiled",
    "last updated", "日期", "时间", "生成时间", "发布时间", "发布日期", "报告日期", "更新时间", "日付",
    "作成日", "更新日", "生成日時", "날짜", "작성일", "발행일", "생성", "fecha", "datum", "data", "stand",
  ]

  /// The day that a labelled line, the title, or a line that is only a date gives; none after
  /// `today`.
  static func date(in brief: Brief, title: String?, today: CalendarDate) -> CalendarDate? {
    let lines = firstLines(of: brief)
    // Without a lede the first heading may be such a line: `# Date: 2025-08-25`.
    let heading = brief.lede.isEmpty ? brief.sections.prefix(1).map(\.title) : []
    let isPast = { (date: CalendarDate) in date <= today }
    return (heading + lines).lazy.compactMap(labelled).first(where: isPast)
      ?? title.flatMap(TextDate.first(in:)).flatMap { isPast($0) ? $0 : nil }
      ?? lines.lazy.compactMap(bare).first(where: isPast)
  }

  /// The lines of the lede's first blocks, or of the first section's where there is no lede.
  private static func firstLines(of brief: Brief) -> [String] {
    var lines: [String] = []
    let blocks = brief.lede.isEmpty ? brief.sections.first?.blocks ?? [] : brief.lede
    for block in blocks.prefix(blockLimit) { collect(block, &lines) }
    return lines
  }

  private static func collect(_ block: Block, _ lines: inout [String]) {
    guard lines.count < lineLimit else { return }
    switch block {
    case .paragraph(let inlines), .heading(_, let inlines):
      let own = inlines.split(maxSplits: lineLimit) { $0 == .softBreak || $0 == .lineBreak }
      lines += own.prefix(lineLimit).map { line in line.filter { !$0.isImage }.plainText }
    case .quote(let blocks): for block in blocks { collect(block, &lines) }
    case .list(let list):
      for item in list.items.prefix(blockLimit) {
        for block in item.blocks { collect(block, &lines) }
      }
    case .table(let table):
      for row in [table.header] + table.rows.prefix(blockLimit - 1) {
        lines.append(row.map(\.plainText).joined(separator: ": "))
      }
    case .code, .rule: break
    }
  }

  /// The date after a label and a colon, in any part of a line such as `Source: … | Date: …`.
  static func labelled(_ line: String) -> CalendarDate? {
    guard line.utf8.count <= 400, line.utf8.contains(where: \.isDigit),
      line.holds(":") || line.holds("：")
    else { return nil }
    for part in line.split(whereSeparator: { "|·•;；".contains($0) }) {
      guard let colon = part.firstIndex(where: { ":：".contains($0) }) else { continue }
      let label = part[..<colon].drop { !$0.isLetter }.lowercased()
      guard
        labels.contains(where: {
          label == $0 || label.hasSuffix(" " + $0)
            || label.hasSuffix($0) && !label.utf8.allSatisfy { $0 < 0x80 }
        })
      else { continue }
      if let date = TextDate.first(in: String(part[colon...])) { return date }
    }
    return nil
  }

  /// The date of a line that is little else.
  private static func bare(_ line: String) -> CalendarDate? {
    guard line.utf8.count <= 18 + decoration, line.utf8.contains(where: \.isDigit) else {
      return nil
    }
    return TextDate.first(in: line)
  }
}

extension Inline {
  fileprivate var isImage: Bool {
    if case .image = self { return true }
    return false
  }
}
