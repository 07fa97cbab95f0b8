import BriefModel

/// Sources that stand there twice without looking alike.
enum DuplicateSource {
  /// As many variants are named.
  private static let shownLimit = 4

  static func find(_ manuscript: Manuscript) -> [Remark] {
    let entries = entries(manuscript)
    // An entry that its number already tells need not be told for its spelling too.
    let told = Set(entries.map(\.range))
    return entries + variants(manuscript).filter { !told.contains($0.range) }
  }

  /// Sources whose address is written in several ways; fragments do not count, as parts of a page
  /// may well be cited apart.
  private static func variants(_ manuscript: Manuscript) -> [Remark] {
    var spellings: [Int: [WrittenAddress]] = [:]
    var seen: Set<String> = []
    for address in manuscript.addresses {
      let plain = String(address.url.ascii.prefix { $0 != "#" })
      if seen.insert(plain).inserted { spellings[address.source, default: []].append(address) }
    }
    return spellings.values.compactMap { ways in
      guard ways.count > 1 else { return nil }
      let shown = ways.prefix(shownLimit).map { way in
        "\(way.url.shown) on line \(manuscript.line(of: way.range.lowerBound))"
      }
      let rest = ways.count > shownLimit ? ", …" : ""
      return Remark(
        ways[1].range,
        "one source is written in \(ways.count) ways: \(shown.joined(separator: ", "))\(rest); "
          + "keep one of them")
    }
  }

  /// Sources to which one list gives several numbers.
  private static func entries(_ manuscript: Manuscript) -> [Remark] {
    manuscript.brief.sources.flatMap { source -> [Remark] in
      var first: [Int?: SourceEntry] = [:]
      return source.entries.compactMap { entry in
        guard let number = entry.number else { return nil }
        let section = manuscript.sections.section(atLine: entry.line)
        guard let known = first[section], let other = known.number, other != number else {
          first[section] = entry
          return nil
        }
        return Remark(
          entry.range,
          "entry \(number) is the same source as entry \(other) on line \(known.line); "
            + "keep one and cite it by its number")
      }
    }
  }
}
