import Guards

/// Columns that text takes on the screen; the same table as the terminal library's.
package enum DisplayWidth {
  /// 0, 1 or 2; -1 for a control character.
  @inline(__always)
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20, scalar.value < 0x7F { return 1 }
    return Int(broadsheet_scalar_width(scalar.value))
  }

  /// Columns of a whole text; control characters count as nothing.
  package static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += max(0, of(scalar)) }
    return width
  }
}
