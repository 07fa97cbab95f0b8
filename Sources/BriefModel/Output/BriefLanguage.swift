/// The language of a brief, where its script tells it.
enum BriefLanguage {
  /// `ja`, `ko` or `zh` (BCP 47) where more than half of the letters are of that language's script;
  /// nil for all others, as letters do not tell English from German.
  static func of(_ brief: Brief) -> String? {
    var count = Count()
    forEachText(of: brief) { text in
      count.add(text)
      return count.letters < enough
    }
    return count.language
  }

  /// `de`, `es`, `fr` or `pt` (BCP 47) where words that no sentence of that language does without are
  /// more than those of the others and of English; nil where there are few.
  static func latin(_ brief: Brief) -> String? {
    var counts: [String: Int] = [:]
    var words = 0
    forEachSample(of: brief) { text in
      for word in text.split(whereSeparator: { " \n,.;:!?()".contains($0) })
      where word.allSatisfy(\.isLetter) {
        words += 1
        for language in languages[word.lowercased()] ?? [] { counts[language, default: 0] += 1 }
      }
      return words < enough / 8
    }
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard let best = ranked.first, best.key != "en", best.value * 12 > words,
      best.value >= (ranked.dropFirst().first?.value ?? 0) + leastLead
    else { return nil }
    return best.key
  }

  /// As many bytes of a brief tell its language.
  private static let sampleLength = 1 << 16

  /// Gives the texts at the start of a brief until one returns false.
  private static func forEachSample(of brief: Brief, _ body: (Substring) -> Bool) {
    var left = sampleLength
    forEachText(of: brief) { text in
      let sample = text.prefix(left)
      left -= text.utf8.count
      return body(sample) && left > 0
    }
  }

  /// Whether a Chinese text has more characters as they are written in Taiwan and Hong Kong than
  /// their simple forms.
  static func isTraditional(_ brief: Brief) -> Bool {
    var (traditional, simple) = (0, 0)
    forEachSample(of: brief) { text in
      for scalar in text.unicodeScalars {
        if BriefLanguage.traditional.contains(scalar) { traditional += 1 }
        if BriefLanguage.simple.contains(scalar) { simple += 1 }
      }
      return traditional + simple < enough / 8
    }
    return traditional > simple
  }

  /// Gives the title, the lede, and the titles and texts of sections, until it is told to stop.
  private static func forEachText(of brief: Brief, _ goesOn: (String) -> Bool) {
    guard goesOn(brief.title), goesOn(brief.lede.plainText) else { return }
    for section in brief.sections where section.kind == .body {
      guard goesOn(section.title), goesOn(section.blocks.plainText) else { return }
    }
  }

  private static let traditional = Set("來這個們說國時會對學經發開問為與後過還進".unicodeScalars)
  private static let simple = Set("来这个们说国时会对学经发开问为与后过还进".unicodeScalars)

  /// Words that stand in almost every sentence, with the languages that have them.
  private static let languages: [String: [String]] = {
    let words = [
      "de": "der die das und ist nicht mit von den dem ein eine auf für im zu sich als auch wird",
      "en": "the and of to in is that for on with was are by as at from it this has be",
      "es": "el la los las y de que en un una es por con para del se su al como más",
      "fr": "le la les et des est un une que dans pour du sur par au avec qui pas plus ce",
      "pt": "o a os as e de que em um uma é por com para do da não no na se",
    ]
    var languages: [String: [String]] = [:]
    for (language, list) in words {
      for word in list.split(separator: " ") {
        languages[String(word), default: []].append(language)
      }
    }
    return languages
  }()

  /// By so many words a language must be ahead of all others.
  private static let leastLead = 5
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
