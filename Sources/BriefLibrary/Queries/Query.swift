package import BriefModel

/// What is looked for among the briefs: the one language of the prompt, the commands and the
/// settings.
///
/// ```
/// words                 all of them, in any order           "two words"   next to each other
/// rail*                 words that begin so                 -word         not this
/// a OR b                one of them                         (a OR b) c    parentheses
/// a AND b               both, as without it                 NOT a         the same as -a
/// title:x  section:x    in a title, in a section's title
/// source:x              a host, an outlet or a URL          outlet:x      the outlet's name
/// https://x             the same as source:https://x
/// after:2026-01-31  before:2026-02  on:3d                   dates, or days or months ago
/// after:~7d                                                 those of files count, too
/// is:unread             read, starred, changed, archived
/// in:folder             below a folder, or what a saved query finds
/// cites:>5              how many sources
/// ```
package indirect enum Query: Sendable, Equatable {
  /// Every brief: an empty query.
  case all
  /// Words of the text, its titles included.
  case text(SoughtPhrase)
  case title(SoughtPhrase)
  /// Words of the title of a section.
  case section(SoughtPhrase)
  /// A host, an outlet or a URL that a brief cites or lists; as typed, and with all that begin so
  /// where it is a prefix.
  case source(String, isPrefix: Bool = false)
  /// An outlet's name; as typed.
  case outlet(String)
  /// Briefs of these days, both ends included; nil where an end is open. `byFile` counts those, too,
  /// that have no date but their file's.
  case dated(from: CalendarDate?, to: CalendarDate?, byFile: Bool = false)
  case state(Flag)
  /// A path, or the end of one, of a folder.
  case folder(String)
  /// How many sources a brief has.
  case sources(ClosedRange<Int>)
  case not(Query)
  /// All of them; at least two.
  case and([Query])
  /// One of them; at least two.
  case or([Query])

  /// What is known of reading a brief.
  package enum Flag: String, CaseIterable, Sendable {
    case unread, read, starred, changed, archived
  }
}

extension Query {
  /// What the text of an answer has, for it to be shown there.
  package var phrases: [SoughtPhrase] {
    switch self {
    case .text(let phrase): [phrase]
    case .title(let phrase): [phrase.sought(in: .title)]
    case .section(let phrase): [phrase.sought(in: .sections)]
    case .and(let members), .or(let members): members.flatMap(\.phrases)
    case .all, .source, .outlet, .dated, .state, .folder, .sources, .not: []
    }
  }

  /// How many words and other terms it has.
  var termCount: Int {
    switch self {
    case .and(let members), .or(let members): members.reduce(0) { $0 + $1.termCount }
    case .not(let inner): inner.termCount
    case .all, .text, .title, .section, .source, .outlet, .dated, .state, .folder, .sources: 1
    }
  }
}

/// Why a query cannot be understood, and where.
package struct QueryError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do, without a stop; harmless to show.
  package let text: String
  /// The characters of the query that it is about, counted from 0; empty at the end.
  package var range: Range<Int>
  /// Whether more characters at the end can make it right.
  let isUnfinished: Bool

  package init(text: String, range: Range<Int>) {
    self.init(text: text, range: range, isUnfinished: false)
  }

  init(text: String, range: Range<Int>, isUnfinished: Bool) {
    self.text = Sanitizer.line(text)
    self.range = range
    self.isUnfinished = isUnfinished
  }

  package var description: String { text }
}
