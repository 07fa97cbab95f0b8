/// The shortest way into the reader: paths, or nothing at all, need no parser of arguments, which
/// takes longer than a brief does (a third of all instructions to the first frame of the library).
enum PlainArguments {
  /// Whether the arguments are paths alone, or none: no option, and no name of a command in front.
  static func arePathsOnly(_ arguments: [String]) -> Bool {
    if let first = arguments.first, Broadsheet.commandNames.contains(first) { return false }
    return arguments.allSatisfy { $0 == "-" || !$0.hasPrefix("-") }
  }
}
