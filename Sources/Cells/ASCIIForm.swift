/// How a text is written in nothing but ASCII, for a terminal of another character set.
///
/// Such a terminal takes each byte of UTF-8 for a character of its own, and some obey what it is
/// then: the second byte of `丛` is CSI in eight bits.
package enum ASCIIForm: Sendable {
  /// Lines to be read: signs that need it are spelled out, and of all other characters the twin
  /// stands there, as many columns wide.
  case twins
  /// JSON, where `\u4e1b` says the same (RFC 8259, 7).
  case json
  /// HTML, where `&#x4e1b;` says the same.
  case html

  /// The text in this form; what is ASCII already stays, controls too.
  package func bytes(of text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    let text = String(decoding: text, as: UTF8.self)
    for scalar in (self == .twins ? ASCIISpelling.of(text) : text).unicodeScalars {
      if scalar.isASCII { output.append(UInt8(scalar.value)) } else { append(scalar, to: &output) }
    }
    return output
  }

  private func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    switch self {
    case .twins: Self.appendTwin(of: scalar, to: &output)
    case .json:
      for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
        let digits = String(unit, radix: 16)
        output += "\\u".utf8
        output += String(repeating: "0", count: 4 - digits.count).utf8
        output += digits.utf8
      }
    case .html: output += "&#x\(String(scalar.value, radix: 16));".utf8
    }
  }

  /// A mark that is drawn over another character is left out, and so is what cannot be seen.
  private static func appendTwin(of scalar: Unicode.Scalar, to output: inout [UInt8]) {
    let twin = ASCIITwin.of(scalar.value)
    switch DisplayWidth.of(scalar) {
    case 1: output.append(UInt8(twin))
    case 2:
      output.append(UInt8(twin))
      output.append(UInt8(ASCIITwin.second(of: scalar.value)))
    default: break
    }
  }
}
