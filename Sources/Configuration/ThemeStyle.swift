import BriefModel
import Cells

/// A style whose colours may still be names of the palette.
struct ThemeStyle: Equatable, Sendable {
  var foreground = "terminal"
  var background = "terminal"
  var attributes: Style.Attributes = []

  static let attributeNames: [(name: String, attribute: Style.Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse),
  ]

  init() {}

  /// The short form: `colour on colour attribute …`, each part optional.
  init(short text: String) throws(ThemeStyleError) {
    var isBackground = false
    var hasForeground = false
    for word in text.split(separator: " ").map(String.init) {
      if isBackground {
        background = word
        isBackground = false
      } else if word == "on" {
        isBackground = true
      } else if let known = Self.attributeNames.first(where: { $0.name == word }) {
        attributes.insert(known.attribute)
      } else if !hasForeground {
        foreground = word
        hasForeground = true
      } else {
        throw ThemeStyleError(text: "'\(word)' is no attribute\(Self.suggestion(word))")
      }
    }
    if isBackground { throw ThemeStyleError(text: "a colour must follow 'on'") }
  }

  /// The long form: `fg`, `bg` and the attributes as keys of a table.
  init(table: [String: TOMLNode]) throws(ThemeStyleError) {
    for (key, node) in table.sorted(by: { $0.key < $1.key }) {
      switch (key, node) {
      case ("fg", .string(let name)): foreground = name
      case ("bg", .string(let name)): background = name
      case ("fg", .integer(let number)): foreground = String(number)
      case ("bg", .integer(let number)): background = String(number)
      case (_, .bool(let isOn)) where key != "fg" && key != "bg":
        guard let known = Self.attributeNames.first(where: { $0.name == key }) else {
          throw ThemeStyleError(text: "'\(key)' is no attribute\(Self.suggestion(key))")
        }
        if isOn { attributes.insert(known.attribute) }
      default:
        throw ThemeStyleError(text: "'\(key)' cannot be \(node.type)")
      }
    }
  }

  private static func suggestion(_ name: String) -> String {
    Suggestion.text(for: name, among: attributeNames.map(\.name))
  }
}

/// Why a style of a theme cannot hold, without a stop.
struct ThemeStyleError: Error, Equatable {
  var text: String
}
