/// How a terminal shows what is written next, as the parameters of SGR (ECMA-48 8.3.117) say it.
struct Rendition: Equatable {
  /// The colours as parameters; empty for the terminal's own.
  var foreground: [UInt8] = []
  var background: [UInt8] = []
  /// A bit for each of the attributes 1 to 9 that is on: bold, dim, italic and so on.
  private var attributes: UInt16 = 0

  /// Takes one parameter that is no colour by number; false for one that is not known.
  mutating func take(_ number: Int) -> Bool {
    switch number {
    case 0: self = Rendition()
    case 1...9: attributes |= 1 << UInt16(number)
    case 22: attributes &= ~0b110
    case 23...29 where number != 26: attributes &= ~(1 << UInt16(number - 20))
    case 30...37, 90...97: foreground = Array(String(number).utf8)
    case 39: foreground = []
    case 40...47, 100...107: background = Array(String(number).utf8)
    case 49: background = []
    default: return false
    }
    return true
  }

  /// The shortest parameters that make this of another; from nil, of which nothing is known, and
  /// where it is shorter, they begin with a reset.
  func parameters(from old: Rendition?) -> [UInt8] {
    let whole = Self.joined([[]] + set(1...9) + [foreground, background].filter { !$0.isEmpty })
    guard let old else { return whole }
    var changes = ended(since: old) + begun(since: old)
    if foreground != old.foreground {
      changes.append(foreground.isEmpty ? [0x33, 0x39] : foreground)
    }
    if background != old.background {
      changes.append(background.isEmpty ? [0x34, 0x39] : background)
    }
    let changed = Self.joined(changes)
    return changed.count <= whole.count ? changed : whole
  }

  private func has(_ attribute: Int) -> Bool { attributes & 1 << UInt16(attribute) != 0 }

  private func set(_ range: ClosedRange<Int>) -> [[UInt8]] {
    range.filter(has).map { Array(String($0).utf8) }
  }

  /// What switches attributes off; bold and dim go together.
  private func ended(since old: Rendition) -> [[UInt8]] {
    let isWeightEnded = (1...2).contains { old.has($0) && !has($0) }
    return (isWeightEnded ? [Array("22".utf8)] : [])
      + (3...9).filter { old.has($0) && !has($0) }.map { Array(String($0 + 20).utf8) }
  }

  private func begun(since old: Rendition) -> [[UInt8]] {
    let isWeightEnded = (1...2).contains { old.has($0) && !has($0) }
    return (1...9).filter { has($0) && (!old.has($0) || ($0 <= 2 && isWeightEnded)) }
      .map { Array(String($0).utf8) }
  }

  private static func joined(_ parameters: [[UInt8]]) -> [UInt8] {
    Array(parameters.joined(separator: [UInt8(ascii: ";")]))
  }
}
