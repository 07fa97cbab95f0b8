/// What stands between the program and the terminal whose clipboard is set.
package enum ClipboardWay: Sendable, Equatable {
  case direct
  /// GNU screen, which passes on what is wrapped for it alone.
  case screen
  /// Screen or tmux, which nobody can tell: each takes one of two forms and passes over the other.
  case screenOrTmux

  /// By the variables of a process: `STY` is that of a screen on this machine, and the terminal's
  /// name tells of one at the other end of the line.
  package init(environment: Environment) {
    if environment["STY"] != nil {
      self = .screen
    } else if environment["TMUX"] == nil,
      environment["TERM"]?.lowercased().hasPrefix("screen") == true
    {
      self = .screenOrTmux
    } else {
      self = .direct
    }
  }
}

/// The sequence that sets the clipboard of the machine at which the reader sits (OSC 52).
package enum ClipboardSequence {
  /// The most that terminals take, in bytes of base64.
  static let longest = 74_994

  /// GNU screen passes on what stands in a DCS, in pieces of at most 240 bytes.
  private static let screenChunk = 240

  /// The bytes to send; nil where they would be too many. The form that asks is never made.
  package static func bytes(for text: String, way: ClipboardWay = .direct) -> [UInt8]? {
    let encoded = base64(Array(text.utf8))
    guard encoded.count <= longest else { return nil }
    let sequence = Array("\u{1B}]52;c;".utf8) + encoded + [0x07]
    return switch way {
    case .direct: sequence
    case .screen: wrapped(sequence)
    case .screenOrTmux: sequence + wrapped(sequence)
    }
  }

  private static func wrapped(_ sequence: [UInt8]) -> [UInt8] {
    var wrapped: [UInt8] = []
    for start in stride(from: 0, to: sequence.count, by: screenChunk) {
      wrapped += [0x1B, UInt8(ascii: "P")]
      wrapped += sequence[start..<min(start + screenChunk, sequence.count)]
      wrapped += [0x1B, UInt8(ascii: "\\")]
    }
    return wrapped
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for position in 0..<4 {
        let isPadding = position > group.count
        result.append(isPadding ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * position) & 63])
      }
    }
    return result
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
