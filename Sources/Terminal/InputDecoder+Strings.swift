/// Control strings (ECMA-48 5.6), as which terminals answer: ESC, one of `]`, `P`, `_`, `^` and `X`,
/// a text, and ST, which is ESC \, or xterm's BEL. A terminal that was set so sends ESC and what is
/// behind it as one byte, 0x40 higher.
///
/// Nobody types one: what follows Alt and such a key at once is no key, whether the program asked or
/// another did before it.
extension InputDecoder {
  /// The most bytes that are kept of one; no answer that is understood is longer.
  private static let longestString = 1024

  /// How one begins at the index: after as many bytes its text does; nil where none begins.
  var stringLead: (kind: UInt8, length: Int)? { stringLead(at: index) }

  private func stringLead(at start: Int) -> (kind: UInt8, length: Int)? {
    guard start < bytes.count else { return nil }
    if (0x80..<0xA0).contains(bytes[start]), Self.beginsString(bytes[start] - 0x40) {
      return (bytes[start] - 0x40, 1)
    }
    guard bytes[start] == 0x1B, start + 1 < bytes.count, Self.beginsString(bytes[start + 1]) else {
      return nil
    }
    return (bytes[start + 1], 2)
  }

  /// Whether a byte after ESC begins one.
  private static func beginsString(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
      UInt8(ascii: "X"):
      true
    default: false
    }
  }

  /// Whether one that has begun is held, or what is left of one too long is awaited.
  var isInString: Bool {
    if overlong == .report || overlong == .eightBitReport { return true }
    guard let lead = stringLead(at: 0), lead.length < bytes.count else { return false }
    return bytes[lead.length] >= 0x20
  }

  /// Takes one at the index; with nothing of a text behind it, it is Alt and a key.
  mutating func decodeString(isFinal: Bool) -> Bool {
    guard let lead = stringLead else { return false }
    let isEightBit = lead.length == 1
    let text = bytes[(index + lead.length)...]
    guard let first = text.first else { return isFinal && endWithoutEnd() }
    guard first >= 0x20 else { return endWithoutText(isEightBit) }
    guard let end = text.firstIndex(where: { Self.mayEnd($0, isEightBit) }) else {
      guard text.count > Self.longestString else { return false }
      (overlong, index) = (isEightBit ? .eightBitReport : .report, bytes.count)
      return false
    }
    let isEscape = bytes[end] == 0x1B
    if isEscape, end + 1 == bytes.count { return false }
    let isStopped = isEscape && bytes[end + 1] == UInt8(ascii: "\\")
    index = end + (!isEscape ? 1 : isStopped ? 2 : 0)
    if !isEscape || isStopped { takeAnswer(lead.kind, text[..<end]) }
    return true
  }

  private mutating func endWithoutText(_ isEightBit: Bool) -> Bool {
    guard isEightBit else { return decodeAlt() }
    index += 1
    return true
  }

  /// ST in one byte is a part of a character where ESC began the string.
  private static func mayEnd(_ byte: UInt8, _ isEightBit: Bool) -> Bool {
    byte == 0x07 || byte == 0x1B || isEightBit && byte == 0x9C
  }

  private mutating func takeAnswer(_ kind: UInt8, _ answer: ArraySlice<UInt8>) {
    guard awaitsBackground, kind == UInt8(ascii: "]"), answer.starts(with: BackgroundReport.lead)
    else { return }
    awaitsBackground = false
    background = BackgroundReport(answer.dropFirst(BackgroundReport.lead.count)) ?? background
  }
}
