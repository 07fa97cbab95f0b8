/// The title in lines at the start of a text that are front matter without its fences:
///
///     Title: The Week
///     Date: 2026-02-08
enum StatedTitle {
  /// The longest name of a field.
  private static let nameLimit = 24

  /// The title that the first block states, where its first line does and all lines are fields.
  static func read(_ blocks: [Block]) -> String? {
    guard case .paragraph(let inlines)? = blocks.first else { return nil }
    let lines = inlines.lines
    guard lines.count > 1, let first = lines.first.flatMap(field), first.name == "title",
      lines.dropFirst().allSatisfy({ field($0) != nil })
    else { return nil }
    return first.value
  }

  private static func field(_ line: ArraySlice<Inline>) -> (name: String, value: String)? {
    let text = Array(line).cleanText
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon]
    let value = text[text.index(after: colon)...].drop(while: \.isWhitespace)
    guard !name.isEmpty, name.utf8.count <= nameLimit, !value.isEmpty,
      name.utf8.allSatisfy({ $0.isLetter || $0 == 0x2D || $0 == 0x5F })
    else { return nil }
    return (name.lowercased(), String(value))
  }
}
