import Cells

/// One control sequence that came from the terminal.
struct ControlSequence {
  /// `<` or `?` before the numbers; 0 where there is none.
  private let marker: UInt8
  private let numbers: [Int]
  /// What stands between the numbers and the final byte; 0 where nothing does.
  private let intermediate: UInt8
  private let final: UInt8

  init(parameters: ArraySlice<UInt8>, final: UInt8) {
    let first = parameters.first ?? 0
    marker = (0x3C...0x3F).contains(first) ? first : 0
    let rest = marker == 0 ? parameters : parameters.dropFirst()
    let digits = rest.prefix { $0 >= 0x30 }
    intermediate = rest.dropFirst(digits.count).first ?? 0
    numbers = digits.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
      $0.prefix { $0 != UInt8(ascii: ":") }.reduce(0) { min($0 * 10 + Int($1 & 0x0F), 99_999) }
    }
    self.final = final
  }

  var isPasteStart: Bool { marker == 0 && final == UInt8(ascii: "~") && numbers.first == 200 }

  /// Whether it is the answer to `Receipts.question`.
  var isReceipt: Bool { marker == 0 && final == UInt8(ascii: "n") && numbers.first == 0 }

  /// Whether the terminal has margins at the sides, where it answers `MarginInquiry.question`.
  var tellsOfMargins: Bool? {
    guard marker == UInt8(ascii: "?"), intermediate == UInt8(ascii: "$"),
      final == UInt8(ascii: "y"), numbers.first == MarginInquiry.mode, numbers.count == 2
    else { return nil }
    // Set or reset; else it is not known, or cannot be changed.
    return numbers[1] == 1 || numbers[1] == 2
  }

  /// What it is to the program; nil for what it does not know.
  func event(table: KeyTable) -> InputEvent? {
    guard intermediate == 0 else { return nil }
    return switch (marker, final) {
    case (UInt8(ascii: "<"), UInt8(ascii: "M")): Self.mouse(numbers)
    case (0, UInt8(ascii: "M")): nil
    case (0, UInt8(ascii: "~")): tilde.map(InputEvent.key)
    case (0, UInt8(ascii: "u")): typed(numbers.first).map(InputEvent.key)
    // F3 with a modifier looks as the answer to where the cursor is does (CPR), which nobody types.
    case (0, UInt8(ascii: "R")) where numbers != [0]: nil
    case (0, _): table.letter(final).map(InputEvent.key)
    default: nil
    }
  }

  /// The keys of the VT220 and xterm: a number and `~`.
  private var tilde: Key? {
    switch numbers.first {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case .some(let n) where (11...15).contains(n): .function(n - 10)
    case .some(let n) where (17...21).contains(n): .function(n - 11)
    case .some(let n) where (23...24).contains(n): .function(n - 12)
    case 27: typed(numbers.count > 2 ? numbers[2] : nil)
    default: nil
    }
  }

  /// A key as xterm's modifyOtherKeys and `CSI u` give it: a scalar, and 1 plus the modifiers.
  private func typed(_ code: Int?) -> Key? {
    let modifiers = max(0, (numbers.count > 1 ? numbers[1] : 1) - 1)
    guard let code, let scalar = Unicode.Scalar(UInt32(code)), code != 0 else { return nil }
    switch code {
    case 9: return modifiers & 1 != 0 ? .backTab : .tab
    case 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case ..<32, 128..<160: return nil
    default:
      let character = Character(scalar)
      if modifiers & 4 != 0 { return .control(Character(character.lowercased())) }
      return modifiers & 2 != 0 ? .alt(character) : .character(character)
    }
  }

  /// A mouse report: button, column, row, the last two from 1.
  static func mouse(_ numbers: [Int]) -> InputEvent? {
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    let (column, row) = (numbers[1] - 1, numbers[2] - 1)
    switch numbers[0] & ~0x1C {
    case 0: return .click(row: row, column: column)
    case 64: return .wheel(row: row, column: column, lines: -wheelLines)
    case 65: return .wheel(row: row, column: column, lines: wheelLines)
    default: return nil
    }
  }

  private static let wheelLines = 3
}
