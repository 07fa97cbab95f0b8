/// Finds the punctuation that keeps `**` from marking text in Chinese and Japanese.
///
/// CommonMark takes `**` after punctuation and before a letter for an opening mark, and that before
/// punctuation and after a letter for a closing one; scripts without spaces have letters on both
/// sides, so `**重点：**说明` keeps its marks on the screen. Where md4c reads a letter in the
/// punctuation's place, the marks may open and close, and which of both is decided by what is open.
///
/// ASCII punctuation may mean more to md4c (`)` ends a link), so that it stays; there the wide letter
/// on the other side is read as punctuation, which opens and closes just so.
struct EmphasisRepair {
  /// The letter that md4c reads: as long in UTF-8 as all punctuation that is looked for.
  static let letter = Array("字".utf8)
  /// The punctuation that md4c reads in the place of a letter of three bytes.
  static let stop = Array("。".utf8)

  /// Offsets of three-byte punctuation beside `**` with a letter or digit on the other side.
  private(set) var punctuation: [Int] = []
  /// Offsets of three-byte letters beside `**` with ASCII punctuation on the other side.
  private(set) var letters: [Int] = []

  var isEmpty: Bool { punctuation.isEmpty && letters.isEmpty }

  init(_ file: Bytes, from start: Int) {
    var index = start
    var lineEnd = start
    var opens = true
    while let found = file.firstIndex(of: 0x2A, from: index) {
      var end = found + 1
      while end < file.count, file[end] == 0x2A { end += 1 }
      index = end
      guard end - found == 2 || end - found == 3 else { continue }
      if found >= lineEnd {
        lineEnd = file.firstIndex(of: 0x0A, from: found) ?? file.count
        opens = true
      }
      add(file, found..<end, opens: opens, from: start)
      opens.toggle()
    }
  }

  /// `opens` says that an even number of marks goes before on the line.
  private mutating func add(_ file: Bytes, _ mark: Range<Int>, opens: Bool, from start: Int) {
    let (before, after) = (mark.lowerBound, mark.upperBound)
    if EmphasisRepair.isPunctuation(file, before - 3, from: start) {
      if EmphasisRepair.isWord(file, at: after) { punctuation.append(before - 3) }
    } else if EmphasisRepair.isPunctuation(file, after, from: start) {
      // Of `**a**：**b**` the first pair closes as it is, and the next needs what stands between.
      let stands = !opens && file.has("**", at: after + 3)
      if !stands, EmphasisRepair.isWord(file, before: before, from: start) {
        punctuation.append(after)
      }
    } else if before > start, after < file.count {
      if opens {
        guard file[after].isASCIIPunctuation, EmphasisRepair.isWideLetter(file, before - 3) else {
          return
        }
        letters.append(before - 3)
      } else if file[before - 1].isASCIIPunctuation, EmphasisRepair.isWideLetter(file, after) {
        letters.append(after)
      }
    }
  }

  /// Takes out of a copy of the file what keeps `**` from marking text.
  func mask(_ copy: inout [UInt8]) {
    for place in punctuation {
      copy.replaceSubrange(place..<place + 3, with: EmphasisRepair.letter)
    }
    for place in letters { copy.replaceSubrange(place..<place + 3, with: EmphasisRepair.stop) }
  }

  /// Whether a letter of three bytes, or a sign such as `②`, stands at an offset.
  private static func isWideLetter(_ file: Bytes, _ offset: Int) -> Bool {
    guard offset >= 0, offset + 3 <= file.count, file[offset] >= 0xE2, file[offset] <= 0xED else {
      return false
    }
    return DecodedScalar(file, at: offset).length == 3 && !isPunctuation(file, offset, from: 0)
      && !isSpace(file, offset)
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

extension UInt8 {
  /// Whether it is punctuation of ASCII, as CommonMark has it, other than the mark of emphasis.
  fileprivate var isASCIIPunctuation: Bool {
    switch self {
    case 0x2A: false
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
