/// One line of the help screen.
struct HelpLine: Sendable, Equatable {
  enum Kind: Sendable, Equatable { case group, command, reason, blank }

  var kind: Kind
  var keys = ""
  var text = ""
  /// Whether it can be done here and now; where not, a line with the reason follows.
  var isAvailable = true
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
      for row in rows {
        let reason = reason(against: row.command)
        lines.append(
          HelpLine(
            kind: .command, keys: keyNames(row.command), text: row.help,
            isAvailable: reason == nil))
        if let reason { lines.append(HelpLine(kind: .reason, text: reason)) }
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
