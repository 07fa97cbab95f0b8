import BriefModel

/// A link in Markdown.
enum MarkdownLink {
  /// Escapes what would end the label or the destination early.
  static func text(label: String, url: String) -> String {
    let target = url.contains("(") || url.contains(")") ? "<\(url)>" : url
    return "[\(MarkdownEscaping.words(label))](\(target))"
  }
}
