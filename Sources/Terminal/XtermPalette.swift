/// The 256 colours that xterm shows by default.
enum XtermPalette {
  static let colors: [(red: UInt8, green: UInt8, blue: UInt8)] = {
    var all: [(red: UInt8, green: UInt8, blue: UInt8)] = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
      (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
      (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
      (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    for red in steps {
      for green in steps {
        for blue in steps { all.append((red, green, blue)) }
      }
    }
    for step in 0..<24 {
      let grey = UInt8(8 + 10 * step)
      all.append((grey, grey, grey))
    }
    return all
  }()

  private static let inOKLab = colors.map { OKLab(red: $0.red, green: $0.green, blue: $0.blue) }

  /// The index in a range that looks most like a colour.
  static func nearest(red: UInt8, green: UInt8, blue: UInt8, in range: Range<Int>) -> UInt8 {
    let wanted = OKLab(red: red, green: green, blue: blue)
    let best = range.min {
      inOKLab[$0].squaredDistance(to: wanted) < inOKLab[$1].squaredDistance(to: wanted)
    }
    return UInt8(best ?? 0)
  }
}
