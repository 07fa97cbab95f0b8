import Guards

/// Columns that text takes on the screen; the same table as the terminal library's.
package enum DisplayWidth {
  /// 0, 1 or 2; -1 for a control or format character.
  @inline(__always)
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20, scalar.value < 0x7F { return 1 }
    return Int(broadsheet_scalar_width(scalar.value))
  }

  /// Whether it is an emoji that came after Unicode 14, of which terminals and multiplexers of the
  /// last years do not know that it is wide: some give it two columns, others one or none.
  package static func isUnsettled(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1F6DC, 0x1FA75...0x1FA77, 0x1FA7D...0x1FA7F, 0x1FA87...0x1FA8F, 0x1FAAD...0x1FAAF,
      0x1FABB...0x1FABF, 0x1FAC6...0x1FACF, 0x1FADA...0x1FADF, 0x1FAE8...0x1FAEF,
      0x1FAF7...0x1FAFF:
      true
    default: false
    }
  }

  /// Columns of a whole text; control characters count as nothing.
  package static func of(_ text: some StringProtocol) -> Int {
    var width = 0
    for scalar in text.unicodeScalars { width += max(0, of(scalar)) }
    return width
  }
}
