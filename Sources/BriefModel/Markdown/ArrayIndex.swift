/// Tells the index of an array in code, `items[2]`, from a citation that sticks to a word,
/// `the rate rose[1]`.
///
/// Only what code has and prose has not counts: a name such as `arr` or `self.items`, an index of
/// an index `a[0][1]`, an assignment to it, a member after it. What sticks to the same name
/// elsewhere in the file is an index too, and so is what has one in code: `` `rows[0]` ``. Names such
/// as `myItems`, `rows.first` and `rows()` prove nothing alone: so look `arXiv`, `data.json` and a
/// function that the text is about. In an expression, `print(myItems[1])`, they are those of arrays.
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
    let last = text.split(separator: ".").last.map(String.init) ?? text
    return names.contains(last) || isIndexed(file, place, range.lowerBound)
      || isOwn(text) || isVariable(file, place)
      || isInExpression(file, place, range)
      || isContinued(file, range.upperBound)
        && (isSmall(file[place.lowerBound]) || place.count == 1)
  }

  /// The name to which a bracket sticks, where it may be that of an array: `items`, `myItems`,
  /// `rows.first` or `A`.
  static func name(_ file: Bytes, at bracket: Int) -> String? {
    nameAndPlace(file, at: bracket)?.text
  }

  static func nameAndPlace(_ file: Bytes, at bracket: Int) -> (
    text: String, place: Range<Int>
  )? {
    guard file[bracket] == 0x5B else { return nil }
    let end = nameEnd(file, before: bracket)
    // A dot that no member follows ends a sentence: `We collected new data.[1]`.
    guard end == 0 || file[end - 1] != 0x2E else { return nil }
    var start = end
    while start > 0, end - start < nameLimit, isPart(file[start - 1]) { start -= 1 }
    while start < end, file[start] == 0x2E { start += 1 }
    // The end of a longer word, also of one with letters beyond ASCII, is no name.
    guard start < end, !file[start].isDigit, start == 0 || !continues(file[start - 1]) else {
      return nil
    }
    return (file.slice(start..<end).text, start..<end)
  }

  /// The offset after the name that brackets with numbers, or those of a call, follow.
  private static func nameEnd(_ file: Bytes, before bracket: Int) -> Int {
    var end = bracket
    while end > 2, bracket - end < chainLimit, file[end - 1] == 0x5D {
      var open = end - 2
      while open > 0, end - open < chainLimit, file[open].isDigit { open -= 1 }
      guard open < end - 2, file[open] == 0x5B else { break }
      end = open
    }
    return end > 2 && file.has("()", at: end - 2) ? end - 2 : end
  }

  /// Letters, digits, `_`, and the dot between a name and its member.
  private static func isPart(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == 0x5F || byte == 0x2E
  }

  private static func continues(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 }

  private static func isSmall(_ byte: UInt8) -> Bool { byte.isLetter && byte == byte.lowered }
}

// MARK: - Expressions

extension ArrayIndex {
  /// Whether a name that is none of a sentence's words stands in an expression: it is compared or
  /// assigned, or is what a call gets.
  private static func isInExpression(_ file: Bytes, _ name: Range<Int>, _ index: Range<Int>) -> Bool
  {
    guard isIdentifier(file, name) else { return false }
    return isArgument(file, name.lowerBound) || followsOperator(file, name.lowerBound)
      || isCompared(file, index.upperBound)
  }

  /// Whether a name has a member, `rows.first`, is called, `rows()`, or is of several words,
  /// `myItems`.
  private static func isIdentifier(_ file: Bytes, _ name: Range<Int>) -> Bool {
    let bytes = file.slice(name)
    return bytes.contains(0x2E) || file.has("()", at: name.upperBound)
      || isSmall(bytes[0]) && bytes.contains { $0.isLetter && !isSmall($0) }
  }

  /// `print(myItems[1]`: the parenthesis sticks to a word.
  private static func isArgument(_ file: Bytes, _ start: Int) -> Bool {
    guard start > 1, file[start - 1] == 0x28 else { return false }
    let before = file[start - 2]
    return before.isLetter || before.isDigit || before == 0x5F
  }

  /// `total = myItems[1]`.
  private static func followsOperator(_ file: Bytes, _ start: Int) -> Bool {
    file.has("= ", at: start - 2)
  }

  /// `myItems[1] == 5`.
  private static func isCompared(_ file: Bytes, _ end: Int) -> Bool {
    let operators: [StaticString] = ["== ", "!= ", "<= ", ">= ", "-= ", "*= "]
    let start = end < file.count && file[end] == 0x20 ? end + 1 : end
    return operators.contains { file.has($0, at: start) }
  }
}

// MARK: - What stands around

extension ArrayIndex {
  /// Whether another index stands between a name that only code has and the bracket.
  private static func isIndexed(_ file: Bytes, _ name: Range<Int>, _ bracket: Int) -> Bool {
    name.upperBound < bracket && MarkContext(file, wordEnd: name.upperBound) == .identifier
  }

  /// `self.items`, `this.items`.
  private static func isOwn(_ name: String) -> Bool {
    name.hasPrefix("self.") || name.hasPrefix("this.")
  }

  /// `$rows`; `$TSLA` is a share.
  private static func isVariable(_ file: Bytes, _ name: Range<Int>) -> Bool {
    name.lowerBound > 0 && file[name.lowerBound - 1] == 0x24 && isSmall(file[name.lowerBound])
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
