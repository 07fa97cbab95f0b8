/// How much is read while a brief is written: a brief of megabytes is no brief, and is left as it is
/// sooner than one on which more may be tried.
struct Effort {
  /// In bytes, one citation or entry of a list counted as many.
  private static let limit = 6_000_000
  private static let link = 200

  private var spent = 0

  /// Whether a text with so many citations and entries may be read once more.
  mutating func mayRead(_ size: Int, links: Int) -> Bool {
    guard allows(size, links: links) else { return false }
    spent += size + Effort.link * links
    return true
  }

  /// Whether a text of so many bytes, citations and entries may be read at all now; the first time
  /// bytes alone are not too many.
  func allows(_ size: Int, links: Int) -> Bool {
    let cost = Effort.link * links + (spent == 0 ? 0 : spent + size)
    return size <= BriefParser.sizeLimit && cost <= Effort.limit
  }

  /// Whether what is still wrong must now be taken back at once, as little is left.
  var isLow: Bool { 2 * spent > Effort.limit }
}
