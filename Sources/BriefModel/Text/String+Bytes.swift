extension StringProtocol where SubSequence == Substring {
  /// The parts between signs of ASCII, none of which is empty.
  ///
  /// By bytes: a sign that joins the character before or behind it is another character to Swift,
  /// and still the sign to a browser.
  package func parts(at sign: Unicode.Scalar) -> [Substring] {
    let text: Substring = self[...]
    guard let sign = UInt8(exactly: sign.value) else { return [text] }
    return text.utf8.split(separator: sign).map { Substring($0) }
  }
}

extension String {
  /// Whether the bytes of a word stand in it. Characters are not looked at, which takes a tenth of
  /// the time of `contains`.
  func holds(_ word: String) -> Bool {
    var (text, word) = (self, word)
    return text.withUTF8 { bytes in word.withUTF8 { bytes.holds($0) } }
  }

  /// What stands before and behind the first time that a word stands in it, or the last time; nil where
  /// it does not.
  package func parted(byLast isLast: Bool, _ word: String) -> (
    before: Substring, behind: Substring
  )? {
    let (text, sought) = (utf8, word.utf8)
    guard let first = sought.first else { return nil }
    var found: String.Index?
    var start = text.startIndex
    while let place = text[start...].firstIndex(of: first) {
      start = text.index(after: place)
      guard text[place...].starts(with: sought) else { continue }
      found = place
      if !isLast { break }
    }
    return found.map { (self[..<$0], self[text.index($0, offsetBy: sought.count)...]) }
  }
}
