/// Tells the sections that should cite from those that need not.
enum SourcedProse {
  /// Fewer words than that need no source: a line that leads to what follows.
  private static let wordLimit = 25

  /// Whether a section is prose of its own that does not only sum up, and no opinion.
  static func holds(_ section: Section) -> Bool {
    section.kind == .body && words(in: section.blocks) >= wordLimit
      && !isSummary(section.title) && !isExempt(section.title)
  }

  /// Words of what may be claimed; two characters of Chinese, Japanese or Korean count as one.
  private static func words(in blocks: [Block]) -> Int {
    let text = ClaimedText(blocks).text
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

  /// Whether a heading, or a part of it such as that before a colon, is a word for what need not cite;
  /// an article or a word for the day or the week may stand before it.
  private static func isExempt(_ title: String) -> Bool {
    HeadingNames.parts(of: title).contains { name in
      let name = name.split(separator: " ").joined(separator: " ")
      return exemptNames.contains(name)
        || name.firstIndex(of: " ").map { space in
          leadingWords.contains(String(name[..<space]))
            && exemptNames.contains(String(name[name.index(after: space)...]))
        } ?? false
    }
  }

  private static let leadingWords: Set<String> = [
    "the", "our", "my", "daily", "weekly", "monthly", "final", "die", "das", "der", "unsere",
    "mein", "notre", "nuestra",
  ]

  /// What sums up, is about the brief, or says that it is an opinion.
  private static let exemptNames: Set<String> = [
    "bottom line", "bluf", "in short", "recap", "wrap-up", "wrap up", "wrapup", "closing thoughts",
    "closing", "intro", "glossary", "about", "about us", "corrections", "correction", "feedback",
    "changelog", "change log", "prompt", "prompts",
    "das wichtigste in kürze", "das wichtigste", "wichtigste in kürze", "überblick",
    "auf einen blick", "glossar", "korrekturen", "in kürze",
    "en bref", "à retenir", "glossaire", "en resumen", "lo esencial", "glosario", "em resumo",
    "小结", "小結", "导语", "導語", "刊首语", "刊首語", "术语表", "术语", "更正", "勘误", "反馈",
    "用語集", "訂正",
    "opinion", "opinions", "editorial", "op-ed", "view", "commentary", "comment",
    "meinung", "kommentar", "leitartikel", "avis", "éditorial", "édito", "opinión", "opinião",
    "opinione", "社论", "社論", "观点", "觀點", "评论", "評論", "时评", "短评", "社説", "論説",
    "オピニオン", "私見", "사설", "의견", "오피니언", "논평",
  ]

  private static let summaryWords = [
    "summary", "tl;dr", "tldr", "takeaway", "highlight", "key finding", "key point", "in brief",
    "next steps", "table of", "at a glance", "overview", "conclusion", "contents",
    "introduction", "methodology", "disclaimer", "about this", "abstract", "editor's note",
    "摘要", "总结", "下一步", "速览", "要点", "ハイライト", "推奨アクション", "總結", "概要", "概述", "概览", "目录", "目錄", "结语",
    "结论",
    "結論", "前言", "导读",
    "まとめ", "はじめに", "要約", "目次", "요약", "결론", "목차", "개요", "resumen", "conclusión",
    "zusammenfassung", "fazit", "résumé", "resumo",
  ]
}
