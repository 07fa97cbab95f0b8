/// What is kept in memory of every brief, the text of which is not.
package struct BriefSummary: Sendable, Equatable {
  /// A part of a brief that is read, and marked read, on its own.
  package struct Part: Sendable, Equatable {
    /// Key of the read mark: the section's `id`, or empty for a lede that is all there is.
    package var id: String
    /// Index into `Brief.sections`; nil for the lede.
    package var section: Int?
    package var fingerprint: Fingerprint

    package init(id: String, section: Int?, fingerprint: Fingerprint) {
      self.id = id
      self.section = section
      self.fingerprint = fingerprint
    }
  }

  package var title: String
  package var date: BriefDate?
  /// The body sections that have text of their own; the lede where there is no such section.
  package var parts: [Part]
  package var sourceCount: Int
  package var outletCount: Int

  package init(
    title: String, date: BriefDate?, parts: [Part], sourceCount: Int, outletCount: Int
  ) {
    self.title = title
    self.date = date
    self.parts = parts
    self.sourceCount = sourceCount
    self.outletCount = outletCount
  }

  /// Sums a brief up.
  package init(_ brief: Brief) {
    title = brief.title
    date = brief.date
    sourceCount = brief.sources.count
    outletCount = Publisher.count(of: brief.sources)
    parts = brief.sections.enumerated().compactMap { index, section -> Part? in
      guard section.kind == .body, section.blocks.contains(where: { $0 != .rule }) else {
        return nil
      }
      return Part(
        id: section.id, section: index, fingerprint: brief.fingerprint(ofSection: index))
    }
    if parts.isEmpty, brief.lede.contains(where: { $0 != .rule }) {
      parts = [Part(id: "", section: nil, fingerprint: brief.fingerprintOfLede)]
    }
  }
}
