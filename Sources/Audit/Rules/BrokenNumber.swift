import BriefModel

/// Numbers and footnotes without an entry.
enum BrokenNumber {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    LostMark.all(in: manuscript).compactMap { mark in
      reason(mark).map { Remark(mark.range, $0) }
    }
  }

  private static func reason(_ mark: LostMark) -> String? {
    if mark.lacksAddress {
      return mark.form == .footnote
        ? nil : "the entry of \(mark.text) has no web address\(mark.more); add its address"
    }
    return switch mark.form {
    case .number, .superscript, .digits:
      "\(mark.text) has no entry in a list of sources\(mark.more); add the entry or remove it"
    case .footnote where mark.text == "[^]":
      "the footnote \(mark.text) has no name\(mark.more); name its note, or remove it"
    case .footnote:
      "the footnote \(mark.text) is not defined\(mark.more); "
        + "add a line \(mark.text): … or remove it"
    case .reference:
      "\(mark.text) is not defined\(mark.more); add a line such as [name]: https://…"
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
          "the footnote \($0.text) has no web address\($0.more); add one if it names a source")
      }
    }
    let lines = Count.lines(notes.map { manuscript.line(of: $0.range.lowerBound) })
    return [
      Remark(
        first.range,
        "\(notes.count) footnotes have no web address (lines \(lines)); "
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
        "\(mark.text) is a program's own mark and leads nowhere\(mark.more); "
          + "put a link to the source in its place")
    }
  }
}

/// One spelling of a citation that leads nowhere: where it stands first, and how often it stands.
private struct LostMark {
  let text: String
  let form: Citation.Form
  let range: Range<Int>
  let lacksAddress: Bool
  var count = 1

  var more: String { Count.more(count) }

  static func all(in manuscript: Manuscript) -> [LostMark] {
    var marks: [LostMark] = []
    var places: [String: Int] = [:]
    for citation in manuscript.brief.citations where citation.source == nil {
      let text = manuscript.excerpt(citation.range)
      if let place = places[text] {
        marks[place].count += 1
      } else {
        places[text] = marks.count
        marks.append(
          LostMark(
            text: text, form: citation.form, range: citation.range,
            lacksAddress: citation.lacksAddress))
      }
    }
    return marks
  }
}
