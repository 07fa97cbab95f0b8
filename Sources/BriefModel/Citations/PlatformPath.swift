/// A pattern of the paths on a platform: parts between slashes, of which `@` stands for the name that
/// is sought and `*` for anything, each up to the next character of the pattern: `user/@`, `a/*_@`.
///
/// It matches paths that start so. The name may be the value of a parameter instead: `watch?v=@`.
struct PlatformPath {
  /// What a pattern has found.
  struct Match {
    /// How much was asked for: of two patterns that match the one that asks for more is meant.
    var precision = 0
    /// The name's bytes, where the pattern has one.
    var name: Bytes?
  }

  private static let slash: UInt8 = 0x2F
  private let pattern: Bytes

  init(_ pattern: Bytes) { self.pattern = pattern }

  /// What is found in a path and the query behind it; nil where they do not match.
  func match(_ path: Bytes, query: Bytes) -> Match? {
    let end = pattern.firstIndex(of: 0x3F, from: 0) ?? pattern.count
    guard var match = match(path, end) else { return nil }
    guard end < pattern.count else { return match }
    let value = PlatformPath.value(of: pattern.slice(end + 1..<pattern.count - 1), in: query)
    guard let value, !value.isEmpty else { return nil }
    match.name = value
    match.precision += 1
    return match
  }

  /// Matches the pattern up to an end with the start of a path.
  private func match(_ path: Bytes, _ end: Int) -> Match? {
    var match = Match()
    // A part that names what stands there asks for more than one that takes anything.
    var isExact = true
    var place = PlatformPath.afterSlashes(path, 0)
    for index in 0..<end {
      let sign = pattern[index]
      if sign == 0x40 || sign == 0x2A {
        let next = index + 1 < end ? pattern[index + 1] : PlatformPath.slash
        let part = path[place...].prefix { $0 != next && $0 != PlatformPath.slash }
        guard !part.isEmpty else { return nil }
        if sign == 0x40 { match.name = path.slice(place..<part.endIndex) }
        isExact = false
        place = part.endIndex
      } else {
        guard place < path.count, path[place] == sign else { return nil }
        place += 1
        if sign == PlatformPath.slash {
          match.precision += isExact ? 2 : 1
          isExact = true
          place = PlatformPath.afterSlashes(path, place)
        }
      }
    }
    match.precision += isExact ? 2 : 1
    return place == path.count || path[place] == PlatformPath.slash ? match : nil
  }

  private static func afterSlashes(_ path: Bytes, _ start: Int) -> Int {
    var index = start
    while index < path.count, path[index] == slash { index += 1 }
    return index
  }

  /// What stands behind a name with its `=` in a query.
  private static func value(of name: Bytes, in query: Bytes) -> Bytes? {
    var start = 0
    while start < query.count {
      let end = query.firstIndex(of: 0x26, from: start) ?? query.count
      let parameter = query.slice(start..<end)
      if parameter.starts(with: name) { return parameter.slice(name.count..<parameter.count) }
      start = end + 1
    }
    return nil
  }
}
