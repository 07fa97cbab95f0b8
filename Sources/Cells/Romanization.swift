/// Letters of other alphabets in Latin ones that take no more columns.
enum Romanization {
  /// The letter for one of the Cyrillic or Greek alphabet, in its case.
  static func ofLetter(_ scalar: UInt32) -> UInt32? {
    guard (0x370..<0x530).contains(scalar), let letter = Unicode.Scalar(scalar) else { return nil }
    if let twin = letters[scalar] { return twin }
    let lowered = letter.properties.lowercaseMapping.unicodeScalars
    guard lowered.count == 1, let small = lowered.first, let twin = letters[small.value] else {
      return nil
    }
    return (0x61...0x7A).contains(twin) ? twin - 0x20 : twin
  }

  /// The two letters of a kana.
  static func ofKana(_ scalar: UInt32) -> (first: UInt32, second: UInt32)? {
    let hiragana = (0x30A1...0x30F6).contains(scalar) ? scalar - 0x60 : scalar
    guard (0x3041...0x3096).contains(hiragana) else { return nil }
    let index = Int(hiragana - 0x3041) * 2
    return (UInt32(kana[index]), UInt32(kana[index + 1]))
  }

  private static let letters: [UInt32: UInt32] = {
    var letters: [UInt32: UInt32] = [:]
    for (latin, others) in rows {
      for scalar in others.unicodeScalars { letters[scalar.value] = latin.value }
    }
    return letters
  }()

  /// Cyrillic by ISO 9 (1995), which has one letter for each, and Greek by ISO 843, both without the
  /// signs above the letters; of the two letters that ISO 843 has for θ, χ and ψ the first.
  private static let rows: [(Unicode.Scalar, String)] = [
    ("a", "аәαά"), ("b", "б"), ("c", "цчћџχ"), ("d", "дђδ"), ("e", "еёэєѐεέ"), ("f", "фφ"),
    ("g", "гґғѓγ"), ("h", "хһ"), ("i", "иіїѝηήιίϊΐ"), ("j", "йј"), ("k", "кқќκ"), ("l", "лљλ"),
    ("m", "мμ"), ("n", "нңњν"), ("o", "оөοόωώ"), ("p", "пπψ"), ("r", "рρ"), ("s", "сшщѕσς"),
    ("t", "тτθ"), ("u", "уўұүю"), ("v", "вβ"), ("x", "ξ"), ("y", "ыυύϋΰ"), ("z", "зжζ"),
    ("a", "я"), ("'", "ь"), ("\"", "ъ"), (";", "\u{37E}"),
  ]

  /// By ISO 3602 (1989), letter for letter, in the order of Unicode; a consonant that is doubled and
  /// a syllable of one letter leave the second column blank.
  private static let kana = Array(
    ("a a i i u u e e o o kagakigikugukegekogosazasizisuzusezesozo"
      + "tadatidi' tudutedetodonaninunenohabapahibipihubupuhebepehobopo"
      + "mamimumemoyayayuyuyoyorarirurerowawawiwewon vukake").utf8)
}
