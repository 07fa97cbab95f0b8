import BriefModel

/// Prose without a source.
enum UncitedSection {
  /// Fewer words than that need no source: a line that leads to what follows.
  private static let wordLimit = 25

  /// More sections than that are told together.
  private static let remarkLimit = 10

  static func find(_ manuscript: Manuscript) -> [Remark] {
    let brief = manuscript.brief
    guard manuscript.lists.areLocal || brief.citations.contains(where: { $0.source != nil }) else {
      return isAllCode(brief) ? [] : [whole(manuscript)]
    }
    let units = units(of: manuscript)
    let uncited = units.filter { !$0.cites }
    // Where most sections cite nothing, the brief is not one that cites in each: that is told once.
    let isUsual = uncited.count > 3 && uncited.count * 2 > units.count
    guard isUsual || uncited.count > remarkLimit else {
      return uncited.map { remark($0.section, manuscript) }
    }
    return [together(uncited.map(\.section), of: units.count, manuscript)]
  }

  private static func remark(_ index: Int, _ manuscript: Manuscript) -> Remark {
    let section = manuscript.brief.sections[index]
    return Remark(
      manuscript.headingRange(of: section),
      "“\(section.title)” cites no source; cite what it claims, or say that it is an opinion")
  }

  private static func together(
    _ uncited: [Int], of count: Int, _ manuscript: Manuscript
  ) -> Remark {
    let sections = uncited.map { manuscript.brief.sections[$0] }
    let lines = sections.prefix(remarkLimit).map { "\($0.line)" }.joined(separator: ", ")
    let rest = sections.count > remarkLimit ? ", …" : ""
    return Remark(
      manuscript.headingRange(of: sections[0]),
      "\(uncited.count) of \(count) sections cite no source (lines \(lines)\(rest)); "
        + "cite what each of them claims")
  }

  /// A brief in a code block is told by `RawLeak`.
  private static func isAllCode(_ brief: Brief) -> Bool {
    brief.sections.isEmpty && brief.lede.allSatisfy { if case .code = $0 { true } else { false } }
  }

  private static func whole(_ manuscript: Manuscript) -> Remark {
    let listed = manuscript.brief.sources.count
    let list = listed == 0 ? "" : ", though it lists \(listed)"
    let start = manuscript.lineRange(manuscript.line(of: manuscript.outline.start))
    return Remark(start, "the brief cites no source\(list); link its claims to their sources")
  }

  /// A section with prose of its own, and whether it or a section below it cites.
  private struct Unit {
    var section: Int
    var cites: Bool
  }

  /// The sections that should cite: those with enough prose that do not sum up, and are not below
  /// a section whose own text cites.
  private static func units(of manuscript: Manuscript) -> [Unit] {
    let sections = manuscript.brief.sections
    let tree = manuscript.sections
    var units: [Unit] = []
    for (index, section) in sections.enumerated() where section.kind == .body {
      guard words(in: section.blocks) >= wordLimit, !isSummary(section.title) else { continue }
      if let parent = tree.parents[index], !sections[parent].citations.isEmpty,
        section.citations.isEmpty
      {
        continue
      }
      let last = sections[tree.ends[index] - 1].citations.upperBound
      let cites = last > section.citations.lowerBound || manuscript.lists.served.contains(index)
      units.append(Unit(section: index, cites: cites))
    }
    return units
  }

  /// Words in the text, code aside; two characters of Chinese, Japanese or Korean count as one.
  private static func words(in blocks: [Block]) -> Int {
    let text = blocks.filter { if case .code = $0 { false } else { true } }.plainText
    var words = 0
    var wide = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      if scalar.value >= 0x2E80 {
        wide += 1
        isInWord = false
      } else {
        let isLetter = scalar.value >= 0x80 || UInt8(scalar.value).isLetter
        if isLetter, !isInWord { words += 1 }
        if scalar == " " || scalar == "\n" || scalar == "\t" { isInWord = false }
        if isLetter { isInWord = true }
      }
    }
    return words + wide / 2
  }

  /// Whether a heading says that the section repeats others or is about the brief.
  private static func isSummary(_ title: String) -> Bool {
    let title = title.lowercased()
    return summaryWords.contains { title.contains($0) }
  }

  private static let summaryWords = [
    "summary", "tl;dr", "tldr", "takeaway", "highlight", "key finding", "key point", "in brief",
    "next steps", "table of", "at a glance", "overview", "conclusion", "contents",
    "introduction", "methodology", "disclaimer", "about this", "abstract", "editor's note",
    "摘要", "总结", "速览", "要点", "ハイライト", "推奨アクション", "總結", "概要", "概述", "概览", "目录", "目錄", "结语", "结论",
    "結論", "前言", "导读",
    "まとめ", "はじめに", "要約", "目次", "요약", "결론", "목차", "개요", "resumen", "conclusión",
    "zusammenfassung", "fazit", "résumé", "resumo",
  ]
}
