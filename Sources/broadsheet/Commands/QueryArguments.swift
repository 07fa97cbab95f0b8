/// The arguments of commands that take a query, in which `-word` denies a word.
enum QueryArguments {
  private static let commands = ["list", "search", "mark", "unread"]
  private static let optionsWithValues = ["--format", "--sort", "--limit", "--config", "--reader"]

  /// The arguments with the options first and all words of the query after a `--`; others stay as
  /// they are.
  static func arranged(_ arguments: [String]) -> [String] {
    guard let command = arguments.first, commands.contains(command) else { return arguments }
    var options: [String] = []
    var words: [String] = []
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        break
      }
      guard argument.hasPrefix("--") || argument == "-h" else {
        words.append(argument)
        continue
      }
      options.append(argument)
      if optionsWithValues.contains(argument), let value = rest.popFirst() {
        options.append(value)
      }
    }
    return [command] + options + (words.isEmpty ? [] : ["--"] + words)
  }
}
