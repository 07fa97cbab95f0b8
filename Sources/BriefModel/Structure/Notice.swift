/// Something that was repaired or left out while a brief was read.
package struct Notice: Sendable, Equatable {
  /// A whole sentence in plain text.
  package var text: String
  /// 1-based line in the file, where there is one.
  package var line: Int?

  package init(_ text: String, line: Int? = nil) {
    self.text = text
    self.line = line
  }
}
