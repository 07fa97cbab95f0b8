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

  /// Insertions, removals and replacements of characters, and neighbours that change places, that
  /// lead from one word to the other.
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.lowercased()), b = Array(b.lowercased())
    var before: [Int] = []
    var last = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var row = [i + 1]
      for (j, y) in b.enumerated() {
        var least = min(last[j] + (x == y ? 0 : 1), row[j] + 1, last[j + 1] + 1)
        if i > 0, j > 0, x == b[j - 1], y == a[i - 1] { least = min(least, before[j - 1] + 1) }
        row.append(least)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
