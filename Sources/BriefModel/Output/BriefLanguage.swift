/// The language of a brief, where its script tells it.
enum BriefLanguage {
  /// `ja`, `ko` or `zh` (BCP 47) where more than half of the letters are of that language's script;
  /// nil for all others, as letters do not tell English from German.
  static func of(_ brief: Brief) -> String? {
    var count = Count()
    count.add(brief.title)
    count.add(brief.lede.plainText)
    for section in brief.sections where section.kind == .body {
      count.add(section.title)
      count.add(section.blocks.plainText)
      guard count.letters < enough else { break }
    }
    return count.language
  }

  /// So many letters are asked at most.
  private static let enough = 20_000

  private struct Count {
    var kana = 0
    var hangul = 0
    var han = 0
    var letters = 0

    mutating func add(_ text: String) {
      for scalar in text.unicodeScalars.prefix(enough) {
        switch scalar.value {
        case 0x3041...0x30FF: kana += 1
        case 0xAC00...0xD7A3: hangul += 1
        case 0x3400...0x9FFF: han += 1
        case 0..<0x41: continue
        default: guard scalar.properties.isAlphabetic else { continue }
        }
        letters += 1
      }
    }

    /// A Chinese text may name something in kana; a Japanese one has a fifth of it and more.
    var language: String? {
      let wide = kana + hangul + han
      guard wide * 2 > letters else { return nil }
      if hangul * 2 > wide { return "ko" }
      return kana * 8 > wide ? "ja" : "zh"
    }
  }
}
