/// Tells a letter that stands for a variable, `the array A`, from one that belongs to the word before
/// it: `Plan B`, `vitamin C`.
enum VariableLetter {
  /// How far back the word before the letter is looked at.
  private static let wordLimit = 16
  /// Words after which a letter is a variable.
  private static let words: Set<String> = [
    "and", "array", "arrays", "assign", "buffer", "call", "column", "columns", "compare", "const",
    "element", "elements", "entries", "entry", "equals", "field", "for", "from", "give", "given",
    "index", "into", "let", "list", "lists", "matrices", "matrix", "pointer", "return", "returns",
    "row", "rows", "say", "sequence", "set", "string", "swap", "table", "tensor", "than", "that",
    "the", "then", "tuple", "value", "values", "var", "variable", "vector", "via", "when", "where",
    "while", "with",
  ]

  /// Whether a letter is no variable: a capital after a word of prose and one space.
  static func isNone(_ file: Bytes, at letter: Int) -> Bool {
    guard file[letter] != file[letter].lowered, letter > 3, file[letter - 1] == 0x20 else {
      return false
    }
    let end = letter - 1
    var start = end
    while start > 0, end - start < wordLimit, file[start - 1].isLetter { start -= 1 }
    guard end - start > 2, start == 0 || file[start - 1].isWhitespace || file[start - 1] == 0x28
    else { return false }
    let word = String(decoding: file[start..<end].map(\.lowered), as: UTF8.self)
    return !words.contains(word)
  }
}
