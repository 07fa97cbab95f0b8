import BriefModel

/// Markup that is not understood as it was meant: what really happens in briefs, and can be told
/// from text for sure.
enum MalformedMarkdown {
  /// More places at which the same is wrong are told together.
  private static let remarkLimit = 5

  static func find(_ manuscript: Manuscript) -> [Remark] {
    let remarks =
      UnclosedFence.find(manuscript) + LiteralEmphasis.find(manuscript)
      + LiteralLink.find(manuscript) + GluedHeading.find(manuscript)
      + UnderlinedText.find(manuscript) + UnevenTable.find(manuscript)
    let alike = Dictionary(grouping: remarks, by: \.message).filter { $0.value.count > remarkLimit }
    return remarks.filter { alike[$0.message] == nil }
      + alike.values.compactMap { together($0, manuscript) }
  }

  /// What is wrong at several places, told at the first with the lines of all.
  private static func together(_ remarks: [Remark], _ manuscript: Manuscript) -> Remark? {
    let places = remarks.map(\.range)
    guard let first = places.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    let message = "\(remarks[0].message) (\(remarks.count) places, \(manuscript.named(places)))"
    return Remark(first, message, related: places)
  }
}

/// Code whose fence is never closed: everything after it is code.
enum UnclosedFence {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    let outline = manuscript.outline
    guard let block = outline.blocks.last, case .code(let fence?) = block.kind,
      !block.range.isEmpty
    else { return [] }
    // The last line of the block that is reported is not the closing fence: that is markup.
    var line = manuscript.line(of: block.range.upperBound - 1) + 1
    while line <= manuscript.lines.count {
      let range = manuscript.lineRange(line)
      let marks = manuscript.text[range].filter { $0 == fence }
      if marks.count >= 3 { return [] }
      line += 1
    }
    let opening = manuscript.lineRange(manuscript.line(of: block.range.lowerBound) - 1)
    return [
      Remark(
        opening,
        "this code block is never closed, so all the rest is code; add "
          + String(repeating: fence == 0x60 ? "`" : "~", count: 3) + " after the code")
    ]
  }
}

/// `##Title`: no heading without a space.
enum GluedHeading {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    let text = manuscript.text
    return manuscript.outline.pieces.compactMap { piece in
      guard piece.kind == .text, text[piece.range.lowerBound] == 0x23 else { return nil }
      let line = manuscript.lineRange(manuscript.line(of: piece.range.lowerBound))
      guard line.lowerBound == piece.range.lowerBound else { return nil }
      let marks = text[line].prefix { $0 == 0x23 }.count
      let rest = text[line].dropFirst(marks)
      // One mark makes a topic of a social network, a number or a channel.
      guard (2...6).contains(marks), let next = rest.first, next.isLetter || next >= 0x80 else {
        return nil
      }
      return Remark(line, "this line is no heading; put a space after the #")
    }
  }
}

/// A line of dashes right under a text makes a heading of it.
enum UnderlinedText {
  /// Longer ones are no headings.
  private static let titleLimit = 120

  static func find(_ manuscript: Manuscript) -> [Remark] {
    manuscript.outline.blocks.compactMap { block in
      guard case .heading(level: 2) = block.kind, !block.range.isEmpty else { return nil }
      let first = manuscript.line(of: block.range.lowerBound)
      let last = manuscript.line(of: block.range.upperBound - 1)
      let under = manuscript.lineRange(last + 1)
      guard manuscript.text[manuscript.lineRange(first)].first != 0x23,
        !under.isEmpty, manuscript.text[under].allSatisfy({ $0 == 0x2D })
      else { return nil }
      let heading = manuscript.text[block.range]
      let isProse =
        block.range.count > titleLimit || last > first
        || heading.last.map { ".;,:".utf8.contains($0) } == true
        || heading.suffix(3).elementsEqual("。".utf8)
      guard isProse else { return nil }
      return Remark(
        under, "this line makes a heading of the text above it; put an empty line between them")
    }
  }
}
