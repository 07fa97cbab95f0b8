import CICU

/// Text that is being made harmless, one scalar after another.
struct Rewriting {
  /// The most combining marks that a base may carry.
  static let markLimit = 4

  let mode: Sanitizer.Mode
  private(set) var output: [UInt8] = []
  private var marks = 0
  private var followsEmoji = false

  init(mode: Sanitizer.Mode, capacity: Int) {
    self.mode = mode
    output.reserveCapacity(capacity)
  }

  /// Takes the scalar that stands at `index`.
  mutating func take(_ scalar: DecodedScalar, of bytes: Bytes, at index: Int) {
    guard let value = scalar.value else { return replace() }
    if mode == .code, value == 0x09 { return append(bytes, index, scalar.length) }
    if let rule = ScalarRule.of(value) {
      if mode == .address { return name(value) }
      return apply(rule.treatment)
    }
    if Sanitizer.isSkinTone(value), followsEmoji {
      if mode == .address { name(value) }
      return
    }
    if Sanitizer.isMark(value) {
      marks += 1
      if marks > Rewriting.markLimit { return }
    } else {
      marks = 0
      followsEmoji = value > 0x203B && icu_is_pictographic(Int32(value))
    }
    append(bytes, index, scalar.length)
  }

  private mutating func append(_ bytes: Bytes, _ index: Int, _ length: Int) {
    for offset in 0..<length { output.append(bytes[index + offset]) }
  }

  private mutating func apply(_ treatment: ScalarRule.Treatment) {
    switch treatment {
    case .drop: break  // a dropped joiner or selector leaves the emoji before it in force
    case .space:
      marks = 0
      followsEmoji = false
      output.append(0x20)
    case .replace: replace()
    }
  }

  private mutating func replace() {
    marks = 0
    followsEmoji = false
    output.append(contentsOf: [0xEF, 0xBF, 0xBD])
  }

  /// Writes `<U+202E>`.
  private mutating func name(_ value: UInt32) {
    let digits = String(value, radix: 16, uppercase: true)
    let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    output.append(contentsOf: "<U+\(padding)\(digits)>".utf8)
  }
}
