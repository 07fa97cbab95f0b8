/// A check that goes before the TOML parser, which ends the program on some malformed files.
///
/// toml++ up to 3.4 takes the `[` of a table's header and then asserts that a key begins
/// (marzer/tomlplusplus#301), so that `[[[1]]]` or `[=` in a file aborts instead of being an error.
/// So do `[}` in the place of a value, line ends that are none in TOML, and odd numbers and dates
/// (`TOMLBareValues`), and a key of thousands of parts overflows the stack.
enum TOMLGuard {
  /// The most dots of one line: keys have few parts.
  private static let dotLimit = 256

  /// 1-based line that the parser must not see, and what is wrong with it.
  static func problem(in bytes: [UInt8]) -> (line: Int, text: String)? {
    if let line = lineWithoutName(bytes) { return (line, "'[' without a name") }
    if let line = lineWithStrayBrace(bytes) { return (line, "'}' in the place of a value") }
    if let line = TOMLBareValues.lineOfOther(in: bytes) {
      return (line, "a value is neither text in quotes, true, false nor a plain number")
    }
    if let line = line(bytes, where: hasForeignLineEnd) {
      return (line, "a line ends in a character that ends no line in TOML")
    }
    if let line = line(bytes, where: { $0.count { $0 == UInt8(ascii: ".") } > dotLimit }) {
      return (line, "over \(dotLimit) dots in a line")
    }
    return nil
  }

  private static func line(_ bytes: [UInt8], where isBad: (ArraySlice<UInt8>) -> Bool) -> Int? {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .firstIndex(where: isBad).map { $0 + 1 }
  }

  /// Whether VT, FF, U+0085, U+2028 or U+2029 is in a line.
  private static func hasForeignLineEnd(_ line: ArraySlice<UInt8>) -> Bool {
    for index in line.indices {
      let rest = line[index...]
      switch line[index] {
      case 0x0B, 0x0C: return true
      case 0xC2 where rest.starts(with: [0xC2, 0x85]): return true
      case 0xE2 where rest.starts(with: [0xE2, 0x80, 0xA8]): return true
      case 0xE2 where rest.starts(with: [0xE2, 0x80, 0xA9]): return true
      default: break
      }
    }
    return false
  }

  /// 1-based line of a `}` right after a `[` or a comma, with only white space and comments
  /// between; knows no strings, to be on the safe side.
  private static func lineWithStrayBrace(_ bytes: [UInt8]) -> Int? {
    var line = 1
    var awaitsValue = false
    var isInComment = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        awaitsValue = awaitsValue || isInComment
        isInComment = false
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      case UInt8(ascii: "["), UInt8(ascii: ","): awaitsValue = true
      case UInt8(ascii: "}") where awaitsValue: return line
      default:
        if byte == UInt8(ascii: "#"), awaitsValue { isInComment = true }
        awaitsValue = false
      }
    }
    return nil
  }

  /// 1-based line on which a header opens and no name follows; nil where there is none.
  ///
  /// Looks at how lines begin and at nothing else, so that it also finds the rare valid line inside
  /// a list or a long string that looks so; to refuse that is the safe side.
  private static func lineWithoutName(_ bytes: [UInt8]) -> Int? {
    var line = 1
    var opened = 0
    var isAtStart = true
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n") {
        if isAtStart, opened > 0 { return line }
        (line, opened, isAtStart) = (line + 1, 0, true)
      } else if isAtStart, !isBlank(byte), index >= 3 || !isByteOrderMark(byte) {
        if byte == UInt8(ascii: "["), opened < 2 {
          opened += 1
        } else {
          if opened > 0, !beginsKey(byte), byte != UInt8(ascii: "]") { return line }
          isAtStart = false
        }
      }
    }
    return nil
  }

  /// One of the three bytes of U+FEFF, which the parser skips at the start of a file.
  private static func isByteOrderMark(_ byte: UInt8) -> Bool {
    byte == 0xEF || byte == 0xBB || byte == 0xBF
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func beginsKey(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
