/// JSON (RFC 8259) that is being written.
struct JSONBytes {
  var bytes: [UInt8] = []

  /// Appends a piece of JSON as it is.
  mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func number(_ value: Int) {
    if value >= 0, value < 10 {
      bytes.append(0x30 + UInt8(value))
    } else {
      bytes.append(contentsOf: String(value).utf8)
    }
  }

  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  mutating func string(_ value: String?) {
    guard var value else { return raw("null") }
    value.withUTF8 { string($0) }
  }

  /// Appends UTF-8 in quotes; only what JSON demands is escaped.
  mutating func string(_ text: Bytes) {
    bytes.append(0x22)
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      bytes.append(contentsOf: text[start..<index])
      escape(byte)
      start = index + 1
    }
    bytes.append(contentsOf: text[start...])
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x0A: bytes.append(0x6E)
    case 0x09: bytes.append(0x74)
    case 0x22, 0x5C: bytes.append(byte)
    default:
      let digits = "0123456789abcdef".utf8.map { $0 }
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }

  /// Appends an array with commas between its elements.
  mutating func array<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONBytes, Element) -> Void
  ) {
    bytes.append(0x5B)
    var isFirst = true
    for element in elements {
      if !isFirst { bytes.append(0x2C) }
      isFirst = false
      write(&self, element)
    }
    bytes.append(0x5D)
  }
}
