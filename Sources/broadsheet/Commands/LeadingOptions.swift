/// Options that stand before the name of a command, where the reader takes them: the command has
/// them behind its name.
enum LeadingOptions {
  private static let options = ["--config", "--reader"]

  /// The arguments with the name of a command in front, where it stands behind such options alone;
  /// others stay as they are.
  static func moved(_ arguments: [String]) -> [String] {
    var index = 0
    while index < arguments.count {
      if options.contains(arguments[index]) {
        index += 2
      } else if options.contains(where: { arguments[index].hasPrefix($0 + "=") }) {
        index += 1
      } else {
        break
      }
    }
    guard index > 0, index < arguments.count, Broadsheet.commandNames.contains(arguments[index])
    else { return arguments }
    return [arguments[index]] + arguments[..<index] + arguments[(index + 1)...]
  }
}
