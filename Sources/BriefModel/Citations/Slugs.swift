/// Makes the identifiers of sections, as GitHub makes the anchors of headings.
struct Slugs {
  private var taken: Set<String> = []
  /// The last number that was given to a slug.
  private var numbers: [String: Int] = [:]

  /// Lower case, only letters, digits, `_` and `-`, a `-` for each space; `-1`, `-2` … after one
  /// that is taken.
  mutating func unique(for title: String) -> String {
    let slug = Slugs.slug(title)
    var candidate = slug
    var number = numbers[slug] ?? 0
    while !taken.insert(candidate).inserted {
      number += 1
      candidate = "\(slug)-\(number)"
    }
    numbers[slug] = number
    return candidate
  }

  static func slug(_ title: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in title.lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" {
        slug.append("-")
      } else if scalar == "_" || isWord(scalar) {
        slug.append(scalar)
      }
    }
    return slug.isEmpty ? "section" : Sanitizer.prose(String(slug))
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return UInt8(ascii: scalar).isLetter || UInt8(ascii: scalar).isDigit }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
      .connectorPunctuation:
      return true
    default: return false
    }
  }
}
