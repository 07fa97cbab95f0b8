/// Finds the punctuation that keeps `**` from marking text in Chinese and Japanese.
///
/// CommonMark takes `**` after punctuation and before a letter for an opening mark, and that before
/// punctuation and after a letter for a closing one; scripts without spaces have letters on both
/// sides, so `**重点：**说明` keeps its marks on the screen. Where md4c reads a letter in the
/// punctuation's place, the marks may open and close, and which of both is decided by what is open.
enum EmphasisRepair {
  /// The letter that md4c reads: as long in UTF-8 as all punctuation that is looked for.
  static let letter = Array("字".utf8)

  /// Offsets of three-byte punctuation beside `**` with a letter or digit on the other side.
  static func places(in file: Bytes, from start: Int) -> [Int] {
    var places: [Int] = []
    var index = start
    while let found = file.firstIndex(of: 0x2A, from: index) {
      var end = found + 1
      while end < file.count, file[end] == 0x2A { end += 1 }
      index = end
      guard end - found == 2 || end - found == 3 else { continue }
      if isPunctuation(file, found - 3, from: start), isWord(file, at: end) {
        places.append(found - 3)
      } else if isPunctuation(file, end, from: start), isWord(file, before: found, from: start) {
        places.append(end)
      }
    }
    return places
  }

  /// Whether CJK or typographic punctuation of three bytes stands at an offset.
  private static func isPunctuation(_ file: Bytes, _ offset: Int, from start: Int) -> Bool {
    guard offset >= start, offset + 3 <= file.count else { return false }
    let scalar = DecodedScalar(file, at: offset)
    guard scalar.length == 3, let value = scalar.value else { return false }
    switch value {
    case 0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3003, 0x3008...0x3020, 0x3030, 0x30FB,
      0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
      return true
    default: return false
    }
  }

  private static func isWord(_ file: Bytes, at offset: Int) -> Bool {
    guard offset < file.count else { return false }
    let byte = file[offset]
    if byte < 0x80 { return byte.isLetter || byte.isDigit }
    return !isPunctuation(file, offset, from: 0) && !isSpace(file, offset)
  }

  private static func isWord(_ file: Bytes, before offset: Int, from start: Int) -> Bool {
    guard offset > start else { return false }
    let byte = file[offset - 1]
    if byte < 0x80 { return byte.isLetter || byte.isDigit }
    return !isPunctuation(file, offset - 3, from: start)
      && !(offset >= 3 && isSpace(file, offset - 3))
  }

  /// The ideographic space and the no-break space.
  private static func isSpace(_ file: Bytes, _ offset: Int) -> Bool {
    file.has("\u{3000}", at: offset) || file.has("\u{A0}", at: offset)
      || file.has("\u{A0}", at: offset + 1)
  }
}
