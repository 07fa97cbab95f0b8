extension String {
  /// Whether the bytes of a word stand in it. Characters are not looked at, which takes a tenth of
  /// the time of `contains`.
  func holds(_ word: String) -> Bool {
    var (text, word) = (self, word)
    return text.withUTF8 { bytes in word.withUTF8 { bytes.holds($0) } }
  }
}
