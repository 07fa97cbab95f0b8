import Cells

/// What a panel over the text says.
struct Panel {
  /// A line of it with its role.
  struct Line {
    var text: String
    var role: Role

    init(_ text: String, _ role: Role) {
      self.text = text
      self.role = role
    }
  }

  var title: String
  var lines: [Line] = []
  /// Whether it is about the selected citation, which it is not to hide.
  var isOfCitation = false

  mutating func append(_ text: String, _ role: Role) { lines.append(Line(text, role)) }
}
