/// Reads the plain keys of TOML front matter, line by line: `title = "A story"`.
///
/// Not a TOML parser, on purpose: toml++ ends the program on some malformed files
/// (marzer/tomlplusplus#301) and overflows the stack on long dotted keys, and a brief is a
/// stranger's text. A title and a date need no more than this.
enum TOMLFields {
  /// By scalars, as to TOML a quote or a sign with a mark on it is still one.
  private typealias Text = Substring.UnicodeScalarView

  /// The scalar fields before the first table, by lower-case name; nil where there are none.
  static func read(_ text: String) -> [String: String]? {
    var fields: [String: String] = [:]
    var lines = text.split(whereSeparator: \.isNewline).map(\.unicodeScalars)[...]
    while let line = lines.popFirst()?.drop(while: isSpace), line.first != "[" {
      guard line.first != "#", let equals = line.firstIndex(of: "="),
        let name = name(line[..<equals])
      else { continue }
      let value = line[line.index(after: equals)...].drop(while: isSpace)
      guard let text = scalar(value, &lines) else { continue }
      if fields[name] == nil { fields[name] = text }
    }
    return fields.isEmpty ? nil : fields
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  /// A bare or quoted key; nil for a dotted one.
  private static func name(_ text: Text) -> String? {
    var name = text.filter { !isSpace($0) }[...]
    if let quote = name.first, quote == "\"" || quote == "'", name.count > 2, name.last == quote {
      name = name.dropFirst().dropLast()
    }
    let isBare = name.allSatisfy { scalar in
      scalar.isLetter || scalar.properties.numericType != nil || scalar == "_" || scalar == "-"
    }
    return !name.isEmpty && isBare ? String(name).lowercased() : nil
  }

  /// A string of any of TOML's four kinds, a number or a date; nil for arrays and tables.
  private static func scalar(_ value: Text, _ lines: inout ArraySlice<Text>) -> String? {
    guard let quote = value.first, quote == "\"" || quote == "'" else {
      guard value.first != "[", value.first != "{" else { return nil }
      return String(value.prefix { $0 != "#" })
    }
    let fence = Array(repeating: quote, count: 3)
    guard value.starts(with: fence) else {
      return string(value.dropFirst(), endedBy: { $0.first == quote }, isLiteral: quote == "'").text
    }
    var parts: [String] = []
    var rest = value.dropFirst(3)
    while true {
      let part = string(rest, endedBy: { $0.starts(with: fence) }, isLiteral: quote == "'")
      parts.append(part.text)
      guard !part.isWhole, let next = lines.popFirst() else { break }
      rest = next
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The text up to the quote that ends it, and whether there was one.
  private static func string(
    _ text: Text, endedBy isEnd: (Text) -> Bool, isLiteral: Bool
  ) -> (text: String, isWhole: Bool) {
    var result = String.UnicodeScalarView()
    var rest = text
    while !isEnd(rest) {
      guard let scalar = rest.popFirst() else { return (String(result), false) }
      if scalar == "\\", !isLiteral {
        if let escaped = escaped(&rest) { result.append(escaped) }
      } else {
        result.append(scalar)
      }
    }
    return (String(result), true)
  }

  /// What stands after a backslash; nil for what is no character.
  private static func escaped(_ rest: inout Text) -> Unicode.Scalar? {
    switch rest.popFirst() {
    case "u": scalar(&rest, digits: 4)
    case "U": scalar(&rest, digits: 8)
    case "n", "t", "r", "b", "f", "e": " "
    case let other: other
    }
  }

  private static func scalar(_ rest: inout Text, digits: Int) -> Unicode.Scalar? {
    let code = UInt32(Substring(rest.prefix(digits)), radix: 16)
    rest = rest.dropFirst(digits)
    return code.flatMap(Unicode.Scalar.init)
  }
}
