/// A check that goes before the TOML parser, which ends the program on some malformed headers.
///
/// toml++ up to 3.4 takes the `[` of a table's header and then asserts that a key begins
/// (marzer/tomlplusplus#301), so that `[[[1]]]` or `[=` in a file aborts instead of being an error.
package enum TOMLHeaders {
  /// 1-based line on which a header opens and no name follows; nil where there is none.
  ///
  /// Looks at how lines begin and at nothing else, so that it also finds the rare valid line inside
  /// a list or a long string that looks so; to refuse that is the safe side.
  package static func lineWithoutName(_ bytes: some Sequence<UInt8>) -> Int? {
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
