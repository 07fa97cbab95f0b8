/// Which characters a reader may see, by the Unicode tables of the standard library: the program's
/// own rules and ICU have no part in it.
package enum ShownScalar {
  /// Whether a terminal only draws it: no control, nothing that reorders, nothing that is not seen.
  package static func isShowable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value >= 0x20, scalar.value < 0x7F { return true }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint { return false }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
    case .format: return enclosesNumbers(scalar.value)
    default: return true
    }
  }

  /// Whether it is drawn over the character before it.
  package static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// The signs that are of the category of formats and are drawn all the same
  /// (Prepended_Concatenation_Mark in PropList.txt).
  private static func enclosesNumbers(_ value: UInt32) -> Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }
}
