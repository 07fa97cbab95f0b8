/// One place in the prose that cites a source.
package struct Citation: Sendable, Equatable {
  /// How a citation is written in the file.
  package enum Form: String, Sendable {
    /// `[label](url)`, the label being words or a number.
    case link
    /// `[label][name]`, `[label][]` or `[label]`, the address standing elsewhere.
    case reference
    /// `<url>`.
    case autolink
    /// An address without any markup.
    case address
    /// `<a href="url">label</a>`.
    case html
    /// A number of the list of sources: `[1]`, `【1】`, one of `[1, 3]` or of `[1-3]`.
    case number
    /// `[^name]`.
    case footnote
    /// `¹` or `<sup>1</sup>`.
    case superscript
    /// Digits that stick to the end of a sentence: `capital.3`.
    case digits
    /// What a machine left of a citation, which leads nowhere: `【111†source】`, `[cite: 1]` …
    case leak

    /// Whether it is a link, whose words or address are part of the text.
    package var isLink: Bool {
      switch self {
      case .link, .reference, .autolink, .address, .html: true
      case .number, .footnote, .superscript, .digits, .leak: false
      }
    }
  }

  /// 1-based, in the order of the text.
  package var number: Int
  /// Index into `Brief.sources`; nil for one that leads to no source.
  package var source: Int?
  /// Index into `Brief.sections`; nil in the lede.
  package var section: Int?
  /// The label in plain text: the words of a link, the number or the footnote's name; empty for a
  /// leak, and for a bare link without one.
  package var label: String
  /// The target as written in the file, checked, or that of the entry which a number stands for;
  /// nil where there is none. The same source may be cited by several.
  package var url: SourceURL?
  package var form: Form
  /// The bytes of the whole mark in the decoded text, brackets and address included; those of
  /// a group such as `[1, 3]` or `[1-3]` share its bytes out, so that the part of one may be empty.
  ///
  /// In UTF-8 these are the file's own bytes, a byte order mark counted; UTF-16 is counted in the
  /// UTF-8 that it becomes, without the mark. An `<a>` without its end has its last text's end.
  package var range: Range<Int>
  /// 1-based line in the file of the mark's first byte (`[`, `<` or the URL's own).
  package var line: Int
  /// 1-based column of that byte, in bytes.
  package var column: Int
  /// Whether the entry or the note that it means is there, but has no web address; only where
  /// `source` is nil.
  package var lacksAddress = false
  /// Whether it is of one mark with the citation before it, as 3 of `[1, 3]` is with 1, or a further
  /// source of an entry that a mark cites.
  package var joinsMark = false
  /// The title attribute of a link.
  var title: String?
  /// Whether it stands in a block of HTML, where no Markdown is read.
  var isInMarkup = false
  /// Whether the label of a link says more than a number where it is digits: `163`, of NetEase.
  var isName = false

  package init(
    number: Int, source: Int?, section: Int?, label: String, url: SourceURL?, form: Form = .link,
    range: Range<Int> = 0..<0, line: Int, column: Int
  ) {
    self.number = number
    self.source = source
    self.section = section
    self.label = label
    self.url = url
    self.form = form
    self.range = range
    self.line = line
    self.column = column
  }

  /// Whether its label says no more than a number does, so that its source's number stands for it.
  package var isNumeric: Bool {
    switch form {
    case .number, .footnote, .superscript, .digits: return true
    case .leak: return false
    case .link, .reference, .autolink, .address, .html: if isName { return false }
    }
    let bytes = label.utf8
    return bytes.contains(where: \.isDigit)
      && bytes.allSatisfy { $0.isDigit || $0 == 0x5B || $0 == 0x5D || $0 == 0x5E }
  }
}

extension Citation {
  /// Whether it stands in the title's heading.
  package func isInTitle(of brief: Brief) -> Bool {
    brief.heading.contains(citation: number - 1)
  }
}

extension [Inline] {
  fileprivate func contains(citation index: Int) -> Bool {
    contains { inline in
      switch inline {
      case .citation(let own, _): own == index
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        inner.contains(citation: index)
      case .link(let link): link.label.contains(citation: index)
      case .text, .code, .image, .softBreak, .lineBreak: false
      }
    }
  }
}
