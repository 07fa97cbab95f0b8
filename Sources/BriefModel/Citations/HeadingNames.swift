/// What a heading or a label is called: its words without the numbers, emoji and punctuation around.
enum HeadingNames {
  /// The most bytes of a heading that is looked at.
  private static let lengthLimit = 120

  /// The names in lower case; a bilingual heading has several: `来源 / Sources`.
  static func parts(of heading: String) -> [String] {
    guard heading.utf8.count <= lengthLimit else { return [] }
    var heading = heading
    return heading.withUTF8 { text in
      var names: [String] = []
      var start = 0
      var index = 0
      while index < text.count {
        let scalar = DecodedScalar(text, at: index)
        if partsNames(scalar.value) {
          add(text.slice(start..<index), to: &names)
          start = index + scalar.length
        }
        index += scalar.length
      }
      add(text.slice(start..<text.count), to: &names)
      return names
    }
  }

  /// Whether a scalar stands between the two names of a bilingual heading.
  private static func partsNames(_ scalar: UInt32?) -> Bool {
    switch scalar {
    case 0x2F, 0x7C, 0x28, 0x29, 0x3A: true  // / | ( ) :
    case 0xFF08, 0xFF09, 0xFF1A: true  // （ ） ：
    case 0xB7, 0x2014, 0x2013: true  // · — –
    default: false
    }
  }

  /// Adds the name in a part, from its first letter to its last.
  private static func add(_ part: Bytes, to names: inout [String]) {
    guard let first = letter(in: part, from: 0)?.lowerBound else { return }
    var end = part.count
    while let start = part[..<end].lastIndex(where: { $0 & 0xC0 != 0x80 }),
      letter(in: part, from: start)?.lowerBound != start
    {
      end = start
    }
    let lettered = withoutLetter(part.slice(0..<end), from: first)
    names.append(lowered(part.slice(lettered..<end)))
  }

  /// Behind the letter with which the parts of a document are counted: `A. Sources`.
  private static func withoutLetter(_ part: Bytes, from first: Int) -> Int {
    guard part[first] < 0x80, part.has(". ", at: first + 1) || part.has(") ", at: first + 1) else {
      return first
    }
    return letter(in: part, from: first + 3)?.lowerBound ?? first
  }

  /// The bytes of the first letter at or after an offset.
  private static func letter(in text: Bytes, from start: Int) -> Range<Int>? {
    var index = start
    while index < text.count {
      let scalar = DecodedScalar(text, at: index)
      if let value = scalar.value.flatMap(Unicode.Scalar.init), value.isLetter {
        return index..<index + scalar.length
      }
      index += scalar.length
    }
    return nil
  }

  /// In lower case; characters of three bytes up to those of full width have none.
  private static func lowered(_ text: Bytes) -> String {
    let isPlain = text.allSatisfy { $0 < 0x80 || $0 < 0xC0 || (0xE3...0xE9).contains($0) }
    guard isPlain else { return text.text.lowercased() }
    return String(unsafeUninitializedCapacity: text.count) { output in
      for (index, byte) in text.enumerated() {
        output.initializeElement(at: index, to: byte.lowered)
      }
      return text.count
    }
  }
}
