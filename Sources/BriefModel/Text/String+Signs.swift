extension String {
  /// The text with a sign before each of some signs.
  ///
  /// By scalars, as whoever reads it: a quote with a mark on it is another character to Swift, and
  /// still a quote to SQLite or to Markdown.
  package func putting(_ sign: Unicode.Scalar, before signs: Unicode.Scalar...) -> String {
    var text = UnicodeScalarView()
    for scalar in unicodeScalars {
      if signs.contains(scalar) { text.append(sign) }
      text.append(scalar)
    }
    return String(text)
  }
}
