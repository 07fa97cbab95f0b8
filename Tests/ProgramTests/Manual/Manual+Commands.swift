@testable import broadsheet

extension Manual {
  /// A line for each command, with all that it takes.
  var synopsis: [String] {
    let lines = [reader] + commands
    let described = lines.map { command -> [String] in
      let name = command.commandName == reader.commandName ? "" : " " + command.commandName
      return [".B broadsheet" + Roff.escaped(name)] + command.ownArguments.map(usage)
    }
    return [".nh"] + described.joined(separator: [".br"]) + [".hy"]
  }

  /// A part for each command: what it does, and what each of its arguments means.
  var commandSections: [String] {
    commands.flatMap { command in
      [".SS " + Roff.escaped(command.commandName)] + Roff.paragraphs(command.abstract ?? "")
        + command.ownArguments.flatMap(item) + discussion(of: command)
    }
  }

  /// The options of the reader, and those of every command.
  var options: [String] {
    tool.shownArguments.flatMap(item) + completionOption + reader.ownArguments.flatMap(item)
      + discussion(of: reader)
  }

  /// The parser understands it and describes it nowhere.
  private var completionOption: [String] {
    let shells = CompletionScript.shells.map { "\\fB\($0)\\fR" }.joined(separator: "|")
    return [".TP", "\\fB\(Roff.escaped(CompletionScript.option))\\fR \(shells)"]
      + Roff.prose(CompletionScript.meaning)
  }

  private func discussion(of command: CommandInfo) -> [String] {
    command.discussion.map { [".PP"] + Roff.paragraphs($0) } ?? []
  }

  private func usage(_ argument: CommandInfo.Argument) -> String {
    let value = Roff.escaped(argument.valueName ?? "")
    let dots = argument.isRepeating ? "..." : ""
    switch argument.kind {
    case .positional:
      if let values = choices(argument) { return values }
      let name =
        argument.valueName?.contains("|") == true ? alternatives(value) : "\\fI\(value)\\fR"
      return argument.isOptional ? "[\(name)\(dots)]" : name + dots
    case .flag: return argument.isOptional ? "[\(spelled(argument))]" : spelled(argument)
    case .option:
      return "[\(spelled(argument)) \(choices(argument) ?? "\\fI\(value)\\fR")]"
    }
  }

  /// `query|path`.
  private func alternatives(_ value: String) -> String {
    value.split(separator: "|").map { "\\fI\($0)\\fR" }.joined(separator: "|")
  }

  private func choices(_ argument: CommandInfo.Argument) -> String? {
    // Many of them are too long for a line, and are named with the option.
    guard let values = argument.allValues, values.joined().count < 24 else { return nil }
    return values.map { "\\fB\(Roff.escaped($0))\\fR" }.joined(separator: "|")
  }

  private func spelled(_ argument: CommandInfo.Argument) -> String {
    (argument.names ?? []).map { "\\fB\(Roff.escaped($0.written))\\fR" }.joined(separator: ", ")
  }

  private func item(_ argument: CommandInfo.Argument) -> [String] {
    let value = "\\fI\(Roff.escaped(argument.valueName ?? ""))\\fR"
    let head =
      switch argument.kind {
      case .positional: value + (argument.isRepeating ? "..." : "")
      case .flag: spelled(argument)
      case .option: spelled(argument) + " " + value
      }
    var text = argument.abstract ?? ""
    if argument.kind == .option, let value = argument.defaultValue {
      text += " It is \(value) by default."
    }
    return [".TP", head] + Roff.prose(text)
  }
}
