package import Cells

/// Which bytes are which key: those of the terminal's description, then those of xterm and VT220.
package struct KeyTable: Sendable {
  enum Match: Equatable {
    case key(Key, length: Int)
    /// More bytes may make it a key.
    case prefix
    case nothing
  }

  private let sequences: [(bytes: [UInt8], key: Key)]

  /// Takes the sequences of a terminal's description; those that do not begin with ESC are left.
  package init(_ described: [(sequence: String, key: Key)] = []) {
    sequences = described.map { (Array($0.sequence.utf8), $0.key) }
      .filter { $0.0.count > 2 && $0.0[0] == 0x1B }
  }

  func match(_ bytes: ArraySlice<UInt8>) -> Match {
    var isPrefix = false
    for (sequence, key) in sequences {
      if bytes.starts(with: sequence) { return .key(key, length: sequence.count) }
      if sequence.starts(with: bytes) { isPrefix = true }
    }
    return isPrefix ? .prefix : .nothing
  }

  /// The key of the letter that ends a CSI or SS3 sequence.
  func letter(_ byte: UInt8) -> Key? {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    case UInt8(ascii: "Z"): .backTab
    default: nil
    }
  }

  /// The key of a control character.
  func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0: nil
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0D: .enter
    default: .control(Character(Unicode.Scalar(byte < 0x1B ? byte + 0x60 : byte + 0x40)))
    }
  }
}
