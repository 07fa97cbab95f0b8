@testable import BriefModel

extension WritingTests {
  /// What differs between two texts that are to be the same brief.
  static func differences(_ first: [UInt8], _ second: [UInt8]) throws -> [String] {
    let brief = try parse(first)
    let other = try parse(second)
    var problems: [String] = []
    if brief.title != other.title { problems.append("title \(other.title)") }
    let sections = other.sections.prefix(brief.sections.count)
    if brief.sections.map(\.id) != sections.map(\.id) { problems.append("section ids") }
    if brief.sections.map(\.title) != sections.map(\.title) { problems.append("section titles") }
    let isNew = other.sections.count > brief.sections.count
    if other.sections.count > brief.sections.count + 1
      || isNew && other.sections.last?.kind != .sources
    {
      problems.append("new sections")
    }
    if targets(brief) != targets(other) { problems.append("citations") }
    if brief.citations.map(\.section) != other.citations.map(\.section) {
      problems.append("sections of citations")
    }
    if brief.sources.map(\.url.canonical) != other.sources.map(\.url.canonical) {
      problems.append("sources")
    }
    problems += naming(brief, other)
    if problems.isEmpty { problems += sentences(brief, other) }
    return problems
  }

  /// The titles and outlets of sources that are others. A name that only the label of a link gave
  /// is lost where the brief's own list has a numbered entry without one.
  private static func naming(_ brief: Brief, _ other: Brief) -> [String] {
    zip(brief.sources, other.sources).compactMap { source, written in
      let isNumbered = source.entries.contains { $0.number != nil || $0.note != nil }
      let isSameOutlet =
        source.outlet == written.outlet || isNumbered && written.outlet == source.url.domain
      return source.title == written.title && isSameOutlet
        ? nil
        : "source \(source.number) is \(written.title ?? "–") of \(written.outlet), "
          + "not \(source.title ?? "–") of \(source.outlet)"
    }
  }

  private static func targets(_ brief: Brief) -> [String?] {
    brief.citations.map { $0.source.map { brief.sources[$0].url.canonical } }
  }

  /// The words of each sentence that are in no label of a citation must all be in the other one.
  private static func sentences(_ brief: Brief, _ other: Brief) -> [String] {
    let pairs = zip(Sentences().all(in: brief), Sentences().all(in: other))
    return zip(pairs, zip(brief.citations.indices, other.citations.indices)).compactMap {
      let ((first, second), (index, _)) = $0
      let lost = missing(first, brief, in: second) + missing(second, other, in: first)
      return lost.isEmpty ? nil : "sentence \(index + 1) lacks \(lost): \(first) | \(second)"
    }
  }

  /// The letters of a sentence that are in no label, and not in the other sentence.
  private static func missing(_ text: String, _ brief: Brief, in other: String) -> String {
    let known = Set(other).union(brief.citations.map(\.label).joined())
    return text.filter { $0.isLetter && !known.contains($0) }
  }

  private static func parse(_ bytes: [UInt8]) throws -> Brief {
    try BriefParser.parse(bytes: bytes, path: "brief.md", modified: nil, today: RealBriefs.today)
  }
}
