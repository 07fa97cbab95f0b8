/// Tells the sections that should cite from those that need not.
enum SourcedProse {
  /// Fewer words than that need no source: a line that leads to what follows.
  private static let wordLimit = 25

  /// Whether a section is prose of its own that does not only sum up.
  static func holds(_ section: Section) -> Bool {
    section.kind == .body && words(in: section.blocks) >= wordLimit && !isSummary(section.title)
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
