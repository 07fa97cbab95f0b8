/// A colour as a theme names it; the terminal brings it down to what it can show.
package enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminal
  /// One of the 16 colours of the user's palette, 0 to 15.
  case palette(UInt8)
  /// 24-bit sRGB.
  case rgb(red: UInt8, green: UInt8, blue: UInt8)
}
