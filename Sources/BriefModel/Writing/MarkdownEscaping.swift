/// How web addresses and words are written so that Markdown reads them as they are meant.
package enum MarkdownEscaping {
  /// An address between the parentheses of a link.
  static func destination(_ url: SourceURL) -> String {
    let text = plain(url)
    return isBalanced(text) ? text : "<\(text)>"
  }

  /// The address as in the file where nothing in it could be taken for markup, else in ASCII.
  private static func plain(_ url: SourceURL) -> String {
    let isPlain = url.display.utf8.allSatisfy { byte in
      switch byte {
      case 0...0x20, 0x3C, 0x3E, 0x5B, 0x5C, 0x5D, 0x60, 0x7C, 0x7F: false
      default: true
      }
    }
    let isSame =
      isPlain && (url.display == url.ascii || SourceURL(url.display)?.ascii == url.ascii)
    return withoutEntities(isSame ? url.display : url.ascii)
  }

  /// `&` is written as an entity where one could be read.
  private static func withoutEntities(_ text: String) -> String {
    guard text.utf8.contains(0x3B) else { return text }
    var output = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let mark = rest.firstIndex(of: "&") {
      let behind = rest[rest.index(after: mark)...]
      let name = behind.prefix { $0.isLetter || $0 == "#" || $0.properties.numericType != nil }
      let isEntity = !name.isEmpty && rest[name.endIndex...].first == ";"
      output += rest[..<mark]
      output += (isEntity ? "&amp;" : "&").unicodeScalars
      rest = behind
    }
    return String(output + rest)
  }

  private static func isBalanced(_ text: String) -> Bool {
    var open = 0
    for byte in text.utf8 {
      if byte == 0x28 { open += 1 }
      if byte == 0x29 { open -= 1 }
      if open < 0 { return false }
    }
    return open == 0
  }

  /// What stands behind an address for the title of a link: nothing where it has none.
  static func title(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "" }
    let escaped = withoutEntities(words(text)).putting("\\", before: "\"")
    return " \"\(escaped)\""
  }

  /// Words as the label of a link or in an entry, with what could be markup escaped.
  package static func words(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "[", "]", "*", "_", "`", "<", ">", "|", "~": output += "\\"
      default: break
      }
      output.unicodeScalars.append(scalar)
    }
    return output
  }
}
