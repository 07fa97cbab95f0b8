/// How much is read while a brief is written: a brief of megabytes is no brief, and is left as it is
/// sooner than one on which more may be tried.
struct Effort {
  /// In bytes, one citation or entry of a list counted as many.
  private static let limit = 12_000_000
  private static let link = 200

  private var spent = 0
  private var rounds = 0

  /// Whether a text with so many citations and entries may be read once more; the first may at twice
  /// the limit.
  mutating func mayRead(_ size: Int, links: Int) -> Bool {
    guard allows(size, links: links) else { return false }
    spent += size + Effort.link * links
    rounds += 1
    return true
  }

  /// Whether a text of so many bytes, citations and entries may be read at all now.
  func allows(_ size: Int, links: Int) -> Bool {
    let limit = rounds == 0 ? 2 * Effort.limit : Effort.limit
    return size <= BriefParser.sizeLimit && spent + size + Effort.link * links <= limit
  }

  /// Whether what is still wrong must now be taken back at once, as little is left.
  var isLow: Bool { 2 * spent > Effort.limit }
}
