import BriefModel
import Cells
import Reader

/// The table of commands as a page: for `broadsheet keys`, `docs/keys.md` and the manual.
struct KeyReference {
  private let keymap: Keymap

  init(keymap: Keymap) { self.keymap = keymap }

  /// Plain columns: keys, what they do, the command's name.
  var text: String {
    let width = Command.table.map { DisplayWidth.of(keys(of: $0.command)) }.max() ?? 0
    let helpWidth = Command.table.map { DisplayWidth.of($0.help) }.max() ?? 0
    return groups.map { group, rows in
      let lines = rows.map { row in
        "  " + pad(keys(of: row.command), to: width) + "  " + pad(row.help, to: helpWidth) + "  "
          + row.command.rawValue
      }
      return ([group.rawValue] + lines).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// A table a group, in GitHub's Markdown.
  var markdown: String {
    groups.map { group, rows in
      let lines = rows.map { row in
        "| \(keys(of: row.command, quoting: Self.code)) | \(row.help) | `\(row.command.rawValue)` |"
      }
      let head = ["## \(group.rawValue)", "", "| keys | what they do | command |", "|---|---|---|"]
      return (head + lines).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// The commands by what they are for.
  var groups: [(CommandGroup, [CommandRow])] {
    CommandGroup.allCases.map { group in (group, Command.table.filter { $0.group == group }) }
  }

  /// The keys of a command, or how it is typed after a colon.
  func keys(of command: Command, quoting: (String) -> String = { $0 }) -> String {
    let names = keymap.keys(of: command).map { quoting(Sanitizer.line(KeyName.name($0))) }
    return names.isEmpty ? ":" + command.rawValue : names.joined(separator: " ")
  }

  private func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private static func code(_ key: String) -> String {
    key == "|" ? "<code>\\|</code>" : "`\(key)`"
  }
}
