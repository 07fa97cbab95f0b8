/// The names of footnotes, which are the same in small and capital letters.
enum FootnoteName {
  /// The same text for all spellings of a name: that in capitals of its small letters, which makes
  /// one of `ß`, `ẞ` and `ss`.
  static func folded(_ name: String) -> String {
    name.utf8.allSatisfy { $0 < 0x80 && !$0.isLetter } ? name : name.lowercased().uppercased()
  }
}
