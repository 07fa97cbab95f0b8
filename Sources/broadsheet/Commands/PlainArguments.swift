/// The shortest way into the reader: paths, or nothing at all, need no parser of arguments, which
/// takes longer than a brief does (a third of all instructions to the first frame of the library, and
/// three fifths of those that count what is unread).
enum PlainArguments {
  /// Whether the arguments are paths alone, or none: no option, and no name of a command in front.
  static func arePathsOnly(_ arguments: [String]) -> Bool {
    if let first = arguments.first, Broadsheet.commandNames.contains(first) { return false }
    return arguments.allSatisfy { $0 == "-" || !$0.hasPrefix("-") }
  }

  /// The words of the query of `unread --count`, which a status bar asks each second; nil for
  /// anything else, and for what only the parser can tell apart.
  static func countedQuery(_ arguments: [String]) -> [String]? {
    guard arguments.starts(with: ["unread", "--count"]) else { return nil }
    let words = arguments.dropFirst(2)
    return words.contains { $0.hasPrefix("-") } ? nil : Array(words)
  }
}
