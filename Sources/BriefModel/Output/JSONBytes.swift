/// JSON (RFC 8259) that is being written.
package struct JSONBytes {
  /// What has been written so far.
  package var bytes: [UInt8] = []

  package init() {}

  /// Appends a piece of JSON as it is.
  package mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a number.
  package mutating func number(_ value: Int) {
    if value >= 0, value < 10 {
      bytes.append(0x30 + UInt8(value))
    } else {
      bytes.append(contentsOf: String(value).utf8)
    }
  }

  /// Appends `true` or `false`.
  package mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  /// Appends a string in quotes, or `null`.
  package mutating func string(_ value: String?) {
    guard var value else { return raw("null") }
    value.withUTF8 { string($0) }
  }

  /// Appends UTF-8 in quotes. Escaped are what JSON demands and, as the names of files are given as
  /// they are, all that no text may show, marks above the fourth on a base among it.
  mutating func string(_ text: Bytes) {
    bytes.append(0x22)
    var start = 0
    var index = 0
    var marks = MarkCount()
    while index < text.count {
      let byte = text[index]
      if byte >= 0x20, byte < 0x7F, byte != 0x22, byte != 0x5C {
        index += 1
        continue
      }
      let scalar = byte < 0x80 ? nil : DecodedScalar(text, at: index)
      let length = scalar?.length ?? 1
      let isTooMany = marks.isTooMany(scalar?.value, in: index..<index + length)
      if byte < 0x80 || isTooMany || scalar?.value.flatMap(ScalarRule.of) != nil {
        bytes.append(contentsOf: text[start..<index])
        escape(scalar?.value ?? UInt32(byte))
        start = index + length
      }
      index += length
    }
    bytes.append(contentsOf: text[start...])
    bytes.append(0x22)
  }

  /// Appends the escape of a scalar, as two surrogates from U+10000 on.
  private mutating func escape(_ scalar: UInt32) {
    switch scalar {
    case 0x0A: raw("\\n")
    case 0x09: raw("\\t")
    case 0x22, 0x5C: bytes += [0x5C, UInt8(scalar)]
    case 0x10000...:
      escape(unit: 0xD800 + (scalar - 0x10000) >> 10)
      escape(unit: 0xDC00 + scalar & 0x3FF)
    default: escape(unit: scalar)
    }
  }

  /// Appends `\u` and four digits.
  private mutating func escape(unit: UInt32) {
    let digits = "0123456789abcdef".utf8.map { $0 }
    raw("\\u")
    for shift: UInt32 in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> shift & 15)]) }
  }

  /// Appends an object with the fields that `write` appends.
  package mutating func object(_ write: (inout JSONBytes) -> Void) {
    bytes.append(0x7B)
    write(&self)
    bytes.append(0x7D)
  }

  /// Appends a field that is an object.
  package mutating func object(_ name: StaticString, _ write: (inout JSONBytes) -> Void) {
    key(name)
    object(write)
  }

  /// Appends the name of a field, whose value is to follow; a comma parts it from the field before.
  package mutating func key(_ name: StaticString) {
    if bytes.last != 0x7B { bytes.append(0x2C) }
    bytes.append(0x22)
    raw(name)
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  /// Appends a field that is a string or `null`.
  package mutating func field(_ name: StaticString, _ value: String?) {
    key(name)
    string(value)
  }

  /// Appends a field that is a number or `null`.
  package mutating func field(_ name: StaticString, _ value: Int?) {
    key(name)
    if let value { number(value) } else { raw("null") }
  }

  /// Appends a field that is `true` or `false`.
  package mutating func field(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Appends a field that is an array.
  package mutating func field<Element>(
    _ name: StaticString, _ elements: some Sequence<Element>,
    _ write: (inout JSONBytes, Element) -> Void
  ) {
    key(name)
    array(elements, write)
  }

  /// Appends an array with commas between its elements.
  package mutating func array<Element>(
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

  /// Appends an array with each element on a line of its own, as those that are long are read best.
  package mutating func lines<Element>(
    _ elements: some Sequence<Element>, _ write: (inout JSONBytes, Element) -> Void
  ) {
    bytes.append(0x5B)
    var isFirst = true
    for element in elements {
      raw(isFirst ? "\n" : ",\n")
      isFirst = false
      write(&self, element)
    }
    raw("\n]")
  }
}
