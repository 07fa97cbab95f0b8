/// The letters and digits of a text, without their order.
struct Letters {
  private var counts: [UInt32: Int] = [:]

  init(_ text: String) { add(text, 1) }

  private mutating func add(_ text: String, _ times: Int) {
    for scalar in text.unicodeScalars {
      if scalar.isLetter || scalar.properties.numericType != nil {
        counts[scalar.value, default: 0] += times
      }
    }
  }

  private mutating func remove(_ citations: ArraySlice<Citation>) {
    for citation in citations { add(citation.label, -1) }
  }

  private func isWithin(_ other: Letters) -> Bool {
    counts.allSatisfy { $0.value <= max(0, other.counts[$0.key] ?? 0) || $0.value <= 0 }
  }

  /// Whether each text has all letters that the other one has outside of the labels in it.
  static func areLike(
    _ text: String, _ citations: ArraySlice<Citation>, _ other: String,
    _ others: ArraySlice<Citation>
  ) -> Bool {
    let (whole, otherWhole) = (Letters(text), Letters(other))
    var (rest, otherRest) = (whole, otherWhole)
    rest.remove(citations)
    otherRest.remove(others)
    return rest.isWithin(otherWhole) && otherRest.isWithin(whole)
  }
}
