/// The part of a brief that answers a search best, on one line.
package struct Passage: Sendable, Equatable {
  /// A stretch of it.
  package struct Run: Sendable, Equatable {
    package var text: String
    /// Whether it was sought.
    package var isMatch: Bool
  }

  package var runs: [Run]

  /// As many scalars stand before the first match.
  private static let before = 40
  /// The most scalars of a passage.
  private static let length = 240

  /// The paragraph of a brief with the most of the phrases, from just before the first of them; nil
  /// where none is sought in the text, or none stands there.
  package init?(_ all: [SoughtPhrase], in brief: Brief) {
    let phrases = all.filter { $0.part == .text }
    let matcher = PhraseMatcher(phrases)
    let paragraphs = (brief.lede + brief.sections.flatMap(\.blocks)).lazy.map { [$0].plainText }
    var best: (count: Int, text: String, matches: [PhraseMatcher.Match])?
    for paragraph in paragraphs {
      let matches = matcher.matches(in: paragraph.unicodeScalars.map(PhraseMatcher.fold))
      let count = Set(matches.map(\.phrase)).count
      if count > best?.count ?? 0 { best = (count, paragraph, matches) }
      if count == phrases.count { break }
    }
    guard let best, let first = best.matches.first else { return nil }
    self.init(
      best.text, best.matches, from: max(0, first.range.lowerBound - Self.before),
      first: first.range.lowerBound)
  }

  private init(_ text: String, _ matches: [PhraseMatcher.Match], from start: Int, first: Int) {
    let scalars = Array(text.unicodeScalars)
    var start = start
    while start > 0, start < first, !scalars[start - 1].properties.isWhitespace,
      !WrittenScript.isCJK(scalars[start].value)
    {
      start += 1
    }
    let end = min(scalars.count, start + Self.length)
    var runs: [Run] = start > 0 ? [Run(text: "… ", isMatch: false)] : []
    var place = start
    for match in matches where match.range.lowerBound >= place && match.range.upperBound <= end {
      runs.append(Run(text: Self.line(scalars[place..<match.range.lowerBound]), isMatch: false))
      runs.append(Run(text: Self.line(scalars[match.range]), isMatch: true))
      place = match.range.upperBound
    }
    runs.append(Run(text: Self.line(scalars[place..<end]), isMatch: false))
    self.runs = runs.filter { !$0.text.isEmpty }
  }

  private static func line(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(scalar == "\n" ? " " : scalar) }
    return String(text)
  }
}
