/// Places of entries with nothing between them, so that they may be put in the order of their numbers.
struct EntryRun {
  private(set) var places: [EntryPlace]
  /// Whether the lines may change their places: nothing in them cites.
  private(set) var isMovable: Bool
  /// Whether the number of an ordered list may take the place of what goes before each: no other
  /// bullets touch them, and an empty line goes before.
  let standsAlone: Bool

  var range: Range<Int> {
    (places.first?.range.lowerBound ?? 0)..<(places.last?.range.upperBound ?? 0)
  }
  var kind: EntryPlace.Kind { places.first?.kind ?? .line }

  /// The runs of places in the order of the text.
  static func all(of places: [EntryPlace], _ brief: Brief, in text: [UInt8]) -> [EntryRun] {
    var groups: [[EntryPlace]] = []
    for place in places {
      if let last = groups.last?.last, last.kind == place.kind, follows(place, last, text) {
        groups[groups.count - 1].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups.map { EntryRun($0, brief, text) }
  }

  /// Whether a place comes right behind another one, and its line starts alike; definitions may have
  /// others between them, which lead nowhere.
  private static func follows(_ place: EntryPlace, _ last: EntryPlace, _ text: [UInt8]) -> Bool {
    let (end, start) = (last.range.upperBound, place.range.lowerBound)
    guard end <= start, text[last.indent] == text[place.indent] else { return false }
    return text[end..<start].split(separator: 0x0A).allSatisfy { line in
      line.allSatisfy(\.isWhitespace)
        || place.kind == .note && (line.starts(with: "[^".utf8) || line.starts(with: "    ".utf8))
    }
  }

  private init(_ places: [EntryPlace], _ brief: Brief, _ text: [UInt8]) {
    self.places = places
    let start = places[0].range.lowerBound
    let end = places[places.count - 1].range.upperBound
    let next = brief.citations.partitioningIndex { $0.range.upperBound > start }
    isMovable = next == brief.citations.count || brief.citations[next].range.lowerBound >= end
    standsAlone =
      EntryRun.isOpen(text[..<start].dropLast(), fromEnd: true)
      && EntryRun.isOpen(text[end...].drop { $0 == 0x0D }.dropFirst(), fromEnd: false)
  }

  /// Whether a list that starts or ends beside a line is one of its own.
  private static func isOpen(_ rest: ArraySlice<UInt8>, fromEnd: Bool) -> Bool {
    let line =
      fromEnd
      ? rest[(rest.lastIndex(of: 0x0A).map { $0 + 1 } ?? rest.startIndex)...]
      : rest.prefix { $0 != 0x0A }
    guard let first = line.first(where: { $0 != 0x20 && $0 != 0x3E && $0 != 0x0D }) else {
      return true
    }
    if fromEnd { return first == 0x23 || line.starts(with: "[^".utf8) }
    return first == 0x5B || first == 0x23
  }
}
