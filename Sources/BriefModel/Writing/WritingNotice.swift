/// A citation that was left as it is while a brief was written.
package struct WritingNotice: Sendable, Equatable {
  /// Where a citation stands in the file, both 1-based, the column in bytes.
  package struct Place: Sendable, Equatable {
    package let line: Int
    package let column: Int
  }

  /// A whole sentence in plain text that says why, the same for all that are left for one reason.
  package let text: String
  package let place: Place
  /// The citation as it is written, shortened and harmless.
  package let mark: String
  /// The one beside it that is to blame.
  package var blamed: Place?

  /// How many characters of a mark are told.
  private static let markLimit = 40

  init(_ text: String, at place: Place, mark: ArraySlice<UInt8>) {
    self.text = text
    self.place = place
    let words = Sanitizer.line(String(decoding: mark.prefix(4 * Self.markLimit), as: UTF8.self))
    let isShort = mark.count <= 4 * Self.markLimit && words.count <= Self.markLimit
    self.mark = isShort ? words : words.prefix(Self.markLimit - 1) + "…"
  }

  /// What is told of it: `9:84: [12]: …`
  package var description: String {
    let blamed = blamed.map { " It is in line \($0.line), column \($0.column)." } ?? ""
    return "\(place.line):\(place.column): \(mark): \(text)\(blamed)"
  }
}
