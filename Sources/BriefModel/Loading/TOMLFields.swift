/// Reads the plain keys of TOML front matter, line by line: `title = "A story"`.
///
/// Not a TOML parser, on purpose: toml++ ends the program on some malformed files
/// (marzer/tomlplusplus#301) and overflows the stack on long dotted keys, and a brief is a
/// stranger's text. A title and a date need no more than this.
enum TOMLFields {
  /// The scalar fields before the first table, by lower-case name; nil where there are none.
  static func read(_ text: String) -> [String: String]? {
    var fields: [String: String] = [:]
    var lines = text.split(whereSeparator: \.isNewline)[...]
    while let line = lines.popFirst()?.drop(while: \.isWhitespace), line.first != "[" {
      guard line.first != "#", let equals = line.firstIndex(of: "="),
        let name = name(line[..<equals])
      else { continue }
      let value = line[line.index(after: equals)...].drop(while: \.isWhitespace)
      guard let text = scalar(value, &lines) else { continue }
      if fields[name] == nil { fields[name] = text }
    }
    return fields.isEmpty ? nil : fields
  }

  /// A bare or quoted key; nil for a dotted one.
  private static func name(_ text: Substring) -> String? {
    var name = text.filter { !$0.isWhitespace }
    if let quote = name.first, quote == "\"" || quote == "'", name.count > 2, name.last == quote {
      name = String(name.dropFirst().dropLast())
    }
    let isBare = { (character: Character) in
      character.isLetter || character.isNumber || character == "_" || character == "-"
    }
    return !name.isEmpty && name.allSatisfy(isBare) ? name.lowercased() : nil
  }

  /// A string of any of TOML's four kinds, a number or a date; nil for arrays and tables.
  private static func scalar(_ value: Substring, _ lines: inout ArraySlice<Substring>) -> String? {
    guard let quote = value.first, quote == "\"" || quote == "'" else {
      guard value.first != "[", value.first != "{" else { return nil }
      return String(value.prefix { $0 != "#" })
    }
    let fence = String(repeating: quote, count: 3)
    guard value.hasPrefix(fence) else {
      return string(value.dropFirst(), endedBy: { $0.first == quote }, isLiteral: quote == "'").text
    }
    var parts: [String] = []
    var rest = value.dropFirst(3)
    while true {
      let part = string(rest, endedBy: { $0.hasPrefix(fence) }, isLiteral: quote == "'")
      parts.append(part.text)
      guard !part.isWhole, let next = lines.popFirst() else { break }
      rest = next
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The text up to the quote that ends it, and whether there was one.
  private static func string(
    _ text: Substring, endedBy isEnd: (Substring) -> Bool, isLiteral: Bool
  ) -> (text: String, isWhole: Bool) {
    var result = ""
    var rest = text
    while !isEnd(rest) {
      guard let character = rest.popFirst() else { return (result, false) }
      if character == "\\", !isLiteral {
        if let escaped = escaped(&rest) { result.append(escaped) }
      } else {
        result.append(character)
      }
    }
    return (result, true)
  }

  /// What stands after a backslash; nil for what is no character.
  private static func escaped(_ rest: inout Substring) -> Character? {
    switch rest.popFirst() {
    case "u": scalar(&rest, digits: 4)
    case "U": scalar(&rest, digits: 8)
    case "n", "t", "r", "b", "f", "e": " "
    case let other: other
    }
  }

  private static func scalar(_ rest: inout Substring, digits: Int) -> Character? {
    let code = UInt32(rest.prefix(digits), radix: 16)
    rest = rest.dropFirst(digits)
    return code.flatMap(Unicode.Scalar.init).map(Character.init)
  }
}
