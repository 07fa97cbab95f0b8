/// Which footnotes and numbered entries were read, and which of them have the name of another one.
struct DefinedEntries {
  /// Where an entry stands, and the source of its first link.
  struct Place {
    let name: String
    let range: Range<Int>
    let line: Int
    /// `WebLink.source`; nil for an entry without an address.
    let source: Int?
    let links: [Range<Int>]
  }

  private var footnotes: [String: Place] = [:]
  /// The entries of the list that was read last.
  private var numbers: [Int: Place] = [:]
  private var scope: NumberedLists.Scope?
  private(set) var repeated: [RepeatedEntry] = []

  /// Adds a footnote by its folded name. The first counts, unless only a later one has an address.
  mutating func add(_ place: Place, footnote name: String) {
    guard let known = footnotes[name] else { return footnotes[name] = place }
    let isLaterOne = known.source == nil && place.source != nil
    if isLaterOne { footnotes[name] = place }
    isLaterOne ? tell(known, besides: place, nil) : tell(place, besides: known, nil)
  }

  /// Adds an entry of a list of a scope; `isNew` says that text which cites stands before it, so that
  /// it starts another list.
  mutating func add(_ place: Place, number: Int, scope: NumberedLists.Scope, isNew: Bool) {
    if isNew || scope != self.scope { numbers = [:] }
    self.scope = scope
    guard let known = numbers[number] else { return numbers[number] = place }
    tell(place, besides: known, number)
  }

  /// Two entries of one source are as good as one.
  private mutating func tell(_ place: Place, besides counting: Place, _ number: Int?) {
    guard place.source == nil || place.source != counting.source else { return }
    repeated.append(
      RepeatedEntry(
        name: place.name, number: number, range: place.range, links: place.links,
        countingLine: counting.line))
  }
}
