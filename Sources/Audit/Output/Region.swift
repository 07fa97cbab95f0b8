/// A part of a line in a file, as SARIF has it.
struct Region {
  /// 1-based.
  let line: Int
  /// 1-based, in code units of UTF-16.
  let columns: Range<Int>
}
