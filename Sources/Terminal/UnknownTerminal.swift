/// A terminal that is not known here, and what it is taken for.
package struct UnknownTerminal: Sendable, Equatable {
  /// What `TERM` says.
  let given: String
  /// The description that is used in the place of its own.
  let taken: String
  /// The most colours that its name leaves it.
  let colorLimit: Int?

  /// A sentence without its stop.
  package var words: String {
    let colors =
      switch colorLimit {
      case nil: ""
      case 0?: " without colours"
      case let limit?: " with at most \(limit) colours"
      }
    return "TERM=\(given) is not known here, taken for \(taken)\(colors)"
  }
}
