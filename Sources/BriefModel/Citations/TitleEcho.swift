/// Tells whether a heading only says what the title of a brief says.
enum TitleEcho {
  /// The most bytes of a heading that tells a day and nothing else.
  private static let dateLimit = 48

  /// Whether a heading says no more than a title, marks and spaces aside: all of it, or, where no other
  /// heading is on its level, most of it.
  static func holds(_ title: String, _ heading: String, isAlone: Bool) -> Bool {
    let (title, heading) = (letters(of: title), letters(of: heading))
    if heading.isEmpty { return false }
    return heading == title
      || isAlone && 2 * heading.utf8.count >= title.utf8.count && title.holds(heading)
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
