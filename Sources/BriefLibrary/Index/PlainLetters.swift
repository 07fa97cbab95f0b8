import BriefModel

/// Letters that `unicode61` leaves as they are, though they are read as plain ones: `ø`, `ł` and `đ`
/// have no accent that could be taken from them.
enum PlainLetters {
  /// Whether a character of UTF-8 that begins so may be one of them.
  private static func begins(_ byte: UInt8) -> Bool {
    (0xC3...0xC9).contains(byte) || byte == 0xE1 || byte == 0xE2
  }

  /// A word in lower case in plain letters; nil where it has no others.
  static func word(_ bytes: UnsafeRawBufferPointer) -> String? {
    guard bytes.contains(where: begins) else { return nil }
    let word = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard word.contains(where: { plain($0) != nil }) else { return nil }
    return String(String.UnicodeScalarView(word.map { plain($0) ?? $0 }))
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard !scalar.isASCII else { return nil }
    let letter = Unicode.Scalar(PhraseMatcher.fold(scalar))
    return letter.flatMap { $0.isASCII && $0.value != 0 ? $0 : nil }
  }
}
