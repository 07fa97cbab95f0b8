/// Damages inputs in the same way in every run.
package struct FuzzDamage: RandomNumberGenerator {
  private var state: UInt64
  private let seeds: [[UInt8]]
  /// The longest that an input gets.
  private static let limit = 1500

  package init(seeds: [[UInt8]], number: UInt64) {
    self.seeds = seeds
    state = number
  }

  /// SplitMix64.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A part of a seed with one to eight kinds of damage.
  package mutating func input() -> [UInt8] {
    var bytes = piece(of: Self.limit)
    for _ in 0...below(8) { damage(&bytes) }
    return bytes
  }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  private mutating func piece(of length: Int) -> [UInt8] {
    let seed = seeds[below(seeds.count)]
    let start = below(2) == 0 ? 0 : below(seed.count)
    return Array(seed[start...].prefix(1 + below(length)))
  }

  private mutating func damage(_ bytes: inout [UInt8]) {
    let place = below(bytes.count + 1)
    let end = min(bytes.count, place + below(30))
    switch below(8) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: Array(bytes[place..<end]), at: below(bytes.count + 1))
    case 2: if place < bytes.count { bytes[place] = UInt8(below(256)) }
    case 3: if place < bytes.count { bytes[place] ^= UInt8(1 << below(8)) }
    case 4: bytes.insert(contentsOf: piece(of: 40), at: place)
    case 5:
      let piece = Self.pieces[below(Self.pieces.count)]
      bytes.insert(
        contentsOf: repeatElement(piece, count: 1 + below(20)).flatMap(\.self), at: place)
    default: bytes.insert(contentsOf: Self.pieces[below(Self.pieces.count)], at: place)
    }
  }

  /// What languages, terminals and Unicode turn on.
  private static let pieces: [[UInt8]] =
    [
      "[", "]", "(", ")", "{", "}", "<", ">", "\"", "'", "`", "\\", "|", "#", "=", ":", ";", ",",
      "*", "-", "+", "%s", "$(x)", "&amp;", "&#x1b;", "\n", "\r", "\t", " ", "OR", "title:",
      "is:read", "after:3d", "https://a.b/c", "null", "1e999", "\\u001b", "true", "[x]\n", "---\n",
      "\u{1B}[", "\u{1B}]8;;", "\u{1B}\\", "\u{1B}[200~", "\u{1B}[201~", "\u{7}", "\u{9B}31m",
      "\u{202E}", "\u{200D}", "\u{FE0F}", "\u{301}", "\u{34F}", "\u{1D173}", "\u{FEFF}", "漢",
    ].map { Array($0.utf8) } + [
      [0], [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90],
    ]
}
