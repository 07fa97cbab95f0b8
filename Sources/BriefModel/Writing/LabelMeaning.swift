/// What the label of a citation says beyond what its mark and its source say.
struct LabelMeaning {
  /// Whether it says nothing that the sentence needs: a number of the source, an address, a domain.
  let isBare: Bool
  /// Whether it is the name of who published the source.
  let isOutlet: Bool
  /// Whether it says only that there is something to read: `here`, `原文`.
  let isGeneric: Bool

  init(_ citation: Citation, of brief: Brief) {
    let words = citation.label.trimmed
    isGeneric = OutletName.isGeneric(OutletName.trimmed(words))
    isBare = !citation.form.hasWords || LabelMeaning.isBare(words, isName: citation.isName)
    isOutlet =
      citation.url.map {
        OutletName.cited(words, of: $0) != nil || OutletLikeness.holds(between: words, and: $0)
          || OutletName.digits(words, of: $0, number: nil) != nil
      } ?? false || citation.source.map { brief.sources[$0].outlet == words } ?? false
  }

  /// Whether a sentence lacks something without the label.
  var isNeeded: Bool { !isBare && !isOutlet && !isGeneric }

  /// A label of digits is a number where it may be that of an entry and is no name; in years, shares
  /// and amounts the digits are words of the sentence.
  private static func isBare(_ words: String, isName: Bool) -> Bool {
    if OutletName.isAddress(words) || words.hasPrefix("citation:") { return true }
    let plain = words.utf8.contains(0x5E) ? words.filter { $0 != "^" } : words
    if ListNumber.read(OutletName.trimmed(plain)) != nil { return !isName }
    return !words.unicodeScalars.contains {
      $0.isLetter || $0 == "#" || $0.properties.numericType == .decimal
    }
  }
}

extension Citation.Form {
  /// Whether a label of words stands between its brackets or tags.
  fileprivate var hasWords: Bool {
    switch self {
    case .link, .reference, .html: true
    case .autolink, .address, .number, .footnote, .superscript, .digits, .leak: false
    }
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return "" }
    return String(scalars[first...last])
  }
}
