/// What is kept in memory of every brief, the text of which is not.
package struct BriefSummary: Sendable, Equatable {
  /// A part of a brief that is read, and marked read, on its own.
  package struct Part: Sendable, Equatable {
    /// Key of the read mark: the section's `id`, empty for a lede that is all there is, or `ledeID`.
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
  /// The lede beside sections; nil where it is the part, or where there is none. It is nothing to
  /// mark by itself: its mark comes with the first of a section (`ReadingRecord+Lede.swift`).
  package var lede: Part?
  package var sourceCount: Int
  package var outletCount: Int

  package init(
    title: String, date: BriefDate?, parts: [Part], lede: Part? = nil, sourceCount: Int,
    outletCount: Int
  ) {
    self.title = title
    self.date = date
    self.parts = parts
    self.lede = lede
    self.sourceCount = sourceCount
    self.outletCount = outletCount
  }

  /// Key of the mark of a lede beside sections, which no slug is like.
  package static let ledeID = "/lede"

  /// Sums a brief up.
  package init(_ brief: Brief) {
    title = brief.title
    date = brief.date
    sourceCount = brief.sources.count
    outletCount = Publisher.count(of: brief.sources)
    parts = brief.sections.enumerated().compactMap { index, section -> Part? in
      guard section.isRead else { return nil }
      return Part(
        id: section.id, section: index, fingerprint: brief.fingerprint(ofSection: index))
    }
    guard brief.lede.contains(where: { $0 != .rule }) else { return }
    let isAll = parts.isEmpty
    let part = Part(
      id: isAll ? "" : Self.ledeID, section: nil, fingerprint: brief.fingerprintOfLede)
    if isAll { parts = [part] } else { lede = part }
  }
}

extension Section {
  /// Whether it has text of its own to be read.
  package var isRead: Bool { kind == .body && blocks.contains { $0 != .rule } }
}
