/// HTML that is being written: pieces of markup as they are, text escaped.
struct HTMLText {
  private(set) var output = ""

  /// Appends markup of the program's own.
  mutating func raw(_ markup: StaticString) { output += markup.description }

  /// Appends a number.
  mutating func number(_ number: Int) { output += String(number) }

  /// Appends text or the value of an attribute in double quotes.
  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices {
        guard let escape = HTMLText.escape(of: bytes[index]) else { continue }
        output += bytes.slice(start..<index).text
        output += escape.description
        start = index + 1
      }
      output += bytes.slice(start..<bytes.count).text
    }
  }

  private static func escape(of byte: UInt8) -> StaticString? {
    switch byte {
    case 0x22: "&quot;"
    case 0x26: "&amp;"
    case 0x27: "&#39;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    default: nil
    }
  }
}
