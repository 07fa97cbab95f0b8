/// What a terminal answers when it is asked for the colour of its background (OSC 11 of xterm).
struct BackgroundReport: Equatable {
  /// The question; a terminal that does not know it keeps silent.
  static let question = Array("\u{1B}]11;?\u{7}".utf8)
  /// What stands in an answer after `ESC ]`.
  static let lead = Array("11;".utf8)

  /// Whether black would stand out from it more than white does.
  let isLight: Bool

  /// Takes `rgb:RRRR/GGGG/BBBB` with one to four digits each, or `rgba:` with a fourth number;
  /// nil for anything else.
  init?(_ bytes: some Collection<UInt8>) {
    let text = String(decoding: bytes, as: UTF8.self)
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "rgb" || parts[0] == "rgba" else { return nil }
    let channels = parts[1].split(separator: "/", omittingEmptySubsequences: false)
    guard channels.count == (parts[0] == "rgb" ? 3 : 4) else { return nil }
    let values = channels.prefix(3).compactMap(Self.channel)
    guard values.count == 3 else { return nil }
    isLight = OKLab(red: values[0], green: values[1], blue: values[2]).lightness > 0.6
  }

  /// One to four hexadecimal digits, as the first eight of their bits.
  private static func channel(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.utf8.count), digits.allSatisfy(\.isHexDigit),
      let value = Int(digits, radix: 16)
    else { return nil }
    let most = (1 << (4 * digits.utf8.count)) - 1
    return UInt8(value * 255 / most)
  }
}
