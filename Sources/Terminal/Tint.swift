/// A colour that the terminal can show as it is.
package enum Tint: Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// One of its 256, of which the first 16 are the user's palette.
  case index(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// The parameters of SGR (ECMA-48 8.3.117) that set it as the foreground.
  var foregroundParameters: String {
    switch self {
    case .standard: "39"
    case .index(let n) where n < 8: "\(30 + n)"
    case .index(let n) where n < 16: "\(82 + n)"
    case .index(let n): "38;5;\(n)"
    case .rgb(let r, let g, let b): "38;2;\(r);\(g);\(b)"
    }
  }

  /// The same for the background.
  var backgroundParameters: String {
    switch self {
    case .standard: "49"
    case .index(let n) where n < 8: "\(40 + n)"
    case .index(let n) where n < 16: "\(92 + n)"
    case .index(let n): "48;5;\(n)"
    case .rgb(let r, let g, let b): "48;2;\(r);\(g);\(b)"
    }
  }
}
