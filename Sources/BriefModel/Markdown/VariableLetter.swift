/// Tells a letter that stands for a variable, `the array A`, from one that is a name, `on X`, or belongs
/// to the word before it: `Plan B`, `vitamin C`.
enum VariableLetter {
  /// How far back the word before the letter is looked at.
  private static let wordLimit = 16
  /// What a text calls variables that have indices.
  private static let words: Set<String> = [
    "array", "arrays", "buffer", "matrices", "matrix", "pointer", "tensor", "tuple", "variable",
    "vector",
  ]

  /// Whether a letter is no variable: a capital, unless the word before it says so.
  static func isNone(_ file: Bytes, at letter: Int) -> Bool {
    guard file[letter] != file[letter].lowered else { return false }
    guard letter > 3, file[letter - 1] == 0x20 else { return true }
    let end = letter - 1
    var start = end
    while start > 0, end - start < wordLimit, file[start - 1].isLetter { start -= 1 }
    let word = String(decoding: file[start..<end].map(\.lowered), as: UTF8.self)
    return !words.contains(word)
  }
}
