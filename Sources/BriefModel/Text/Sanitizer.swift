import CICU

/// The one place where text from outside is made harmless.
///
/// It reads UTF-8 and gives strings without control, bidi and invisible characters, with at most
/// four combining marks a base, and with U+FFFD for ill-formed bytes. What it takes away stands in
/// `ScalarRule.all`.
package enum Sanitizer {
  /// What the text is for.
  enum Mode {
    /// Running text: TAB and line ends become spaces.
    case prose
    /// Code: as prose, but TAB stays.
    case code
    /// A web address: nothing is hidden, what cannot be seen is written as `<U+202E>`.
    case address
  }

  /// A line of text for a message: without control and invisible characters.
  package static func line(_ text: String) -> String { prose(text) }

  /// Several lines for a terminal or a message; their ends and TAB stay.
  package static func lines(_ text: String) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { code(String($0)) }.joined(separator: "\n")
  }

  /// Running text in one line.
  package static func prose(_ text: String) -> String { clean(text, for: .prose) }

  /// A line of code; TAB stays.
  package static func code(_ text: String) -> String { clean(text, for: .code) }

  /// A web address for showing, with `<U+202E>` for what cannot be seen.
  package static func address(_ text: String) -> String { clean(text, for: .address) }

  /// Whether a character may be shown at all, whatever stands before it.
  package static func mayShow(_ scalar: Unicode.Scalar) -> Bool {
    ScalarRule.of(scalar.value) == nil
  }

  /// Whether prose or code may hold this text as it is.
  package static func isClean(_ text: String) -> Bool { code(text) == text }

  private static func clean(_ text: String, for mode: Mode) -> String {
    var text = text
    return text.withUTF8 { clean($0, for: mode) }
  }

  /// Makes raw bytes harmless; clean ones are copied whole.
  static func clean(_ bytes: Bytes, for mode: Mode) -> String {
    if isClean(bytes, for: mode) { return bytes.text }
    var rewriting = Rewriting(mode: mode, capacity: bytes.count)
    var index = 0
    while index < bytes.count {
      let scalar = DecodedScalar(bytes, at: index)
      rewriting.take(scalar, of: bytes, at: index)
      index += scalar.length
    }
    return String(decoding: rewriting.output, as: UTF8.self)
  }
}

// MARK: - Clean text, quickly

extension Sanitizer {
  /// Whether nothing has to change; may say no to text that is clean after all.
  private static func isClean(_ bytes: Bytes, for mode: Mode) -> Bool {
    let bits = ScalarRule.bits
    var index = 0
    var marks = 0
    while true {
      index = endOfPlainASCII(bytes, from: index, marks: &marks)
      guard index < bytes.count else { return true }
      let lead = bytes[index]
      if lead < 0x80 {
        guard lead == 0x09, mode == .code else { return false }
        index += 1
        continue
      }
      let scalar = DecodedScalar(bytes, at: index)
      guard let value = scalar.value else { return false }
      index += scalar.length
      if lead >= 0xE4, lead <= 0xE9 {  // Han: no rules, no marks
        marks = 0
      } else if value < 0x10000 {
        guard bits[Int(value >> 6)] >> UInt64(value & 63) & 1 == 0 else { return false }
        marks = isMark(value) ? marks + 1 : 0
        guard marks <= 4 else { return false }
      } else {
        guard !isSkinTone(value), ScalarRule.of(value) == nil else { return false }
        marks = isMark(value) ? marks + 1 : 0
        guard marks <= 4 else { return false }
      }
    }
  }

  /// The first index that is not printable ASCII, eight bytes at a time.
  private static func endOfPlainASCII(_ bytes: Bytes, from start: Int, marks: inout Int) -> Int {
    var index = start
    if let base = UnsafeRawPointer(bytes.baseAddress) {
      let high: UInt64 = 0x8080_8080_8080_8080
      let ones: UInt64 = 0x0101_0101_0101_0101
      while index + 8 <= bytes.count {
        let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let delete = word ^ (ones &* 0x7F)
        let low = (word &- (ones &* 0x20)) | (delete &- ones)
        guard (word | low) & high == 0 else { break }
        index += 8
      }
    }
    while index < bytes.count, bytes[index] >= 0x20, bytes[index] < 0x7F { index += 1 }
    if index > start { marks = 0 }
    return index
  }

  /// Whether a scalar is drawn over the one before it, as the vowels and finals of Hangul are; in a
  /// block of marks so are those, too, that a later Unicode puts there.
  static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: true
    case 0..<0x300, 0x1E00..<0x20D0, 0x2100..<0x2CEF, 0x2E80..<0x302A, 0x3030..<0x3099,
      0x309B..<0xA66F, 0xAC00..<0xFB1E, 0xFE30..<0x101FD, 0x1F000...:
      false
    case 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    default:
      icu_is_mark(Int32(scalar))
    }
  }

  static func isSkinTone(_ scalar: UInt32) -> Bool { (0x1F3FB...0x1F3FF).contains(scalar) }
}
