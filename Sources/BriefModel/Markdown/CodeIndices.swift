/// Finds the names of arrays in code, by what stands before an index: `rows` of `rows[0]` and `rows[i]`.
///
/// Code holds prose, too: in strings, in comments, and where a block is no program at all. A word of a
/// sentence follows another word, and a name in code follows a sign, a keyword or the start of a line.
struct CodeIndices {
  /// What the blocks of code are called that hold text or data and no program.
  private static let proseLanguages: Set<String> = [
    "csv", "html", "json", "json5", "jsonc", "jsonl", "log", "markdown", "md", "ndjson", "plain",
    "plaintext", "prompt", "svg", "text", "toml", "tsv", "txt", "xhtml", "xml", "yaml", "yml",
  ]
  /// Words after which a name follows in a program.
  private static let keywords: Set<String> = [
    "and", "assert", "await", "case", "const", "del", "delete", "echo", "elif", "else", "if", "in",
    "let", "mut", "new", "not", "or", "print", "return", "throw", "typeof", "until", "var", "when",
    "where", "while", "yield",
  ]
  /// How far back the word before a name is looked at.
  private static let wordLimit = 8

  private let code: Bytes
  private var index = 0
  /// The quotation mark of the string that is open.
  private var quote: UInt8?

  private init(_ code: Bytes) { self.code = code }

  /// Whether blocks of a language are programs.
  static func areLooked(forIn language: String) -> Bool {
    !proseLanguages.contains(language.lowercased())
  }

  /// The names before indices in code.
  static func names(in code: Bytes) -> [String] {
    var scanner = CodeIndices(code)
    var names: [String] = []
    while scanner.index < code.count {
      if let name = scanner.nameHere { names.append(name) }
      scanner.step()
    }
    return names
  }

  /// The name before the bracket that stands here outside of strings.
  private var nameHere: String? {
    guard quote == nil, code[index] == 0x5B, index + 1 < code.count,
      code[index + 1].isDigit || code[index + 1].isLetter,
      let (name, place) = ArrayIndex.nameAndPlace(code, at: index), mayName(place.lowerBound)
    else { return nil }
    return name
  }

  /// Goes on by a byte, or behind a comment; strings end with their line.
  private mutating func step() {
    let byte = code[index]
    if byte == 0x0A {
      quote = nil
    } else if let open = quote {
      if byte == 0x5C { index += 1 } else if byte == open { quote = nil }
    } else if startsComment {
      index = code.firstIndex(of: 0x0A, from: index) ?? code.count
      return
    } else if byte == 0x22 || byte == 0x60 || byte == 0x27 && !followsWord {
      quote = byte
    }
    index += 1
  }

  /// Whether `//`, or `#` and a space, stands here, which no address does.
  private var startsComment: Bool {
    code.has("//", at: index) && (index == 0 || code[index - 1] != 0x3A)
      || code.has("# ", at: index)
  }

  /// An apostrophe follows a letter.
  private var followsWord: Bool { index > 0 && code[index - 1].isLetter }

  /// Whether a name may start here: after a sign, a keyword or the start of a line.
  private func mayName(_ start: Int) -> Bool {
    var end = start
    while end > 0, code[end - 1] == 0x20 || code[end - 1] == 0x09 { end -= 1 }
    guard end > 0, code[end - 1] != 0x0A else { return true }
    switch code[end - 1] {
    // What sentences have, too, where a space follows; a quotation mark is that of a string.
    case 0x2E, 0x3A, 0x3F, 0x22, 0x27: return false
    case 0x80...: return false
    case let last where last.isLetter || last.isDigit || last == 0x5F:
      return end < start && isKeyword(endingAt: end)
    default: return true
    }
  }

  private func isKeyword(endingAt end: Int) -> Bool {
    var start = end
    while start > 0, end - start <= CodeIndices.wordLimit, code[start - 1].isLetter { start -= 1 }
    return CodeIndices.keywords.contains(String(decoding: code[start..<end], as: UTF8.self))
  }
}
