import Glibc

/// A view of UTF-8 that somebody else owns; valid only while that call lasts.
package typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer where Element == UInt8 {
  /// The bytes of a range, counted from 0.
  package func slice(_ range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }

  /// The index of the first such byte at or after `start`, or nil.
  package func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether these bytes stand at `index`.
  package func has(_ word: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + word.utf8CodeUnitCount <= count, let base = baseAddress else {
      return false
    }
    return memcmp(base + index, word.utf8Start, word.utf8CodeUnitCount) == 0
  }

  /// Whether these bytes stand anywhere.
  func holds(_ word: Bytes) -> Bool {
    guard let base = baseAddress, let first = word.first, let start = word.baseAddress else {
      return word.isEmpty
    }
    var index = 0
    while let found = firstIndex(of: first, from: index), found + word.count <= count {
      if memcmp(base + found, start, word.count) == 0 { return true }
      index = found + 1
    }
    return false
  }

  /// The text of well-formed bytes; what is not becomes U+FFFD.
  package var text: String { String(decoding: self, as: UTF8.self) }
}

extension UInt8 {
  /// `0` to `9`.
  package var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  /// `A` to `Z` and `a` to `z`.
  package var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  /// A digit, or `A` to `F` in either case.
  package var isHexDigit: Bool { isDigit || ((self | 0x20) >= 0x61 && (self | 0x20) <= 0x66) }
  /// Space, tab or a line end.
  package var isWhitespace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  /// ASCII lower case; other bytes as they are.
  package var lowered: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
