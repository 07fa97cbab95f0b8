/// What looks like a citation without being a link: whether it is one is known when the lists are.
///
/// In a `Document` it is an `Inline.citation` whose number is the complement of its index, and whose
/// label is its text.
struct Mark {
  enum Kind: Equatable {
    /// A number in brackets: `[1]`, `【1】`, one of `[1, 3]` or of `[1-3]`.
    case number(Int)
    /// A raised number: `¹` or `<sup>1</sup>`.
    case superscript(Int)
    /// A number that sticks to the end of a sentence: `capital.3`.
    case digits(Int)
    /// The name in `[^name]`.
    case footnote(String)
    /// What a machine left of a citation.
    case leak
    /// What opens the text before a leak: `[cite_start]`.
    case leakStart
    /// The name before the content of a definition: `[^name]:` or `[name]:`.
    case definition(name: String, isFootnote: Bool)
  }

  let kind: Kind
  /// The bytes of the mark in the decoded text; marks of one group share its bytes out.
  let range: Range<Int>
  /// 1-based, of the mark's first byte.
  let line: Int
  /// 1-based, in bytes.
  let column: Int
  /// The indices of the marks of one group, such as `[1, 3]`.
  var group: Range<Int>
  /// What stands before it.
  let before: MarkContext
  /// Whether a clause or a line ends behind it, or the next mark follows.
  let endsClause: Bool
  /// The name to which it sticks, where that may be one of an array: `items` of `items[2]`.
  let name: String?
  /// Whether it stands in what is not shown.
  let isHidden: Bool
  /// Whether it stands in a block of HTML, where no Markdown is read.
  let isInMarkup: Bool

  /// Whether it stands where citations do: behind a word or a sentence, or at the end of a clause.
  var standsAsCitation: Bool {
    switch before {
    case .stop, .word, .unit, .letter: true
    case .space: endsClause
    case .identifier: false
    }
  }

  /// The number of one that is a number.
  var number: Int? {
    switch kind {
    case .number(let number), .superscript(let number), .digits(let number): number
    case .footnote, .leak, .leakStart, .definition: nil
    }
  }
}

/// What stands before a mark, as far as it matters for what the mark means.
enum MarkContext {
  /// The end of a sentence, or a mark that follows one.
  case stop
  /// What only code has, such as the name of an array: `a[1]`, `a_b[1]`, `arr[1]`.
  case identifier
  /// A word, or what closes one.
  case word
  /// A word of one or two letters or a digit, as that of a unit: `km²`, `10⁶`.
  case unit
  /// A single capital letter that is no variable: `Plan B`, `vitamin C`, `on X`.
  case letter
  /// Nothing, or a space.
  case space
}

extension Inline {
  /// The index of the mark that stands here while the document is read; nil for all else.
  var mark: Int? {
    if case .citation(let index, _) = self, index < 0 { ~index } else { nil }
  }
}
