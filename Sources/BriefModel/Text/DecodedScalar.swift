/// One Unicode scalar read from UTF-8, or the longest part of one that cannot be completed.
package struct DecodedScalar {
  /// The scalar's number; nil for ill-formed bytes.
  package let value: UInt32?
  /// Bytes that it takes, at least 1; for ill-formed ones the maximal subpart of Unicode 3.9.
  package let length: Int

  /// Decodes at `index`, which must be inside of `bytes`.
  @inline(__always)
  package init(_ bytes: Bytes, at index: Int) {
    let lead = bytes[index]
    if lead < 0x80 {
      (value, length) = (UInt32(lead), 1)
      return
    }
    let (count, second) = DecodedScalar.shape(of: lead)
    guard count > 0 else {
      (value, length) = (nil, 1)
      return
    }
    var scalar = UInt32(lead) & (0x7F >> UInt32(count))
    var taken = 1
    while taken < count {
      guard index + taken < bytes.count else { break }
      let byte = bytes[index + taken]
      let allowed = taken == 1 ? second : 0x80...0xBF
      guard allowed.contains(byte) else { break }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      taken += 1
    }
    value = taken == count ? scalar : nil
    length = taken
  }

  /// The number of bytes that a lead byte announces (0 for none) and what its second may be:
  /// Unicode's table 3-7.
  @inline(__always)
  private static func shape(of lead: UInt8) -> (count: Int, second: ClosedRange<UInt8>) {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0...0)
    }
  }
}
