/// A check that goes before the TOML parser: what stands without quotes in the place of a value.
///
/// toml++ up to 3.4 asserts its way through dates, times and odd numbers, and ends the program where
/// they are malformed. No setting takes any of these, so all but `true`, `false` and plain decimal
/// numbers is refused here. Lines are looked at one by one; of a long string over several lines the
/// rare line that looks like such a value is refused too.
enum TOMLBareValues {
  /// 1-based line of the first value that no setting takes; nil where there is none.
  static func lineOfOther(in bytes: [UInt8]) -> Int? {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .firstIndex { line in
        var scanner = LineScanner(line: line)
        return scanner.findsOtherValue()
      }.map { $0 + 1 }
  }

  private struct LineScanner {
    let line: ArraySlice<UInt8>
    var index: Int
    /// Whether a value, or after a comma a key, may begin.
    var expects = false

    init(line: ArraySlice<UInt8>) {
      self.line = line
      index = line.startIndex
    }

    mutating func findsOtherValue() -> Bool {
      while index < line.endIndex {
        let byte = line[index]
        if byte == UInt8(ascii: "#") { return false }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          skipString(byte)
          expects = false
        } else if isBare(byte) {
          let word = takeWord()
          if expects, !isKey, !isPlain(word) { return true }
          expects = false
        } else {
          if "=[,".utf8.contains(byte) { expects = true }
          index += 1
        }
      }
      return false
    }

    private mutating func skipString(_ quote: UInt8) {
      index += 1
      while index < line.endIndex, line[index] != quote {
        index += line[index] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") ? 2 : 1
      }
      index += 1
    }

    private mutating func takeWord() -> ArraySlice<UInt8> {
      let start = index
      while index < line.endIndex, isBare(line[index]) { index += 1 }
      return line[start..<index]
    }

    /// Whether a name in a header, or a key, was taken.
    private var isKey: Bool {
      let rest = line[index...].drop { $0 == 0x20 || $0 == 0x09 }
      if rest.first == UInt8(ascii: "=") { return true }
      let first = line.first { $0 != 0x20 && $0 != 0x09 }
      return first == UInt8(ascii: "[") && !line.contains(UInt8(ascii: ","))
        && rest.first == UInt8(ascii: "]")
    }

    /// Anything that is neither punctuation nor white space of TOML.
    private func isBare(_ byte: UInt8) -> Bool {
      byte > 0x20 && !"=[],{}#\"'".utf8.contains(byte)
    }

    private func isPlain(_ word: ArraySlice<UInt8>) -> Bool {
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
}
