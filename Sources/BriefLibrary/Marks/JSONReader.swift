import BriefModel

/// What is wrong with a file of JSON, and where.
package struct JSONMistake: Error, Equatable, Sendable, CustomStringConvertible {
  package var text: String
  /// Counted from 1; columns are of characters (Unicode scalars).
  package var line: Int
  package var column: Int

  package var description: String { "\(line):\(column): \(Sanitizer.line(text))" }
}

/// Reads JSON (RFC 8259) from the front to the back, as its caller expects it.
struct JSONReader {
  private static let depthLimit = 64

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  /// A mark of the order of bytes in front is passed over, as some editors put one there.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// Where the next value begins.
  var place: Int {
    mutating get {
      skipSpace()
      return index
    }
  }

  /// Text of the file as it is told: no more than shows what it is.
  static func quoted(_ text: String) -> String {
    let head = text.unicodeScalars.prefix(40)
    return "\"\(String(head))\(head.endIndex == text.endIndex ? "" : "…")\""
  }

  /// A mistake at a place.
  func mistake(_ text: String, at place: Int) -> JSONMistake {
    let before = bytes[..<min(place, bytes.count)]
    let line = before.lastIndex(of: 0x0A).map { before[($0 + 1)...] } ?? before
    return JSONMistake(
      text: text, line: before.count { $0 == 0x0A } + 1,
      column: line.count { $0 & 0xC0 != 0x80 } + 1)
  }

  // MARK: - Values

  /// Reads an object; `take` reads the value of each key. No key may come twice.
  mutating func object(
    _ take: (inout JSONReader, String) throws(JSONMistake) -> Void
  ) throws(JSONMistake) {
    var keys: Set<String> = []
    try members(0x7B, 0x7D, "an object") { (reader) throws(JSONMistake) in
      let place = reader.place
      let key = try reader.string()
      guard keys.insert(key).inserted else {
        throw reader.mistake("\(Self.quoted(key)) stands here twice", at: place)
      }
      try reader.expect(0x3A, "a colon")
      try take(&reader, key)
    }
  }

  /// Reads an array; `take` reads each element.
  mutating func array(
    _ take: (inout JSONReader) throws(JSONMistake) -> Void
  ) throws(JSONMistake) {
    try members(0x5B, 0x5D, "an array", take)
  }

  mutating func bool() throws(JSONMistake) -> Bool {
    if word("true") { return true }
    if word("false") { return false }
    throw mistake("expected true or false", at: place)
  }

  /// Takes a `null`; false where something else comes.
  mutating func null() -> Bool { word("null") }

  mutating func integer(in range: ClosedRange<Int>) throws(JSONMistake) -> Int {
    let start = place
    if index < bytes.count, bytes[index] == 0x2D { index += 1 }
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let isWhole = index == bytes.count || ![0x2E, 0x45, 0x65].contains(bytes[index])
    let isPlain = text == "0" || !(text.hasPrefix("0") || text.hasPrefix("-0"))
    guard isWhole, isPlain, let value = Int(text), range.contains(value) else {
      throw mistake(
        "expected a whole number from \(range.lowerBound) to \(range.upperBound)", at: start)
    }
    return value
  }

  mutating func string() throws(JSONMistake) -> String {
    let start = place
    try expect(0x22, "a string")
    var text: [UInt8] = []
    while index < bytes.count, bytes[index] != 0x22 {
      guard bytes[index] >= 0x20 else {
        throw mistake("a control character stands in a string", at: index)
      }
      if bytes[index] == 0x5C {
        text += Array(String(try escape()).utf8)
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    guard index < bytes.count else { throw mistake("this string is not closed", at: start) }
    index += 1
    guard let string = String(validating: text, as: UTF8.self) else {
      throw mistake("this string is not UTF-8", at: start)
    }
    return string
  }

  /// Passes any value over.
  mutating func skip() throws(JSONMistake) {
    let start = place
    guard index < bytes.count else { throw mistake("a value is missing", at: index) }
    switch bytes[index] {
    case 0x7B: try object { (reader, _) throws(JSONMistake) in try reader.skip() }
    case 0x5B: try array { (reader) throws(JSONMistake) in try reader.skip() }
    case 0x22: _ = try string()
    default:
      if word("true") || word("false") || word("null") { return }
      while index < bytes.count, "+-.0123456789Ee".utf8.contains(bytes[index]) { index += 1 }
      let text = String(decoding: bytes[start..<index], as: UTF8.self)
      guard Double(text) != nil else { throw mistake("expected a value", at: start) }
    }
  }

  /// Throws where anything but space is left.
  mutating func end() throws(JSONMistake) {
    guard place == bytes.count else { throw mistake("nothing may stand after the end", at: index) }
  }

  // MARK: - Pieces

  private mutating func members(
    _ open: UInt8, _ close: UInt8, _ name: String,
    _ take: (inout JSONReader) throws(JSONMistake) -> Void
  ) throws(JSONMistake) {
    try expect(open, name)
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw mistake("is nested too deeply", at: index) }
    if place < bytes.count, bytes[index] == close {
      index += 1
      return
    }
    while true {
      try take(&self)
      guard place < bytes.count, bytes[index] == close || bytes[index] == 0x2C else {
        throw mistake("expected a comma or the end of \(name)", at: index)
      }
      index += 1
      if bytes[index - 1] == close { return }
    }
  }

  private mutating func escape() throws(JSONMistake) -> Unicode.Scalar {
    let start = index
    let sign = index + 1 < bytes.count ? bytes[index + 1] : 0
    index += 2
    switch sign {
    case 0x22, 0x5C, 0x2F: return Unicode.Scalar(sign)
    case 0x62: return "\u{8}"
    case 0x66: return "\u{C}"
    case 0x6E: return "\n"
    case 0x72: return "\r"
    case 0x74: return "\t"
    case 0x75:
      guard let first = unit() else { break }
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard first < 0xDC00, bytes[index...].starts(with: "\\u".utf8) else { break }
      index += 2
      guard let second = unit(), (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { break }
      return scalar
    default: break
    }
    throw mistake("this escape stands for nothing", at: start)
  }

  /// Four hexadecimal digits.
  private mutating func unit() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = bytes[index..<index + 4]
    guard digits.allSatisfy({ UInt8(ascii: "0") <= $0 && $0 < 0x7F && $0 != 0x5F }) else {
      return nil
    }
    index += 4
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let start = place
    let text = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[start...].starts(with: text) else { return false }
    index += text.count
    return true
  }

  private mutating func expect(_ byte: UInt8, _ name: String) throws(JSONMistake) {
    guard place < bytes.count, bytes[index] == byte else {
      throw mistake("expected \(name)", at: index)
    }
    index += 1
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
  }
}
