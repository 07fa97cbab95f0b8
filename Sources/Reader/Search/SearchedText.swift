import Cells

/// A laid-out text as searches read it: its letters one after another, and where each stands.
///
/// Numbers of citations and signs that are not of the brief are no part of it.
struct SearchedText: Sendable, Equatable {
  /// One letter of the text and where it stands.
  struct Place: Sendable, Equatable {
    var letter: UInt32
    var line: Int32
    var column: Int32
    var width: Int32
  }

  private(set) var places: [Place] = []

  /// Takes the letters as they are compared; what has no value is left out, and a sign may stand for
  /// a second letter.
  init(
    _ layout: TextLayout, comparing value: (Unicode.Scalar) -> UInt32?,
    second: (Unicode.Scalar) -> UInt32? = { _ in nil }
  ) {
    for (index, line) in layout.lines.enumerated() { append(line, Int32(index), value, second) }
  }

  private mutating func append(
    _ line: TextLine, _ index: Int32, _ value: (Unicode.Scalar) -> UInt32?,
    _ second: (Unicode.Scalar) -> UInt32?
  ) {
    for run in line.runs where !run.isOrnament && !run.isNumber {
      var column = run.column
      for scalar in run.text.unicodeScalars {
        let width = max(0, DisplayWidth.of(scalar))
        if let letter = value(scalar) {
          let place = Place(
            letter: letter, line: index, column: Int32(column), width: Int32(width))
          places.append(place)
          if let other = second(scalar) {
            places.append(
              Place(letter: other, line: index, column: place.column, width: place.width))
          }
        }
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
      places.append(Place(letter: end, line: index, column: Int32(line.width), width: 0))
    }
  }

  /// The stretches of the screen that some of the letters take.
  func match(_ range: Range<Int>) -> TextMatch {
    var match = TextMatch(stretches: [])
    for place in places[range] {
      let columns = Int(place.column)..<Int(place.column + place.width)
      if let last = match.stretches.last, last.line == Int(place.line) {
        match.stretches[match.stretches.count - 1].columns =
          last.columns.lowerBound..<max(last.columns.upperBound, columns.upperBound)
      } else if !columns.isEmpty {
        match.stretches.append(TextMatch.Stretch(line: Int(place.line), columns: columns))
      }
    }
    // A space between two lines takes no column, and is at the end of the first all the same.
    if match.stretches.isEmpty, let place = places[range].first {
      let end = Int(place.column)
      match.stretches.append(TextMatch.Stretch(line: Int(place.line), columns: end..<end))
    }
    return match
  }
}
