/// OSC 52 (xterm's “Manipulate Selection Data”): sets the terminal's clipboard, never asks for it.
package enum ClipboardSequence {
  /// Bytes of text that every terminal of note takes: 74,994 become 99,992 of Base64, and some
  /// stop listening at 100,000.
  package static let limit = 74_994

  /// screen drops longer strings; 240 leaves room for the wrapping.
  private static let chunk = 240

  /// The bytes for a terminal; throws `tooLong`.
  package static func terminal(_ text: String) throws(DeliveryError) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.count <= limit else { throw .tooLong(bytes: bytes.count, limit: limit) }
    return Array("\u{1B}]52;c;".utf8) + Base64.encode(bytes) + [0x07]
  }

  /// The same, handed through screen piece by piece; throws `tooLong`.
  package static func screen(_ text: String) throws(DeliveryError) -> [UInt8] {
    let whole = try terminal(text)
    return stride(from: 0, to: whole.count, by: chunk).flatMap { start in
      let piece = whole[start..<min(start + chunk, whole.count)]
      return Array("\u{1B}P".utf8) + piece + Array("\u{1B}\\".utf8)
    }
  }
}
