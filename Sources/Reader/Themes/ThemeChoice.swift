/// A theme that can be chosen.
package struct ThemeChoice: Sendable, Equatable {
  package let name: String
  package let description: String

  package init(name: String, description: String) {
    self.name = name
    self.description = description
  }
}
