/// A check that goes before the TOML parser: what stands without quotes in the place of a value.
///
/// toml++ up to 3.4 asserts its way through dates, times and odd numbers, and ends the program where
/// they are malformed. No setting takes any of these, so all but `true`, `false` and plain decimal
/// numbers is refused here.
struct TOMLBareValues {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// Whether a value, or after a comma a key, may begin.
  private var expects = false

  /// 1-based line of the first value that no setting takes; nil where there is none.
  static func lineOfOther(in bytes: [UInt8]) -> Int? {
    var scanner = TOMLBareValues(bytes: bytes)
    return scanner.findOther() ? scanner.line : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func findOther() -> Bool {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "#"): while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString(byte)
      case UInt8(ascii: "="), UInt8(ascii: "["), UInt8(ascii: ","):
        expects = true
        index += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        expects = false
        index += 1
      case _ where Self.isBare(byte):
        let word = takeWord()
        if expects, !isKey, !Self.isPlain(word) { return true }
        expects = false
      default: advance()
      }
    }
    return false
  }

  /// A line's end ends what was expected, but in a list, where expecting more is the safe side.
  private mutating func advance() {
    if bytes[index] == 0x0A { (line, lineStart) = (line + 1, index + 1) }
    index += 1
  }

  private mutating func skipString(_ quote: UInt8) {
    let isLong = bytes[index...].starts(with: [quote, quote, quote])
    index += isLong ? 3 : 1
    expects = false
    while index < bytes.count {
      if isLong ? bytes[index...].starts(with: [quote, quote, quote]) : bytes[index] == quote {
        index += isLong ? 3 : 1
        return
      }
      if bytes[index] == 0x0A, !isLong { return }
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), index + 1 < bytes.count {
        advance()
      }
      advance()
    }
  }

  private mutating func takeWord() -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count, Self.isBare(bytes[index]) { index += 1 }
    return bytes[start..<index]
  }

  /// Whether a key, or a name in a header, was taken.
  private var isKey: Bool {
    let rest = bytes[index...].drop { $0 == 0x20 || $0 == 0x09 }
    if rest.first == UInt8(ascii: "=") { return true }
    let before = bytes[lineStart..<index]
    return before.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "[")
      && !before.contains(UInt8(ascii: ",")) && rest.first == UInt8(ascii: "]")
  }

  /// Anything that is neither punctuation nor white space of TOML.
  private static func isBare(_ byte: UInt8) -> Bool {
    byte > 0x20 && !"=[],{}#\"'".utf8.contains(byte)
  }

  private static func isPlain(_ word: ArraySlice<UInt8>) -> Bool {
    if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) { return true }
    let isSigned = word.first == UInt8(ascii: "-") || word.first == UInt8(ascii: "+")
    let digits = isSigned ? word.dropFirst() : word
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      }
  }
}
