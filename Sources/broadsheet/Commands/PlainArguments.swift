/// The shortest way into the reader: paths and nothing else need no parser of arguments, which
/// takes longer than a brief does (1 ms of the 5 to the first line of code).
enum PlainArguments {
  /// Whether the arguments are paths alone: no option, and no name of a command in front.
  static func arePathsOnly(_ arguments: [String]) -> Bool {
    guard let first = arguments.first, !Broadsheet.commandNames.contains(first) else {
      return false
    }
    return arguments.allSatisfy { $0 == "-" || !$0.hasPrefix("-") }
  }
}
