import Cells

/// The colours of a terminal that has but 8 or 16, of which only the names are known: whoever owns
/// it has chosen how they look.
///
/// What is grey stays the terminal's own text, since black and white are all that there is; what is
/// faint is dimmed. A colour goes by its hue, and never to red unless it is red.
struct FewColors {
  /// Whether each colour is there a second time, brighter.
  let hasBright: Bool

  private static let black: UInt8 = 0
  private static let white: UInt8 = 7
  private static let bright: UInt8 = 8

  /// The nearest ink for a style.
  func ink(_ style: Style) -> Ink {
    var ink = Ink(
      foreground: .standard, background: background(style.background),
      attributes: style.attributes)
    switch style.foreground {
    case .terminal: break
    case .palette(let number): ink.foreground = entry(number)
    case .rgb(let red, let green, let blue):
      let wanted = OKLab(red: red, green: green, blue: blue)
      ink.foreground = foreground(wanted, on: ink.background)
      if isFaint(wanted, on: style.background) { ink.attributes.insert(.dim) }
    }
    return ink
  }

  /// A colour of the reader's palette; of 8 colours bright black is none that could be seen.
  private func entry(_ number: UInt8) -> Tint {
    if hasBright { return .index(number & 15) }
    return number == Self.bright ? .standard : .index(number & 7)
  }

  // MARK: - Text

  private func foreground(_ wanted: OKLab, on background: Tint) -> Tint {
    if !isGrey(wanted), let tint = colored(wanted), tint != background { return tint }
    guard case .index(let ground) = background else { return .standard }
    if Self.isLight(ground) { return .index(Self.black) }
    return .index(wanted.lightness > 0.93 && hasBright ? Self.white + Self.bright : Self.white)
  }

  /// Paper and ink have a tint of their own in many themes.
  private func isGrey(_ color: OKLab) -> Bool {
    color.chroma < (color.lightness > 0.85 ? 0.08 : 0.055)
  }

  /// By hue; nil where there is none that can be read on the page that the colour is made for: of a
  /// light page's colours neither yellow nor green can, of a dark one's not blue.
  private func colored(_ wanted: OKLab) -> Tint? {
    guard wanted.lightness < 0.6 else {
      switch Hue(wanted) {
      case .red: return .index(hasBright ? Hue.red.rawValue + Self.bright : Hue.red.rawValue)
      case .blue: return .index(Hue.cyan.rawValue)
      case let hue: return .index(hue.rawValue)
      }
    }
    switch Hue(wanted) {
    case .green: return nil
    case .yellow: return .index(Hue.magenta.rawValue)
    case .cyan: return .index(Hue.blue.rawValue)
    case let hue: return .index(hue.rawValue)
    }
  }

  /// Whether a colour is a grey midway between text and page, as lines have it.
  private func isFaint(_ wanted: OKLab, on background: Color) -> Bool {
    guard isGrey(wanted), (0.5..<0.65).contains(wanted.lightness) else { return false }
    guard case .rgb(let red, let green, let blue) = background else { return true }
    return abs(wanted.lightness - OKLab(red: red, green: green, blue: blue).lightness) < 0.4
  }

  // MARK: - Grounds

  private func background(_ color: Color) -> Tint {
    switch color {
    case .terminal: return .standard
    case .palette(let number): return entry(number)
    case .rgb(let red, let green, let blue):
      let wanted = OKLab(red: red, green: green, blue: blue)
      if wanted.lightness < 0.345 { return .index(Self.black) }
      if wanted.chroma >= (wanted.lightness < 0.8 ? 0.02 : 0.05) {
        return .index(Hue(wanted).rawValue)
      }
      if wanted.lightness < 0.8 { return .index(hasBright ? Self.bright : Self.black) }
      return .index(wanted.lightness > 0.95 && hasBright ? Self.white + Self.bright : Self.white)
    }
  }

  private static func isLight(_ index: UInt8) -> Bool {
    let color = XtermPalette.colors[Int(index)]
    return OKLab(red: color.red, green: color.green, blue: color.blue).lightness > 0.6
  }
}

/// What a colour is called; the raw value is its number in every terminal's palette.
private enum Hue: UInt8 {
  case red = 1, green, yellow, blue, magenta, cyan

  /// Orange and brown are yellow here, as many a terminal's yellow is.
  init(_ color: OKLab) {
    switch color.hue {
    case ..<50: self = .red
    case ..<125: self = .yellow
    case ..<170: self = .green
    case ..<225: self = .cyan
    case ..<300: self = .blue
    case ..<350: self = .magenta
    default: self = .red
    }
  }
}
