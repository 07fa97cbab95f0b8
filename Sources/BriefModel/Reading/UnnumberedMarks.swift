/// Marks of a brief that the library has given no number yet.
package struct UnnumberedMarks: Sendable, Equatable {
  /// By what the library is to find the brief.
  package let key: BriefKey
  /// By the key of the part; nil within for one that was marked unread.
  private var parts: [String: Fingerprint?] = [:]
  private var star: Bool?
  private var place: Place?

  package init(_ key: BriefKey) { self.key = key }

  /// How many marks there are; the place is none.
  package var count: Int {
    parts.count { $0.key != BriefSummary.ledeID } + (star == nil ? 0 : 1)
  }

  /// Adds the mark of a part; a later one takes its place.
  package mutating func set(_ part: String, read: Fingerprint?) { parts[part] = .some(read) }

  /// Adds the star, or that it was taken away.
  package mutating func set(star: Bool) { self.star = star }

  /// Whether it tells where reading stopped.
  var hasPlace: Bool { place != nil }

  mutating func forgetPlace() { place = nil }

  /// Adds where reading stopped.
  package mutating func set(place: Place) { self.place = place }

  /// What the library is to keep of them, once the brief has a number.
  package func changes(of record: Int64) -> [LibraryChange] {
    var changes = parts.sorted { $0.key < $1.key }.map { part, read in
      LibraryChange.section(record: record, id: part, read: read)
    }
    if let star { changes.append(.star(record: record, star)) }
    if let place { changes.append(.place(record: record, place)) }
    return changes
  }
}
