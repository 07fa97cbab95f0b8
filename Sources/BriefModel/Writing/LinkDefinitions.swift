/// The lines of a text that define the addresses of reference links, such as `[name]: https://…`.
struct LinkDefinitions {
  /// The lines, with their ends, by the name in lower case.
  private var lines: [String: Range<Int>] = [:]

  init(_ text: [UInt8]) {
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      if text[start...].prefix(4).contains(0x5B), let name = LinkDefinitions.name(text[start..<end])
      {
        if lines[name] == nil { lines[name] = start..<end }
      }
      start = end
    }
  }

  /// The line that defines the name of a reference link.
  func line(of mark: ArraySlice<UInt8>) -> Range<Int>? {
    let text = String(decoding: mark, as: UTF8.self)
    guard let open = text.lastIndex(of: "["), text.hasSuffix("]") else { return nil }
    var name = text[text.index(after: open)...].dropLast()
    if name.isEmpty { name = text.dropFirst().dropLast(3) }
    return lines[LinkDefinitions.folded(name)]
  }

  /// The name that a line defines, where it holds nothing but the definition.
  private static func name(_ line: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: line, as: UTF8.self).drop { $0 == " " }
    guard text.hasPrefix("["), !text.hasPrefix("[^"), let close = text.firstIndex(of: "]") else {
      return nil
    }
    let rest = text[text.index(after: close)...]
    guard rest.hasPrefix(":") else { return nil }
    let words = rest.dropFirst().split(whereSeparator: \.isWhitespace)
    guard let title = words.dropFirst().first else {
      return words.isEmpty ? nil : folded(text[..<close].dropFirst())
    }
    guard "\"'(".contains(title.prefix(1)) else { return nil }
    return folded(text[..<close].dropFirst())
  }

  private static func folded(_ name: Substring) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}
