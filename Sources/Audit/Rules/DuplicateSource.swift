import BriefModel

/// Sources that stand there twice without looking alike.
enum DuplicateSource {
  /// More sources than that are told together.
  private static let remarkLimit = 10
  /// As many variants are named.
  private static let shownLimit = 4
  /// As many sources are named where many are told together.
  private static let namedLimit = 100

  static func find(_ manuscript: Manuscript) -> [Remark] {
    let spellings = spellings(manuscript)
    let repeated = manuscript.brief.sources.indices.compactMap { index in
      Repeated(
        numbered: numbered(manuscript.brief.sources[index], manuscript),
        spellings: spellings[index] ?? [])
    }
    guard repeated.count > remarkLimit else { return repeated.map { remark($0, manuscript) } }
    return [together(repeated, manuscript)]
  }

  /// The different spellings of each source's address; fragments do not count, as parts of a page may
  /// well be cited apart.
  private static func spellings(_ manuscript: Manuscript) -> [Int: [WrittenAddress]] {
    var spellings: [Int: [WrittenAddress]] = [:]
    var seen: Set<String> = []
    for address in manuscript.addresses {
      let plain = String(address.url.ascii.prefix { $0 != "#" })
      if seen.insert(plain).inserted { spellings[address.source, default: []].append(address) }
    }
    return spellings
  }

  /// The entries of a source to which one list gives several numbers, in the order of the file.
  private static func numbered(_ source: Source, _ manuscript: Manuscript) -> [[SourceEntry]] {
    guard source.entries.count > 1 else { return [] }
    var lists: [Int?: [SourceEntry]] = [:]
    var known: [Int?: Set<Int>] = [:]
    for entry in source.entries {
      let list = manuscript.sections.section(atLine: entry.line)
      guard let number = entry.number, known[list, default: []].insert(number).inserted else {
        continue
      }
      lists[list, default: []].append(entry)
    }
    return lists.values.filter { $0.count > 1 }
      .sorted { $0[0].range.lowerBound < $1[0].range.lowerBound }
  }

  /// A source that stands there more than once.
  private struct Repeated {
    /// Its entries in each list that gives it several numbers.
    let numbered: [[SourceEntry]]
    /// Its spellings, where there are several that the numbers do not tell.
    let spellings: [WrittenAddress]

    /// Nil for a source that stands there once.
    init?(numbered: [[SourceEntry]], spellings: [WrittenAddress]) {
      let told = Set(numbered.joined().map(\.range))
      let isTold = spellings.dropFirst().allSatisfy { told.contains($0.range) }
      self.numbered = numbered
      self.spellings = isTold ? [] : spellings
      if numbered.isEmpty, isTold { return nil }
    }

    /// Where it stands, each place once and in the order of the file.
    var places: [Range<Int>] {
      let ranges = numbered.joined().map(\.range) + spellings.map(\.range)
      return Set(ranges).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    /// The place that repeats the first one.
    var second: Range<Int> { numbered.first?[1].range ?? spellings[1].range }
  }

  // MARK: - Words

  private static func remark(_ repeated: Repeated, _ manuscript: Manuscript) -> Remark {
    let lists = repeated.numbered.map(numbers)
    let spellings = repeated.spellings.isEmpty ? [] : [ways(repeated.spellings, manuscript)]
    let advice = lists.isEmpty ? "keep one of them" : "keep one and cite it by its number"
    let related = repeated.places.filter { $0 != repeated.second }
    return Remark(
      repeated.second, (lists + spellings).joined(separator: "; ") + "; " + advice, related: related
    )
  }

  private static func numbers(_ entries: [SourceEntry]) -> String {
    let numbers = entries.compactMap(\.number)
    guard entries.count > 2 else {
      return "entry \(numbers[1]) is the same source as entry \(numbers[0])"
        + " on line \(entries[0].line)"
    }
    return "entries \(Count.lines(numbers)) are one source, \(entries[0].url.shown), "
      + "first on line \(entries[0].line)"
  }

  private static func ways(_ spellings: [WrittenAddress], _ manuscript: Manuscript) -> String {
    let shown = spellings.prefix(shownLimit).map { way in
      "\(way.url.shown) on line \(manuscript.line(of: way.range.lowerBound))"
    }
    let rest = spellings.count > shownLimit ? ", …" : ""
    return "one source is written in \(spellings.count) ways: "
      + shown.joined(separator: ", ") + rest
  }

  private static func together(_ repeated: [Repeated], _ manuscript: Manuscript) -> Remark {
    let sources = repeated.sorted { $0.second.lowerBound < $1.second.lowerBound }
    let places = sources.prefix(namedLimit).map { source in
      Count.lines(source.places.map { manuscript.line(of: $0.lowerBound) })
    }
    let rest = sources.count > namedLimit ? "; …" : ""
    return Remark(
      sources[0].second,
      "\(sources.count) sources stand here under several numbers or spellings each "
        + "(lines \(places.joined(separator: "; "))\(rest)); keep one of each",
      related: sources.flatMap(\.places).filter { $0 != sources[0].second })
  }
}
