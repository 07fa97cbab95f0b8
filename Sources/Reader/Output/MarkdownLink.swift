/// A link in Markdown.
enum MarkdownLink {
  /// Escapes what would end the label or the destination early.
  static func text(label: String, url: String) -> String {
    var escaped = ""
    for character in label {
      if "[]\\`*_<".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    let target = url.contains("(") || url.contains(")") ? "<\(url)>" : url
    return "[\(escaped)](\(target))"
  }
}
