import Glibc

/// The variables of the environment, with those that are empty counted as unset.
package struct Environment: Sendable {
  private let fixed: [String: String]?

  /// The process's own variables.
  package init() { fixed = nil }

  /// These variables and no others.
  package init(_ variables: [String: String]) { fixed = variables }

  package subscript(name: String) -> String? {
    let value = fixed.map { $0[name] } ?? getenv(name).map { String(cString: $0) }
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }
}
