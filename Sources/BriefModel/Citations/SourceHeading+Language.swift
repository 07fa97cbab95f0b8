extension SourceHeading {
  /// The heading of a list of sources in the language of a brief; in English where that is not known.
  static func name(for brief: Brief) -> String {
    switch BriefLanguage.of(brief) ?? BriefLanguage.latin(brief) {
    case "ja": "出典"
    case "ko": "출처"
    case "zh": BriefLanguage.isTraditional(brief) ? "來源" : "来源"
    case "de": "Quellen"
    case "es": "Fuentes"
    case "pt": "Fontes"
    default: "Sources"
    }
  }
}
