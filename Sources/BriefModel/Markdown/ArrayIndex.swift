/// Tells the index of an array in code, `items[2]`, from a citation that sticks to a word,
/// `the rate rose[1]`.
///
/// Only what code has and prose has not counts: a name such as `arr` or `self.items`, an index of
/// an index `a[0][1]`, an assignment to it, a member after it. What sticks to the same name
/// elsewhere in the file is an index too. Names such as `myItems`, `rows.first` and `rows()` prove
/// nothing: so look `arXiv`, `data.json` and a function that the text is about.
enum ArrayIndex {
  /// The longest name that is looked at.
  private static let nameLimit = 32
  /// How far back indices before an index are looked through.
  private static let chainLimit = 20
  /// Names that are no words.
  private static let names: Set<String> = [
    "arr", "argv", "args", "buf", "elems", "idx", "nums", "ptr", "tmp", "vec",
  ]

  /// Whether a number in brackets at a range is an index.
  static func isIndex(_ file: Bytes, _ range: Range<Int>) -> Bool {
    guard let (text, place) = nameAndPlace(file, at: range.lowerBound) else { return false }
    return names.contains(text) || isIndexed(file, place, range.lowerBound)
      || isOwn(file, place) || isContinued(file, range.upperBound)
  }

  /// The name to which a bracket sticks, where it may be that of an array: in small letters.
  static func name(_ file: Bytes, at bracket: Int) -> String? {
    nameAndPlace(file, at: bracket)?.text
  }

  private static func nameAndPlace(_ file: Bytes, at bracket: Int) -> (
    text: String, place: Range<Int>
  )? {
    guard file[bracket] == 0x5B else { return nil }
    let end = nameEnd(file, before: bracket)
    var start = end
    while start > 0, end - start < nameLimit, isPart(file[start - 1]) { start -= 1 }
    // The end of a longer word, also of one with letters beyond ASCII, is no name.
    guard start < end, !file[start].isDigit, start == 0 || !continues(file[start - 1]) else {
      return nil
    }
    return (file.slice(start..<end).text, start..<end)
  }

  /// The offset after the name that brackets with numbers follow.
  private static func nameEnd(_ file: Bytes, before bracket: Int) -> Int {
    var end = bracket
    while end > 2, bracket - end < chainLimit, file[end - 1] == 0x5D {
      var open = end - 2
      while open > 0, end - open < chainLimit, file[open].isDigit { open -= 1 }
      guard open < end - 2, file[open] == 0x5B else { break }
      end = open
    }
    return end
  }

  /// Small letters, digits and `_`.
  private static func isPart(_ byte: UInt8) -> Bool {
    isSmall(byte) || byte.isDigit || byte == 0x5F
  }

  private static func continues(_ byte: UInt8) -> Bool {
    isPart(byte) || byte.isLetter || byte >= 0x80
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte.isLetter && byte == byte.lowered }
}

// MARK: - What stands around

extension ArrayIndex {
  /// Whether another index stands between a name that only code has and the bracket.
  private static func isIndexed(_ file: Bytes, _ name: Range<Int>, _ bracket: Int) -> Bool {
    name.upperBound < bracket && MarkContext(file, wordEnd: name.upperBound) == .identifier
  }

  /// `self.items`, `this.items`.
  private static func isOwn(_ file: Bytes, _ name: Range<Int>) -> Bool {
    let start = name.lowerBound - 5
    guard file.has("self.", at: start) || file.has("this.", at: start) else { return false }
    return start == 0 || !file[start - 1].isLetter && file[start - 1] < 0x80
  }

  /// Whether a member or an assignment follows an index: `.name`, ` = `, `++`, ` += `.
  private static func isContinued(_ file: Bytes, _ end: Int) -> Bool {
    guard end + 3 < file.count else { return false }
    if file[end] == 0x2E { return isSmall(file[end + 1]) && isSmall(file[end + 2]) }
    if file.has("++", at: end) { return true }
    let index = file[end] == 0x20 ? end + 1 : end
    return file.has("= ", at: index) || file.has("+= ", at: index)
  }
}
