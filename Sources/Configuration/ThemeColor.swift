import Cells

/// A colour as it is written in a theme: `#rrggbb`, a number from 0 to 15, one of the sixteen
/// names, or `terminal`.
enum ThemeColor {
  /// The terminal's sixteen, in the order of their numbers.
  static let names =
    ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    + ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"].map { "bright-" + $0 }

  static func parse(_ text: String) -> Color? {
    if text == "terminal" { return .terminal }
    if let index = names.firstIndex(of: text) { return .palette(UInt8(index)) }
    if let number = UInt8(text), number < 16 { return .palette(number) }
    guard text.utf8.first == UInt8(ascii: "#"), text.utf8.count == 7,
      text.utf8.dropFirst().allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    return .rgb(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  /// A colour where a number may also stand without quotes.
  static func parse(_ node: TOMLNode) -> Color? {
    switch node {
    case .string(let text): parse(text)
    case .integer(let number): parse(String(number))
    case .bool, .array, .table, .other: nil
    }
  }
}
