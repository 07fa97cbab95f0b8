import CICU

/// A word, a sign or a citation of a passage: the least that is told as changed.
///
/// Words are as spaces and signs part them; a script that writes none is taken by its characters.
struct Token {
  /// The same for tokens that say the same.
  var key: Int
  /// Bytes of the passage, the spaces after it with it; a citation has no others.
  var range: Range<Int>
  /// Index into the passage's marks; nil for words and signs.
  var mark: Int?
}

extension ComparedPassage {
  /// The passage in tokens, in time that is linear in its length.
  func tokens() -> [Token] {
    var reading = TokenReading(passage: self)
    reading.read()
    return reading.tokens
  }
}

private struct TokenReading {
  let passage: ComparedPassage
  var tokens: [Token] = []
  private var offset = 0
  private var nextMark = 0

  init(passage: ComparedPassage) { self.passage = passage }

  mutating func read() {
    let bytes = passage.bytes
    tokens.reserveCapacity(bytes.count / 5 + 1)
    bytes.withUnsafeBufferPointer { bytes in
      readMarks(bytes)
      while offset < bytes.count {
        let start = offset
        let limit = nextMark < passage.marks.count ? passage.marks[nextMark].offset : bytes.count
        offset = Self.end(of: bytes, from: start, before: limit)
        append(bytes, from: start)
        readMarks(bytes)
      }
    }
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes.slice(start..<offset)))
    skipSpaces(bytes)
    tokens.append(Token(key: hasher.finalize(), range: start..<offset))
  }

  private mutating func readMarks(_ bytes: UnsafeBufferPointer<UInt8>) {
    while nextMark < passage.marks.count, passage.marks[nextMark].offset <= offset {
      var hasher = Hasher()
      hasher.combine(passage.marks[nextMark].identity)
      hasher.combine(true)
      let start = offset
      skipSpaces(bytes)
      tokens.append(Token(key: hasher.finalize(), range: start..<offset, mark: nextMark))
      nextMark += 1
    }
  }

  private mutating func skipSpaces(_ bytes: UnsafeBufferPointer<UInt8>) {
    let limit = nextMark < passage.marks.count ? passage.marks[nextMark].offset : bytes.count
    while offset < limit, bytes[offset] == 0x20 { offset += 1 }
  }

  /// The end of the word or sign that begins at an offset.
  private static func end(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, before limit: Int
  ) -> Int {
    var end = start
    while end < limit {
      let scalar = DecodedScalar(bytes, at: end)
      switch TokenClass(scalar) {
      case .letter: end += scalar.length
      case .space:
        if end > start { return end }
        end += scalar.length
        while end < limit, bytes[end] == 0x20 { end += 1 }
        return end
      case .joint where end > start && end + scalar.length < limit:
        let next = DecodedScalar(bytes, at: end + scalar.length)
        guard TokenClass(next) == .letter else { return end }
        end += scalar.length
      case .sign, .joint:
        return end > start ? end : end + scalar.length
      case .character:
        if end > start { return end }
        end += scalar.length
        while end < limit, case let mark = DecodedScalar(bytes, at: end), mark.isMark {
          end += mark.length
        }
        return end
      }
    }
    return min(max(end, start + 1), bytes.count)
  }
}

/// What a character is to the words around it.
private enum TokenClass {
  case letter, space, sign
  /// Holds two letters together: an apostrophe, the point in a number.
  case joint
  /// Of a script without spaces between its words.
  case character

  init(_ scalar: DecodedScalar) {
    switch scalar.value ?? 0xFFFD {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x20: self = .space
    case 0x27, 0x2C, 0x2E, 0x2019: self = .joint
    case 0..<0x80, 0xA1...0xBF, 0xD7, 0xF7, 0x2000...0x206F, 0x20A0...0x2BFF, 0x3000...0x303F,
      0xFE10...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
      self = .sign
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x31FF, 0x3400...0x9FFF,
      0xF900...0xFAFF, 0xFF66...0xFF9F, 0x1F000...0x3FFFF:
      self = .character
    default: self = .letter
    }
  }
}

extension DecodedScalar {
  /// Whether it is drawn over the character before it.
  fileprivate var isMark: Bool {
    guard let value, value >= 0x300 else { return false }
    return icu_is_mark(Int32(bitPattern: value))
  }
}
