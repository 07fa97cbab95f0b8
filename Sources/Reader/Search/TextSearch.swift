import BriefModel
import Cells

/// Finds a query in a laid-out text, over line ends too.
///
/// Letters match in either case unless the query has a capital.
struct TextSearch {
  /// One scalar of the text and where it stands.
  private struct Place {
    var scalar: UInt32
    var line: Int32
    var column: Int32
    var width: Int32
  }

  private let query: [UInt32]
  private let folds: Bool

  init(_ query: String) {
    let folds = !query.contains { $0.isUppercase }
    self.folds = folds
    self.query = query.unicodeScalars.map { Self.fold($0, folds) }
  }

  /// Whether a line of plain text holds the query.
  func isIn(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.map { Self.fold($0, folds) }
    return !query.isEmpty && Self.find(query, in: scalars.count) { scalars[$0] }.first != nil
  }

  /// The matches of several phrases, in the order of the text.
  static func matches(of phrases: [SoughtPhrase], in layout: TextLayout) -> [TextMatch] {
    let search = TextSearch("")
    let places = search.places(in: layout, fold: PhraseMatcher.fold)
    return PhraseMatcher(phrases).matches(in: places.map(\.scalar)).map { found in
      var match = search.match(places[found.range])
      match.phrase = found.phrase
      return match
    }
  }

  func matches(in layout: TextLayout) -> [TextMatch] {
    guard !query.isEmpty else { return [] }
    let places = places(in: layout) { Self.fold($0, folds) }
    return Self.find(query, in: places.count) { places[$0].scalar }.map {
      match(places[$0..<$0 + query.count])
    }
  }

  private func places(
    in layout: TextLayout, fold: (Unicode.Scalar) -> UInt32
  ) -> [Place] {
    var places: [Place] = []
    for (index, line) in layout.lines.enumerated() { append(line, index, to: &places, fold) }
    return places
  }

  private func append(
    _ line: TextLine, _ index: Int, to places: inout [Place], _ fold: (Unicode.Scalar) -> UInt32
  ) {
    for run in line.runs where !run.isOrnament && !run.isNumber {
      var column = run.column
      for scalar in run.text.unicodeScalars {
        let width = max(0, DisplayWidth.of(scalar))
        places.append(
          Place(
            scalar: fold(scalar), line: Int32(index), column: Int32(column),
            width: Int32(width)))
        column += width
      }
    }
    let end: UInt32? =
      switch line.joint {
      case .nothing: nil
      case .space: 0x20
      case .end: 0x0A
      }
    if let end {
      places.append(Place(scalar: end, line: Int32(index), column: Int32(line.width), width: 0))
    }
  }

  private func match(_ places: ArraySlice<Place>) -> TextMatch {
    var match = TextMatch(stretches: [])
    for place in places {
      let columns = Int(place.column)..<Int(place.column + place.width)
      if let last = match.stretches.last, last.line == Int(place.line) {
        match.stretches[match.stretches.count - 1].columns =
          last.columns.lowerBound..<max(last.columns.upperBound, columns.upperBound)
      } else if !columns.isEmpty {
        match.stretches.append(TextMatch.Stretch(line: Int(place.line), columns: columns))
      }
    }
    return match
  }

  /// Offsets at which the query begins, without overlaps.
  private static func find(_ query: [UInt32], in count: Int, at: (Int) -> UInt32) -> [Int] {
    var found: [Int] = []
    var index = 0
    while index + query.count <= count {
      if at(index) == query[0], query.indices.allSatisfy({ at(index + $0) == query[$0] }) {
        found.append(index)
        index += query.count
      } else {
        index += 1
      }
    }
    return found
  }

  private static func fold(_ scalar: Unicode.Scalar, _ folds: Bool) -> UInt32 {
    guard folds else { return scalar.value }
    if scalar.isASCII {
      return scalar.value >= 0x41 && scalar.value <= 0x5A ? scalar.value | 0x20 : scalar.value
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value
  }
}
