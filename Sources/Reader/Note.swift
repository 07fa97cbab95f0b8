/// A message to the reader.
struct Note: Sendable, Equatable {
  var text: String
  var isFailure: Bool

  /// As many are kept for `:messages`.
  static let limit = 500
}
