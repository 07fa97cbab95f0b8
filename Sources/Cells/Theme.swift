/// A style for every role.
package struct Theme: Sendable, Equatable {
  package var name: String
  private var styles: [Style]

  /// Makes a theme from the styles that are given; the others fall back (see `Role`).
  ///
  /// The colours of `text` are those of the page: they stand wherever a style has the terminal's.
  package init(name: String, styles given: [Role: Style]) {
    self.name = name
    let page = given[.text] ?? Style()
    self.styles = Role.allCases.map { role in
      var style = Self.style(of: role, in: given) ?? page
      if style.foreground == .terminal { style.foreground = page.foreground }
      if style.background == .terminal { style.background = page.background }
      return style
    }
  }

  private static func style(of role: Role, in given: [Role: Style]) -> Style? {
    var key = role.rawValue
    while true {
      if let known = Role(rawValue: key), let style = given[known] { return style }
      guard let dot = key.lastIndex(of: ".") else { return nil }
      key = String(key[..<dot])
    }
  }

  /// Makes a theme from a style for every role, in the order of `Role.allCases`.
  package init(name: String, resolved styles: [Style]) {
    precondition(styles.count == Role.all.count)
    self.name = name
    self.styles = styles
  }

  /// The colours of what nothing is written on; the terminal's own in themes that leave it alone.
  package var page: Style {
    Style(foreground: self[.text].foreground, background: self[.text].background)
  }

  /// The theme with the terminal's colours in place of its page, for text that is printed among
  /// that of others.
  package var withoutPage: Theme {
    let page = page
    return Theme(
      name: name,
      resolved: styles.map { style in
        var style = style
        if style.foreground == page.foreground { style.foreground = .terminal }
        if style.background == page.background { style.background = .terminal }
        return style
      })
  }

  /// The style of a role.
  package subscript(role: Role) -> Style { styles[role.index] }
}

extension Role {
  /// Position among all cases.
  var index: Int { Role.all.firstIndex(of: self) ?? 0 }
  /// An array, as the first use of a dictionary of roles would cost the start more than all searches.
  static let all = Role.allCases
}
