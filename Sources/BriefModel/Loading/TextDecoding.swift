/// Turns the bytes of a file into UTF-8 for the parser, or says why they are no text.
struct TextDecoding {
  /// UTF-8, perhaps with a byte order mark and ill-formed bytes.
  ///
  /// It ends in a line feed: md4c 0.4.8 reads past the end of a text that breaks off in the middle
  /// of a link.
  private(set) var bytes: [UInt8]
  /// Offset of the first byte after the byte order mark.
  let start: Int
  private(set) var notices: [Notice] = []
  /// Whether the line feed at the end is not the file's.
  private var isEnded = false

  init(_ bytes: [UInt8], path: String) throws(BriefError) {
    let decoded = TextDecoding.utf16(bytes)
    self.bytes = decoded ?? bytes
    if let kind = BinaryKind.of(self.bytes) { throw BriefError(path: path, .binary(kind)) }
    start = decoded == nil && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard self.bytes[start...].contains(where: { !$0.isWhitespace }) else {
      throw BriefError(path: path, .empty)
    }
    noteRepairs()
    if self.bytes.last != 0x0A {
      self.bytes.append(0x0A)
      isEnded = true
    }
  }

  /// The bytes as they are written back: without a line feed that the file does not have.
  var written: [UInt8] { isEnded ? Array(bytes.dropLast()) : bytes }

  /// UTF-16 with a byte order mark as UTF-8; nil for anything else.
  private static func utf16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 2 else { return nil }
    let isLittle = bytes[0] == 0xFF && bytes[1] == 0xFE
    guard isLittle || bytes[0] == 0xFE && bytes[1] == 0xFF else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    // A mark that is there twice would be that of the UTF-8 which is written back.
    return Array(String(decoding: units.drop { $0 == 0xFEFF }, as: UTF16.self).utf8)
  }

  private mutating func noteRepairs() {
    bytes.withUnsafeBufferPointer { file in
      if let line = TextDecoding.line(ofNULIn: file) {
        notices.append(Notice("NUL bytes are shown as \u{FFFD}.", line: line))
      }
      if String(validating: file, as: UTF8.self) == nil {
        notices.append(
          Notice(
            "Bytes that are not UTF-8 are shown as \u{FFFD}.",
            line: TextDecoding.illFormedLine(file)))
      }
    }
  }

  private static func line(ofNULIn file: Bytes) -> Int? {
    file.firstIndex(of: 0, from: 0).map { line(of: $0, in: file) }
  }

  private static func illFormedLine(_ file: Bytes) -> Int {
    var index = 0
    while index < file.count {
      let scalar = DecodedScalar(file, at: index)
      if scalar.value == nil { break }
      index += scalar.length
    }
    return line(of: index, in: file)
  }

  private static func line(of offset: Int, in file: Bytes) -> Int {
    file[..<offset].count { $0 == 0x0A } + 1
  }
}
