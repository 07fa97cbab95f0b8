/// The numbers that entries of a list of sources have.
enum ListNumber {
  /// Reads digits and nothing else; three of them at most, as years are no numbers of entries.
  static func read(_ text: String) -> Int? {
    let bytes = text.utf8
    guard !bytes.isEmpty, bytes.count <= NumberGroup.digitLimit, bytes.allSatisfy(\.isDigit)
    else { return nil }
    return Int(text)
  }
}
