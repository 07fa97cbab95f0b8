package import Cells

/// A style brought down to what the terminal can show.
package struct Ink: Hashable, Sendable {
  package var foreground: Tint
  package var background: Tint
  package var attributes: Style.Attributes

  /// The nearest that there is in a depth; the attributes stay whatever the depth.
  package init(_ style: Style, depth: ColorDepth) {
    attributes = style.attributes
    foreground = Self.tint(style.foreground, depth: depth)
    background = Self.tint(style.background, depth: depth)
    separate(style)
  }

  private static func tint(_ color: Color, depth: ColorDepth) -> Tint {
    switch (color, depth) {
    case (.terminal, _), (_, .none): .standard
    case (.palette(let n), .eight): n == 8 ? .standard : .index(n & 7)
    case (.palette(let n), _): .index(n & 15)
    case (.rgb(let r, let g, let b), .trueColor): .rgb(red: r, green: g, blue: b)
    case (.rgb(let r, let g, let b), .indexed): nearest(r, g, b, 16..<256)
    case (.rgb(let r, let g, let b), .sixteen): nearest(r, g, b, 0..<16)
    case (.rgb(let r, let g, let b), .eight): nearest(r, g, b, 0..<8)
    }
  }

  private static func nearest(_ r: UInt8, _ g: UInt8, _ b: UInt8, _ range: Range<Int>) -> Tint {
    .index(XtermPalette.nearest(red: r, green: g, blue: b, in: range))
  }

  /// Two colours that became one would hide the text: the foreground then turns black or white.
  private mutating func separate(_ style: Style) {
    guard foreground == background, foreground != .standard,
      style.foreground != style.background, case .index(let n) = background
    else { return }
    let color = XtermPalette.colors[Int(n)]
    let isLight = OKLab(red: color.red, green: color.green, blue: color.blue).lightness > 0.6
    foreground = .index(isLight ? 0 : 7)
  }
}
