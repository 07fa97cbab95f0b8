/// Finds the dashes within comments that keep md4c from seeing them as such.
///
/// By earlier versions of CommonMark no comment within a line has `--` in it, or ends in another dash;
/// browsers, and CommonMark since 0.31, end it at the first `-->`.
enum CommentDashes {
  /// The offsets of dashes beside others within comments; none that could start a line of its own.
  static func places(in file: Bytes, from start: Int) -> [Int] {
    var places: [Int] = []
    var index = start
    while let open = file.firstIndex(of: 0x3C, from: index) {
      index = open + 1
      guard file.has("<!--", at: open), !file.has(">", at: open + 4), !file.has("->", at: open + 4)
      else { continue }
      let comment = dashes(in: file, from: open + 4)
      places += comment.places
      index = comment.end
    }
    return places
  }

  /// The dashes up to the mark that ends a comment, and the offset after it; none where the paragraph
  /// ends before.
  private static func dashes(in file: Bytes, from start: Int) -> (places: [Int], end: Int) {
    var places: [Int] = []
    var index = start
    var startsLine = false
    while index < file.count {
      switch file[index] {
      case 0x0A:
        if startsLine { return ([], index) }
        startsLine = true
      case 0x20, 0x09, 0x0D: break
      case 0x2D:
        if file.has("-->", at: index) { return (places, index + 3) }
        if file.has("-", at: index + 1), !startsLine { places.append(index) }
        startsLine = false
      default: startsLine = false
      }
      index += 1
    }
    return ([], index)
  }
}
