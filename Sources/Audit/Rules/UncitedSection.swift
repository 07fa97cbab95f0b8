import BriefModel

/// Prose without a source.
enum UncitedSection {
  /// More sections than that are told together.
  private static let remarkLimit = 10

  static func find(_ manuscript: Manuscript) -> [Remark] {
    let brief = manuscript.brief
    guard manuscript.lists.areLocal || brief.citations.contains(where: { $0.source != nil }) else {
      return isAllCode(brief) ? [] : [whole(manuscript)]
    }
    let units = units(of: manuscript)
    let uncited = units.filter { !$0.cites }
    // Where most sections cite nothing, the brief is not one that cites in each: that is told once.
    let isUsual = uncited.count > 3 && uncited.count * 2 > units.count
    guard isUsual || uncited.count > remarkLimit else {
      return uncited.map { remark($0.section, manuscript) }
    }
    return [together(uncited.map(\.section), of: units.count, manuscript)]
  }

  private static func remark(_ index: Int, _ manuscript: Manuscript) -> Remark {
    let section = manuscript.brief.sections[index]
    return Remark(
      manuscript.headingRange(of: section),
      "“\(section.title)” cites no source; cite what it claims, or call it Opinion in its heading")
  }

  private static func together(
    _ uncited: [Int], of count: Int, _ manuscript: Manuscript
  ) -> Remark {
    let sections = uncited.map { manuscript.brief.sections[$0] }
    let lines = Count.named(lines: sections.map(\.line))
    return Remark(
      manuscript.headingRange(of: sections[0]),
      "\(uncited.count) of \(count) sections cite no source (\(lines)); "
        + "cite what each of them claims",
      related: sections.map(manuscript.headingRange))
  }

  /// A brief in a code block is told by `RawLeak`.
  private static func isAllCode(_ brief: Brief) -> Bool {
    brief.sections.isEmpty && brief.lede.allSatisfy { if case .code = $0 { true } else { false } }
  }

  private static func whole(_ manuscript: Manuscript) -> Remark {
    let listed = manuscript.brief.sources.count
    let list = listed == 0 ? "" : ", though it lists \(listed)"
    let start = manuscript.lineRange(manuscript.line(of: manuscript.outline.start))
    return Remark(start, "the brief cites no source\(list); link its claims to their sources")
  }

  /// A section with prose of its own, and whether it or a section below it cites.
  private struct Unit {
    var section: Int
    var cites: Bool
  }

  /// The sections that should cite. Where all marks of one lead nowhere, `BrokenNumber` tells it.
  private static func units(of manuscript: Manuscript) -> [Unit] {
    manuscript.brief.sections.indices.compactMap { index in
      let sourcing = manuscript.sourcing[index]
      guard sourcing.isExpected else { return nil }
      return Unit(
        section: index, cites: sourcing.weakness != .uncited || sourcing.lostCount > 0)
    }
  }
}
