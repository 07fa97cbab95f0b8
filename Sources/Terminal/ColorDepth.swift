/// How many colours the terminal shows.
package enum ColorDepth: Int, Comparable, Sendable, CaseIterable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case indexed = 256
  case trueColor = 16_777_216

  package static func < (a: ColorDepth, b: ColorDepth) -> Bool { a.rawValue < b.rawValue }

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
