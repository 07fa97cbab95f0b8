/// Which theme `auto` stands for: the dark or the light one, by the background of the terminal.
package struct AutomaticTheme: Sendable, Equatable {
  /// The name by which it is set.
  package static let name = "auto"
  /// What it is, in the list of themes.
  package static let description = "Dark or light, as the terminal is"

  private let dark: String
  private let light: String
  /// Whether the terminal is to be asked.
  package let asks: Bool
  /// Whether the background is light; until the terminal answers what it said the last time, or what
  /// the environment hints at.
  package var isLight: Bool

  /// Over SSH the terminal is asked only where the settings say so: the answer would come when the
  /// first page has been seen.
  package init(settings: Settings, environment: Environment, known: Bool? = nil) {
    dark = settings.darkTheme
    light = settings.lightTheme
    switch settings.background {
    case .auto: asks = !environment.isRemote
    case .ask: asks = true
    case .dark, .light: asks = false
    }
    isLight =
      switch settings.background {
      case .auto, .ask:
        (asks ? known : nil) ?? Self.isLight(hint: environment["COLORFGBG"]) ?? false
      case .dark: false
      case .light: true
      }
  }

  /// The name of the theme that it stands for.
  package var theme: String { isLight ? light : dark }

  /// rxvt and its like give the numbers of foreground and background, `15;0` or `0;default;15`;
  /// 0 to 6 and 8 are dark in every palette.
  private static func isLight(hint: String?) -> Bool? {
    guard let last = hint?.split(separator: ";").last, let number = Int(last),
      (0...15).contains(number)
    else { return nil }
    return number == 7 || number > 8
  }
}
