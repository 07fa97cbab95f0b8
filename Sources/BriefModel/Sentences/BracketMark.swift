/// A bracket of those in which citations stand, narrow or wide.
struct BracketMark {
  let opens: Bool
  let length: Int

  /// The one whose last byte stands before `end`.
  init?(_ bytes: [UInt8], endingAt end: Int) {
    guard end > 0 else { return nil }
    switch bytes[end - 1] {
    case 0x28, 0x5B: (opens, length) = (true, 1)
    case 0x29, 0x5D: (opens, length) = (false, 1)
    case 0x88...0x95, 0xBB, 0xBD:
      if BracketMark.openings.contains(where: { bytes.ends(at: end, with: $0) }) {
        (opens, length) = (true, 3)
      } else if BracketMark.closings.contains(where: { bytes.ends(at: end, with: $0) }) {
        (opens, length) = (false, 3)
      } else {
        return nil
      }
    default: return nil
    }
  }

  /// The one whose first byte stands at `start`.
  init?(_ bytes: [UInt8], at start: Int) {
    let isWide = bytes[start] == 0xE3 || bytes[start] == 0xEF
    let end = start + (isWide ? 3 : 1)
    guard isWide || bytes[start] < 0x80, end <= bytes.count else { return nil }
    self.init(bytes, endingAt: end)
  }

  private static let openings: [StaticString] = ["（", "［", "【", "〔"]
  private static let closings: [StaticString] = ["）", "］", "】", "〕"]
}
