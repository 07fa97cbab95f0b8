/// How surely the label of a citation only says where something stands.
enum SourceNaming: Comparable {
  /// It says something, or may.
  case words
  /// It says that there is something to read, or is its address: `here`, `报道`.
  case generic
  /// It is a name that is known, or that its host has, of whomever the text may be about: `Apple`.
  case source
  /// It names who reports, or is a number.
  case publisher

  init(of citation: Citation) {
    switch citation.form {
    case .link, .reference, .html:
      self = citation.isNumeric ? .publisher : SourceNaming(label: citation.label, citation.url)
    case .autolink, .address: self = .generic
    case .number, .footnote, .superscript, .digits, .leak: self = .publisher
    }
  }

  private init(label: String, _ url: SourceURL?) {
    let name = OutletName.trimmed(label)
    let isHost = url.map { OutletName.isHost(name, of: $0) } ?? false
    let isKnown = url.map { OutletName.isKnown(name, for: $0) } ?? false
    let isLower = name.utf8.first.map { $0.isLetter && $0 == $0.lowered } == true
    if isHost || SourceNaming.announces(name) || OutletAliases.domains(of: name) != nil
      || OutletTable.hasNews(name)
      || isKnown && (isLower || url.flatMap(OutletTable.row)?.kind == .news)
    {
      self = .publisher
    } else if isKnown || OutletTable.hasName(name) || isLower && !name.utf8.contains(0x20) {
      self = .source
    } else {
      self = OutletName.isGeneric(name) ? .generic : .words
    }
  }

  /// Whether words announce a source: `Source:`, `来源：`.
  static func announces(_ words: String) -> Bool {
    switch EntryField(named: words) {
    case .source, .address: true
    case .number, .title, .outlet, .date, .access, nil: SourceHeading.matches(words)
    }
  }
}
