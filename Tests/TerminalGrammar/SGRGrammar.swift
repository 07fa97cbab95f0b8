/// The parameters of SGR (ECMA-48 8.3.117) that are meant to be sent.
enum SGRGrammar {
  static func allows(_ parameters: ArraySlice<UInt8>) -> Bool {
    if parameters.isEmpty { return true }
    var numbers: [Int] = []
    for digits in parameters.split(separator: 0x3B, omittingEmptySubsequences: false) {
      guard digits.count < 4, digits.allSatisfy({ (0x30...0x39) ~= $0 }) else { return false }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    var rest = numbers[...]
    while let number = rest.popFirst() {
      guard allows(number, &rest) else { return false }
    }
    return true
  }

  private static func allows(_ number: Int, _ rest: inout ArraySlice<Int>) -> Bool {
    switch number {
    case 0...4, 7, 22...24, 27, 30...37, 39, 40...47, 49, 90...97, 100...107: return true
    case 38, 48:
      let count = rest.first == 5 ? 1 : rest.first == 2 ? 3 : 0
      let values = rest.dropFirst().prefix(count)
      rest = rest.dropFirst(1 + count)
      return count > 0 && values.count == count && values.allSatisfy { $0 < 256 }
    default: return false
    }
  }
}
