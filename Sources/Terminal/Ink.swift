package import Cells

/// A style brought down to what the terminal can show.
package struct Ink: Hashable, Sendable {
  package var foreground: Tint
  package var background: Tint
  package var attributes: Style.Attributes

  /// The nearest that there is in a depth; the attributes stay whatever the depth.
  package init(_ style: Style, depth: ColorDepth) {
    switch depth {
    case .eight, .sixteen: self = FewColors(hasBright: depth == .sixteen).ink(style)
    case .none, .indexed, .trueColor:
      attributes = style.attributes
      foreground = Self.tint(style.foreground, depth: depth)
      background = Self.tint(style.background, depth: depth)
      separate(style)
    }
  }

  init(foreground: Tint, background: Tint, attributes: Style.Attributes) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  private static func tint(_ color: Color, depth: ColorDepth) -> Tint {
    switch (color, depth) {
    case (.terminal, _), (_, .none): .standard
    case (.palette(let n), _): .index(n & 15)
    case (.rgb(let r, let g, let b), .trueColor): .rgb(red: r, green: g, blue: b)
    case (.rgb(let r, let g, let b), _):
      .index(XtermPalette.nearest(red: r, green: g, blue: b, in: 16..<256))
    }
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
