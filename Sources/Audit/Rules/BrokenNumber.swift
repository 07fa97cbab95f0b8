import BriefModel

/// Numbers and footnotes without an entry.
enum BrokenNumber {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    LostMark.all(in: manuscript).compactMap { mark in
      reason(mark).map { Remark(mark.range, $0) }
    } + RepeatedDefinition.find(manuscript)
  }

  private static func reason(_ mark: LostMark) -> String? {
    if mark.lacksAddress {
      guard mark.form != .footnote else { return nil }
      return mark.isSeveral
        ? "the entries of \(mark.words) have no web address\(mark.more); add their addresses"
        : "the entry of \(mark.words) has no web address\(mark.more); add its address"
    }
    return switch mark.form {
    case .number, .superscript, .digits:
      mark.isSeveral
        ? "\(mark.words) have no entries in a list of sources\(mark.more); "
          + "add the entries or remove them"
        : "\(mark.words) has no entry in a list of sources\(mark.more); "
          + "add the entry or remove it"
    case .footnote where mark.words == "[^]":
      "the footnote [^] has no name\(mark.more), and not exactly one source is listed below it; "
        + "name its note, or remove it"
    case .footnote:
      "the footnote \(mark.words) is not defined\(mark.more); "
        + "add a line \(mark.words): … or remove it"
    case .reference:
      "\(mark.words) is not defined\(mark.more); add a line such as [name]: https://…"
    case .link, .autolink, .address, .html, .leak: nil
    }
  }
}

/// Footnotes that explain, or name a source without its address: which of the two, only the writer
/// knows.
enum UnaddressedFootnote {
  /// More notes than that are told together.
  private static let remarkLimit = 5

  static func find(_ manuscript: Manuscript) -> [Remark] {
    let notes = LostMark.all(in: manuscript).filter { $0.form == .footnote && $0.lacksAddress }
    guard let first = notes.first, notes.count > remarkLimit else {
      return notes.map {
        Remark(
          $0.range,
          "the footnote \($0.words) has no web address\($0.more); add one if it names a source")
      }
    }
    return [
      Remark(
        first.range,
        "\(notes.count) footnotes have no web address (\(manuscript.named(notes.map(\.range)))); "
          + "add it to those that name a source",
        related: notes.map(\.range))
    ]
  }
}

/// Marks of chat programs in the place of a source.
enum UnresolvableCitation {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    LostMark.all(in: manuscript).filter { $0.form == .leak }.map { mark in
      Remark(
        mark.range,
        "\(mark.words) is a program's own mark and leads nowhere\(mark.more); "
          + "put a link to the source in its place")
    }
  }
}
