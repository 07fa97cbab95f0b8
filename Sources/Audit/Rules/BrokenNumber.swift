import BriefModel

/// Numbers and footnotes without an entry.
enum BrokenNumber {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    manuscript.brief.citations.compactMap { citation in
      guard citation.source == nil else { return nil }
      let mark = manuscript.excerpt(citation.range)
      switch citation.form {
      case .number, .superscript, .digits:
        return Remark(
          citation.range, "\(mark) has no entry in a list of sources; add the entry or remove it")
      case .footnote:
        return Remark(
          citation.range, "the footnote \(mark) is not defined; add a line \(mark): … or remove it")
      case .reference:
        return Remark(
          citation.range, "\(mark) is not defined; add a line such as [name]: https://…")
      case .link, .autolink, .address, .html, .leak: return nil
      }
    }
  }
}

/// Marks of chat programs in the place of a source.
enum UnresolvableCitation {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    manuscript.brief.citations.compactMap { citation in
      guard citation.form == .leak, citation.source == nil else { return nil }
      let mark = manuscript.excerpt(citation.range)
      return Remark(
        citation.range,
        "\(mark) is a program's own mark and leads nowhere; put a link to the source in its place")
    }
  }
}
