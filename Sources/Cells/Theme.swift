/// A style for every role.
package struct Theme: Sendable, Equatable {
  package var name: String
  private var styles: [Style]

  /// Makes a theme from the styles that are given; the others fall back (see `Role`).
  package init(name: String, styles given: [Role: Style]) {
    self.name = name
    self.styles = Role.allCases.map { role in
      var key = role.rawValue
      while true {
        if let known = Role(rawValue: key), let style = given[known] { return style }
        guard let dot = key.lastIndex(of: ".") else { break }
        key = String(key[..<dot])
      }
      return given[.text] ?? Style()
    }
  }

  /// Makes a theme from a style for every role, in the order of `Role.allCases`.
  package init(name: String, resolved styles: [Style]) {
    precondition(styles.count == Role.all.count)
    self.name = name
    self.styles = styles
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
