import BriefModel

/// Sections that rest on one outlet.
enum SingleOutletSection {
  /// More sections than that are told together.
  private static let remarkLimit = 5
  /// As many outlets and lines are named then.
  private static let namedLimit = 10

  /// A section and the outlet that it rests on.
  private struct Weak {
    let section: Section
    let outlet: String
    let sourceCount: Int
  }

  static func find(_ manuscript: Manuscript) -> [Remark] {
    let weak = weakSections(manuscript)
    guard weak.count > remarkLimit else { return weak.map { remark($0, manuscript) } }
    return [together(weak, manuscript)]
  }

  /// The sections that rest on one outlet; not those of which `BadURL` tells that nobody can open
  /// what they cite.
  private static func weakSections(_ manuscript: Manuscript) -> [Weak] {
    let brief = manuscript.brief
    return brief.sections.indices.compactMap { index -> Weak? in
      let sourcing = manuscript.sourcing[index]
      guard sourcing.weakness == .singleOutlet, let source = sourcing.sources.first,
        !sourcing.sources.allSatisfy({ BadURL.hasNoHost(brief.sources[$0].url) })
      else { return nil }
      return Weak(
        section: brief.sections[index], outlet: Publisher.of(brief.sources[source]),
        sourceCount: sourcing.sources.count)
    }
  }

  private static func remark(_ weak: Weak, _ manuscript: Manuscript) -> Remark {
    let what = weak.sourceCount == 1 ? "one source" : "\(weak.sourceCount) sources"
    return Remark(
      manuscript.headingRange(of: weak.section),
      "“\(weak.section.title)” rests on \(what) of one outlet, \(weak.outlet); "
        + "add a second outlet if there is one")
  }

  private static func together(_ weak: [Weak], _ manuscript: Manuscript) -> Remark {
    var counts: [String: Int] = [:]
    for one in weak { counts[one.outlet, default: 0] += 1 }
    let order = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let outlets = Count.list(order.map { "\($0.key) \($0.value)" }, limit: namedLimit)
    let lines = Count.named(lines: weak.map(\.section.line))
    return Remark(
      manuscript.headingRange(of: weak[0].section),
      "\(weak.count) sections rest on one outlet each (\(outlets); \(lines)); "
        + "add a second outlet where there is one",
      related: weak.map { manuscript.headingRange(of: $0.section) })
  }
}
