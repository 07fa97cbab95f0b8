/// How many colours the terminal shows.
package enum ColorDepth: Sendable, CaseIterable {
  case none, eight, sixteen
  /// 256 colours, by number.
  case indexed
  case trueColor

  /// The depth of a terminal that is described as having so many colours.
  ///
  /// NO_COLOR (no-color.org) takes all of them; COLORTERM raises 256 to true colour, but not in
  /// GNU screen, which inherits the variable from a terminal that it does not pass colours to.
  init(colors: Int, describesRGB: Bool, environment: Environment) {
    if environment["NO_COLOR"] != nil {
      self = .none
      return
    }
    switch colors {
    case ..<8: self = .none
    case ..<16: self = .eight
    case ..<256: self = .sixteen
    default:
      let named = ["truecolor", "24bit"].contains(environment["COLORTERM"]?.lowercased() ?? "")
      let isInScreen = environment["STY"] != nil
      self = describesRGB || (named && !isInScreen) ? .trueColor : .indexed
    }
  }
}
