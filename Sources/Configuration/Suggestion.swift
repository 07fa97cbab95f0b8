/// What somebody may have meant by a name that is not known.
package enum Suggestion {
  /// `; did you mean 'x'?`, or nothing where no name is near.
  package static func text(for name: String, among names: some Sequence<String>) -> String {
    nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// The name that takes the fewest changes, a third of the word's characters at most; nil where none
  /// is so near.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let (length, most) = (name.count, max(1, name.count / 3))
    guard length <= longest else { return nil }
    return names.filter { abs($0.count - length) <= most }
      .map { (distance($0, name), $0) }.filter { $0.0 <= most }.min { $0 < $1 }?.1
  }

  /// In characters; nobody means another name by a longer word.
  private static let longest = 64

  /// Insertions, removals and replacements of characters that lead from one word to the other.
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.lowercased()), b = Array(b.lowercased())
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let replaced = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
