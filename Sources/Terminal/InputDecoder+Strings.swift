/// Control strings (ECMA-48 5.6), as which terminals answer: ESC, one of `]`, `P`, `_`, `^` and `X`,
/// a text, and ST, which is ESC \, or xterm's BEL.
///
/// Nobody types one: what follows Alt and such a key at once is no key, whether the program asked or
/// another did before it.
extension InputDecoder {
  /// The most bytes that are kept of one; no answer that is understood is longer.
  private static let longestString = 1024

  /// Whether a byte after ESC begins one.
  static func beginsString(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      true
    default: false
    }
  }

  /// Whether one that has begun is held, or what is left of one too long is awaited.
  var isInString: Bool {
    overlong == .report
      || bytes.count > 2 && bytes[0] == 0x1B && Self.beginsString(bytes[1]) && bytes[2] >= 0x20
  }

  /// Takes one at the index; with nothing of a text behind it, it is Alt and a key.
  mutating func decodeString(isFinal: Bool) -> Bool {
    let text = bytes[(index + 2)...]
    guard let first = text.first else { return isFinal && decodeAlt() }
    guard first >= 0x20 else { return decodeAlt() }
    guard let end = text.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else {
      guard text.count > Self.longestString else { return false }
      (overlong, index) = (.report, bytes.count)
      return false
    }
    let isEscape = bytes[end] == 0x1B
    if isEscape, end + 1 == bytes.count { return false }
    let isStopped = isEscape && bytes[end + 1] == UInt8(ascii: "\\")
    let answer = bytes[(index + 1)..<end]
    index = end + (!isEscape ? 1 : isStopped ? 2 : 0)
    if !isEscape || isStopped { takeAnswer(answer) }
    return true
  }

  private mutating func takeAnswer(_ answer: ArraySlice<UInt8>) {
    let lead = [UInt8(ascii: "]")] + BackgroundReport.lead
    guard awaitsBackground, answer.starts(with: lead) else { return }
    background = BackgroundReport(answer.dropFirst(lead.count)) ?? background
  }
}
