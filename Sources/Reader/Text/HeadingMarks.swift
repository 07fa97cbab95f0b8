/// What stands at the right edge of a section's heading: read mark, sources, outlets.
enum HeadingMarks {
  /// Columns that the heading leaves free for its marks.
  static func room(in width: Int) -> Int {
    switch width {
    case 70...: 22
    case 50..<70: 11
    default: 3
    }
  }
}
