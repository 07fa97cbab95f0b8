/// How a word that is sought may be written: `ß` where it has `ss`, and `ss` where it has `ß`.
enum SharpS {
  private static let sign: [UInt8] = [0xC3, 0x9F]
  private static let letter = UInt8(ascii: "s")
  /// In so many places of a word both spellings are tried, the first ones.
  private static let most = 4

  /// The other spellings of a word in lower case; of one that may go on, also those that go on with
  /// the second letter of a `ß`.
  static func spellings(of word: UnsafeRawBufferPointer, isOpen: Bool) -> [[UInt8]] {
    guard word.contains(letter) || word.contains(sign[1]) else { return [] }
    let parts = parts(of: word, isOpen: isOpen)
    let places = parts.indices.filter { parts[$0].isPlace }.prefix(most)
    guard !places.isEmpty else { return [] }
    let all = (0..<1 << places.count).map { choice in
      parts.enumerated().flatMap { index, part in
        guard let place = places.firstIndex(of: index) else { return part.bytes }
        return choice >> place & 1 == 0 ? part.letters : sign
      }
    }
    return all.filter { !$0.elementsEqual(word) }
  }

  /// A byte of a word, or one of the places where it may be written otherwise.
  private struct Part {
    let bytes: [UInt8]
    /// The letters that stand for the sign; empty where it is no such place.
    var letters: [UInt8] = []

    var isPlace: Bool { !letters.isEmpty }
  }

  private static func parts(of word: UnsafeRawBufferPointer, isOpen: Bool) -> [Part] {
    let both = [letter, letter]
    var parts: [Part] = []
    var rest = Array(word)[...]
    while let first = rest.first {
      let part =
        if rest.starts(with: sign) || rest.starts(with: both) {
          Part(bytes: Array(rest.prefix(2)), letters: both)
        } else if isOpen, first == letter, rest.count == 1 {
          Part(bytes: [first], letters: [letter])
        } else {
          Part(bytes: [first])
        }
      parts.append(part)
      rest = rest.dropFirst(part.bytes.count)
    }
    return parts
  }
}
