private import CICU

/// What is read in place of a character where a terminal can show nothing but ASCII.
///
/// One column for one, so that no line is laid out anew: `ß` is an `s` and `…` a stop, where they were
/// not spelled out before (`ASCIISpelling`). Letters lose
/// their accents, signs become the nearest there are, Cyrillic and Greek letters the Latin one of
/// their transliteration, and kana, which are wide, the two of theirs. What has no likeness is a `?`
/// (other scripts, emoji), which says more than a letter that is wrong would.
package enum ASCIITwin {
  /// Stands for what has no twin.
  package static let none: UInt32 = 0x3F

  /// The twin of a character; itself in ASCII.
  package static func of(_ scalar: UInt32) -> UInt32 {
    if (0x20...0x7E).contains(scalar) { return scalar }
    if (0xFF01...0xFF5E).contains(scalar) { return scalar - 0xFEE0 }
    if let sign = signs[scalar] { return sign }
    if let letters = Romanization.ofKana(scalar) { return letters.first }
    return plainLetter(scalar) ?? Romanization.ofLetter(scalar) ?? shape(scalar) ?? none
  }

  /// What is read in the second column of a wide character.
  package static func second(of scalar: UInt32) -> UInt32 {
    if let letters = Romanization.ofKana(scalar) { return letters.second }
    return of(scalar) == none ? none : 0x20
  }

  /// A letter without its accents, in its case.
  private static func plainLetter(_ scalar: UInt32) -> UInt32? {
    let plain = UInt32(bitPattern: icu_plain(Int32(bitPattern: scalar)))
    guard (0x61...0x7A).contains(plain), let character = Unicode.Scalar(scalar) else { return nil }
    return character.properties.isUppercase ? plain - 0x20 : plain
  }

  /// What is drawn of lines and blocks.
  private static func shape(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x2500...0x257F: 0x2B
    case 0x2580...0x25A1, 0x25AA...0x25AB: 0x23
    default: nil
    }
  }

  private static let signs: [UInt32: UInt32] = {
    var signs: [UInt32: UInt32] = [:]
    for (twin, characters) in rows {
      for scalar in characters.unicodeScalars { signs[scalar.value] = twin.value }
    }
    return signs
  }()

  private static let rows: [(Unicode.Scalar, String)] = [
    (
      " ",
      "\u{A0}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}"
        + "\u{200A}\u{202F}\u{205F}\u{3000}®™"
    ),
    ("-", "‐‑‒–—―−·─━╌┄⁃¯ー"), ("'", "‘’‚‛′ʼ´ʹʻ"), ("\"", "“”„‟″«»〝〞＂"), ("<", "‹⟨≤←◄◀⇐〈《"),
    (">", "›⟩≥→►▶⇒〉》➜"), ("*", "•‣◦∙●⁕★☆◆◇⋅※"), (".", "…。・"), (",", "、"), ("|", "│┃¦‖"),
    ("/", "÷⁄∕"), ("x", "×✕✖✗✘"), ("~", "±≈∼≅"), ("#", "≠"), ("o", "°º○◯œ"), ("O", "Œ"),
    ("c", "©¢"), ("E", "€"), ("L", "£"), ("Y", "¥"), ("S", "§"), ("P", "¶"), ("s", "ß"),
    ("a", "æª"), ("A", "Æ"), ("t", "þ"), ("T", "Þ"),
    ("N", "№"), ("u", "µ"), ("!", "¡"),
    ("^", "↑▲"), ("v", "↓▼"), ("+", "✓✔"), ("0", "⁰₀"), ("1", "¹₁"), ("2", "²₂"), ("3", "³₃"),
    ("4", "⁴₄"), ("5", "⁵₅"), ("6", "⁶₆"), ("7", "⁷₇"), ("8", "⁸₈"), ("9", "⁹₉"), ("[", "【「『"),
    ("]", "】」』"),
  ]
}
