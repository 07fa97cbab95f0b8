import BriefModel
package import Cells

/// How a key is written in settings, help and documentation.
///
/// A character stands for itself; `^X` is Control and X, `M-x` Alt and x; the others have names:
/// `Enter`, `Tab`, `S-Tab`, `Esc`, `BS`, `Del`, `Ins`, `Space`, `Up`, `Down`, `Left`, `Right`,
/// `PgUp`, `PgDn`, `Home`, `End`, `F1` to `F12`.
package enum KeyName {
  private static let named: [(String, Key)] = [
    ("Enter", .enter), ("Tab", .tab), ("S-Tab", .backTab), ("Esc", .escape), ("BS", .backspace),
    ("Del", .delete), ("Ins", .insert), ("Space", .character(" ")), ("Up", .up), ("Down", .down),
    ("Left", .left), ("Right", .right), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Home", .home),
    ("End", .end),
  ]

  /// The key of a name; nil where there is none, as for what no keyboard sends and no screen shows.
  package static func key(_ name: String) -> Key? {
    guard name.unicodeScalars.allSatisfy(Sanitizer.mayShow) else { return nil }
    if name.count == 1, let character = name.first, character != " " {
      return .character(character)
    }
    let lowered = name.lowercased()
    if name.count == 2, name.first == "^", let letter = lowered.last, letter.isASCII {
      return control(letter)
    }
    if let known = named.first(where: { $0.0.lowercased() == lowered }) { return known.1 }
    if name.hasPrefix("M-"), name.count == 3, let last = name.last { return .alt(last) }
    if name.first == "F", let number = Int(name.dropFirst()), (1...12).contains(number) {
      return .function(number)
    }
    return nil
  }

  /// Terminals send some control keys as others.
  private static func control(_ letter: Character) -> Key {
    switch letter {
    case "i": .tab
    case "m", "j": .enter
    case "h": .backspace
    case "[": .escape
    default: .control(letter)
    }
  }

  /// The name of a key.
  package static func name(_ key: Key) -> String {
    if let known = named.first(where: { $0.1 == key }) { return known.0 }
    return switch key {
    case .character(let character): String(character)
    case .control(let letter): "^" + letter.uppercased()
    case .alt(let character): "M-" + String(character)
    case .function(let number): "F\(number)"
    case .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end:
      ""
    }
  }
}
