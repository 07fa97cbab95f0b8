/// One line of the help screen.
struct HelpLine: Sendable, Equatable {
  enum Kind: Sendable, Equatable { case group, command, blank }

  var kind: Kind
  var keys = ""
  var text = ""
  /// Why it cannot be done here and now.
  var reason: String?
}

extension State {
  /// The help screen, made from the live keymap; the filter matches names, keys and help.
  func helpLines(_ help: HelpOverlay) -> [HelpLine] {
    var lines: [HelpLine] = []
    let finder = TextSearch(help.filter)
    for group in CommandGroup.allCases {
      let rows = Command.table.filter { row in
        row.group == group && (help.filter.isEmpty || finder.isIn(searchText(row)))
      }
      guard !rows.isEmpty else { continue }
      if !lines.isEmpty { lines.append(HelpLine(kind: .blank)) }
      lines.append(HelpLine(kind: .group, text: group.rawValue))
      lines += rows.map { row in
        HelpLine(
          kind: .command, keys: keyNames(row.command), text: row.help,
          reason: reason(against: row.command))
      }
    }
    return lines
  }

  private func keyNames(_ command: Command) -> String {
    let names = keymap.keys(of: command).map(KeyName.name)
    return names.isEmpty ? ":" + command.rawValue : names.joined(separator: " ")
  }

  private func searchText(_ row: CommandRow) -> String {
    "\(row.command.rawValue) \(keyNames(row.command)) \(row.help)"
  }
}
