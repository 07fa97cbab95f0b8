/// Tells whether a heading only says what the title of a brief says.
enum TitleEcho {
  /// The most bytes of a heading that tells a day and nothing else.
  private static let dateLimit = 48

  /// Whether a title has all that a heading says, marks and spaces aside.
  static func holds(_ title: String, _ heading: String) -> Bool {
    let heading = letters(of: heading)
    return !heading.isEmpty && letters(of: title).holds(heading)
  }

  /// Whether a heading is the title again, or tells the day: `# Date: 2025-08-22`.
  static func isEcho(_ heading: String, of title: String) -> Bool {
    let own = letters(of: heading)
    return !own.isEmpty && own == letters(of: title)
      || heading.utf8.count <= dateLimit && DatedLine.labelled(heading) != nil
  }

  /// What tells headings apart: letters and digits.
  static func letters(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter(isLetter))).lowercased()
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
