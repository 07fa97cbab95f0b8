/// The lines on which the keys and tables of a TOML document stand.
///
/// The parser tells the place of an error only, so this walks over the text a second time. It
/// takes documents that have been parsed, and needs no grammar beyond keys, strings, comments and
/// brackets (TOML 1.0).
struct TOMLLines {
  private var lines: [[String]: Int] = [:]
  private var bytes: ArraySlice<UInt8>
  private var line = 1
  private var table: [String] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
    while !self.bytes.isEmpty { scanStatement() }
  }

  /// The line of a key, or of the nearest thing around it that has one.
  func line(of path: [String]) -> Int? {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return nil
  }

  private mutating func scanStatement() {
    skipBlanks()
    guard let first = bytes.first else { return }
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
    case UInt8(ascii: "["):
      while bytes.first == UInt8(ascii: "[") { advance() }
      let start = line
      table = scanKey()
      note(table, line: start)
    default:
      let start = line
      note(table + scanKey(), line: start)
      if bytes.first == UInt8(ascii: "=") { advance() }
      skipValue()
    }
    skipLine()
  }

  /// Remembers the first line of a key and of the tables that it makes on the way.
  private mutating func note(_ path: [String], line: Int) {
    for count in 1...max(1, path.count) {
      let part = Array(path.prefix(count))
      if count == path.count || lines[part] == nil { lines[part] = lines[part] ?? line }
    }
  }

  /// A dotted key; stops at `=` or `]`.
  private mutating func scanKey() -> [String] {
    var parts: [String] = []
    while let first = bytes.first {
      switch first {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "."): advance()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): parts.append(scanString())
      case UInt8(ascii: "="), UInt8(ascii: "]"), UInt8(ascii: "\n"): return parts
      default: parts.append(scanBareKey())
      }
    }
    return parts
  }

  private mutating func scanBareKey() -> String {
    let end =
      bytes.firstIndex { byte in
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "="), UInt8(ascii: "]"), UInt8(ascii: " "),
          UInt8(ascii: "\t"), UInt8(ascii: "\n"):
          true
        default: false
        }
      } ?? bytes.endIndex
    defer { bytes = bytes[end...] }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  /// Skips strings, brackets and what is between them up to the end of the value's last line.
  private mutating func skipValue() {
    var depth = 0
    while let first = bytes.first {
      switch first {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): _ = scanString()
      case UInt8(ascii: "#"): skipComment()
      case UInt8(ascii: "\n") where depth == 0: return
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        advance()
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        advance()
      default: advance()
      }
    }
  }

  /// Any of the four kinds of strings, without its quotes; escapes other than those of quotes and
  /// backslashes are left as they are, as keys hardly ever have them.
  private mutating func scanString() -> String {
    guard let quote = bytes.first else { return "" }
    let isLiteral = quote == UInt8(ascii: "'")
    let isLong = bytes.starts(with: [quote, quote, quote])
    let width = isLong ? 3 : 1
    var content: [UInt8] = []
    advance(width)
    while let first = bytes.first {
      if first == UInt8(ascii: "\\"), !isLiteral {
        advance()
        if let escaped = bytes.first { content.append(escaped) }
        advance()
      } else if bytes.starts(with: Array(repeating: quote, count: width)) {
        advance(width)
        // A long string may end in one or two quotes of its own.
        while isLong, bytes.first == quote { advance() }
        break
      } else {
        content.append(first)
        advance()
      }
    }
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while let first = bytes.first, first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") {
      advance()
    }
  }

  private mutating func skipComment() {
    bytes = bytes[(bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex)...]
  }

  private mutating func skipLine() {
    skipComment()
    advance()
  }

  private mutating func advance(_ count: Int = 1) {
    for byte in bytes.prefix(count) where byte == UInt8(ascii: "\n") { line += 1 }
    bytes = bytes.dropFirst(count)
  }
}
