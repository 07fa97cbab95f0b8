import BriefModel

/// Where text has no spaces between its words.
enum CJKText {
  /// A part of a word that is a word of the index.
  struct Piece: Equatable {
    var range: Range<Int>
    /// Whether it stands in the place of the one before it.
    var isColocated = false
  }

  /// The pieces of a word of valid UTF-8: runs of other scripts as they are, runs of CJK in pairs.
  static func pieces(of word: UnsafeRawBufferPointer) -> [Piece] {
    var pieces: [Piece] = []
    var run: [Range<Int>] = []
    var index = 0
    var other: Int?
    while index < word.count {
      let length = scalarLength(word[index])
      let end = min(word.count, index + length)
      if WrittenScript.isCJK(scalar(word, index..<end)) {
        if let start = other { pieces.append(Piece(range: start..<index)) }
        other = nil
        run.append(index..<end)
      } else {
        append(run, to: &pieces)
        run = []
        if other == nil { other = index }
      }
      index = end
    }
    append(run, to: &pieces)
    if let start = other { pieces.append(Piece(range: start..<word.count)) }
    return pieces
  }

  /// Whether the last word of a text ends in one character of CJK that has none before it, and so
  /// is the beginning of words of the index.
  static func endsInOne(_ text: String) -> Bool {
    let word = WidthFold.fold(text.unicodeScalars).unicodeScalars
      .reversed().drop { !isOfWord($0) }.prefix { isOfWord($0) }
    guard let last = word.first, WrittenScript.isCJK(last.value) else { return false }
    return word.dropFirst().first.map { !WrittenScript.isCJK($0.value) } ?? true
  }

  /// Whether `unicode61` takes a character for one of a word.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }

  private static func append(_ run: [Range<Int>], to pieces: inout [Piece]) {
    guard let last = run.last else { return }
    guard run.count > 1 else { return pieces.append(Piece(range: last)) }
    for (first, second) in zip(run, run.dropFirst()) {
      pieces.append(Piece(range: first.lowerBound..<second.upperBound))
    }
    pieces.append(Piece(range: last, isColocated: true))
  }

  private static func scalarLength(_ byte: UInt8) -> Int {
    switch byte {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  private static func scalar(_ word: UnsafeRawBufferPointer, _ range: Range<Int>) -> UInt32 {
    let lead: UInt32 = [0x7F, 0x1F, 0x0F, 0x07][min(3, range.count - 1)]
    return range.dropFirst().reduce(UInt32(word[range.lowerBound]) & lead) {
      $0 << 6 | UInt32(word[$1] & 0x3F)
    }
  }
}
