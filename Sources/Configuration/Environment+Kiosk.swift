extension Environment {
  /// What of it holds for a reader who is not trusted with it: how the terminal is called, and in
  /// which character set and colours it shows text.
  ///
  /// All else is left out. What names files (`TERMINFO`, `LOCPATH`, `XDG_CONFIG_HOME`, `TZ`) or
  /// programs (`PATH`, `BROWSER`, `EDITOR`) would let a reader choose what is read and run, and
  /// what tells libraries how to work (`NCURSES_…`) is not theirs to say either. `home` is that of
  /// the account, by the system and not by `HOME`.
  package func confined(home: String?) -> Environment {
    var kept = Self.nameLike.map(\.rawValue).reduce(into: [String: String]()) { kept, name in
      if let value = self[name], Self.isName(value) { kept[name] = value }
    }
    if let depth = self["COLORTERM"], Self.depths.contains(depth) { kept["COLORTERM"] = depth }
    for name in Self.flags.map(\.rawValue) where self[name] != nil { kept[name] = "1" }
    if let home, home.hasPrefix("/") { kept["HOME"] = home }
    return Environment(kept)
  }

  /// Those whose values are names, of a terminal and of locales.
  private static let nameLike = [
    EnvironmentVariable.term, .language, .allLocale, .characterLocale,
  ]
  private static let depths = ["truecolor", "24bit"]
  /// Those that are known to be set, and not to what.
  private static let flags = [EnvironmentVariable.noColor, .sshConnection]

  /// What of the environment the kiosk heeds, in a sentence.
  package static var kioskRule: String {
    let names = nameLike.map(\.rawValue).joined(separator: ", ")
    let flags = flags.map(\.rawValue).joined(separator: " and ")
    return "The kiosk heeds \(names) where their values are names, COLORTERM where it is "
      + "\(depths.joined(separator: " or ")), and that \(flags) are set; all others count as unset, "
      + "and the home folder is that of the system's list of accounts."
  }

  /// Letters, digits and a few signs, a letter or digit first: no path, and nothing to be obeyed.
  private static func isName(_ text: String) -> Bool {
    guard text.utf8.count <= 64, let first = text.first, first.isLetter || first.isNumber else {
      return false
    }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar
          || "+-._@".unicodeScalars.contains(scalar))
    }
  }
}
