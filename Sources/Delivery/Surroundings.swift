/// What the environment variables say about the line that the program is used over.
///
/// A variable that is empty counts as unset.
package struct Surroundings: Sendable {
  private let lookup: @Sendable (String) -> String?

  package init(lookup: @escaping @Sendable (String) -> String?) { self.lookup = lookup }

  package init(_ variables: [String: String]) { self.init { variables[$0] } }

  /// The value of a variable; nil where it is unset or empty.
  package subscript(name: String) -> String? {
    guard let value = lookup(name), !value.isEmpty else { return nil }
    return value
  }

  /// Whether the program runs at the far end of an SSH connection.
  package var isRemote: Bool { self["SSH_CONNECTION"] != nil || self["SSH_TTY"] != nil }

  /// Whether windows of this machine reach the reader.
  package var hasDisplay: Bool { self["DISPLAY"] != nil || self["WAYLAND_DISPLAY"] != nil }
}
