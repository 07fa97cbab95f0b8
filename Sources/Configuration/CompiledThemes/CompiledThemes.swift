import Cells

/// The built-in themes as values; a test writes these files from `Themes`.
enum CompiledThemes {
  /// A built-in theme; nil where there is none of that name.
  static func theme(_ name: String) -> Theme? {
    switch name {
    case "broadsheet-dark": Theme(name: name, resolved: broadsheetDark)
    case "broadsheet-light": Theme(name: name, resolved: broadsheetLight)
    case "catppuccin-latte": Theme(name: name, resolved: catppuccinLatte)
    case "gruvbox": Theme(name: name, resolved: gruvbox)
    case "high-contrast": Theme(name: name, resolved: highContrast)
    case "mono": Theme(name: name, resolved: mono)
    case "nord": Theme(name: name, resolved: nord)
    case "okabe-ito": Theme(name: name, resolved: okabeIto)
    case "solarized-dark": Theme(name: name, resolved: solarizedDark)
    case "solarized-light": Theme(name: name, resolved: solarizedLight)
    default: nil
    }
  }

  static func hex(_ value: UInt32) -> Color {
    .rgb(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF),
      blue: UInt8(value & 0xFF))
  }
}
