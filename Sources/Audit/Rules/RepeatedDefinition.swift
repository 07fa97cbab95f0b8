import BriefModel

/// Footnotes, entries and references that have the name of another one, so that what cites them leads
/// to that.
enum RepeatedDefinition {
  /// More than that are told together.
  private static let remarkLimit = 5

  /// One that does not count, and the line of the one that does.
  private struct Repeated {
    let name: String
    let range: Range<Int>
    let countingLine: Int
  }

  static func find(_ manuscript: Manuscript) -> [Remark] {
    let all = (entries(manuscript) + references(manuscript))
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard let first = all.first, all.count > remarkLimit else {
      return all.map { repeated in
        Remark(
          repeated.range,
          "\(repeated.name) is defined more than once, and only that of line "
            + "\(repeated.countingLine) counts; give this one another name")
      }
    }
    let places = all.map(\.range)
    return [
      Remark(
        first.range,
        "\(all.count) entries have the names of others, which alone count "
          + "(\(manuscript.named(places))); give them other names", related: places)
    ]
  }

  /// The repeated entries that would be cited: footnotes, and entries whose number a mark has.
  private static func entries(_ manuscript: Manuscript) -> [Repeated] {
    let brief = manuscript.brief
    guard !brief.repeatedEntries.isEmpty else { return [] }
    let cited = Set(
      brief.citations.lazy.filter { $0.form.isNumber }.compactMap { Int($0.label) })
    return brief.repeatedEntries.filter { $0.number.map(cited.contains) ?? true }.map {
      Repeated(name: $0.name, range: $0.range, countingLine: $0.countingLine)
    }
  }

  /// The definitions by words that lead elsewhere than the first of their name.
  private static func references(_ manuscript: Manuscript) -> [Repeated] {
    var first: [String: ReferenceDefinition] = [:]
    return manuscript.definitions.filter { !$0.isNumbered }.compactMap { definition in
      guard let known = first[definition.key] else {
        first[definition.key] = definition
        return nil
      }
      guard known.url.canonical != definition.url.canonical else { return nil }
      return Repeated(
        name: "[\(definition.name)]", range: definition.range, countingLine: known.line)
    }
  }
}

extension Citation.Form {
  /// Whether it is a number of a list of sources.
  fileprivate var isNumber: Bool {
    switch self {
    case .number, .superscript, .digits: true
    case .link, .reference, .autolink, .address, .html, .footnote, .leak: false
    }
  }
}
