/// Frames of random looks, the same for a seed each time.
struct SeededLooks {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// A frame of letters with sequences between them that change or save the look.
  mutating func frame() -> String {
    (0..<12).map { _ in sequence() + String(UnicodeScalar(UInt8(0x61 + next(below: 26)))) }.joined()
  }

  private mutating func sequence() -> String {
    let parameters = [
      "", "0", "1", "2", "3", "4", "7", "22", "23", "24", "27", "31", "92", "39", "44", "102", "49",
      "1;31;44", "0;4", "39;49",
    ]
    switch next(below: 8) {
    case 0: return ""
    case 1: return "\u{1B}7"
    case 2: return "\u{1B}8"
    default:
      return (0...next(below: 3)).map { _ in "\u{1B}[\(parameters[next(below: parameters.count)])m"
      }
      .joined()
    }
  }
}
