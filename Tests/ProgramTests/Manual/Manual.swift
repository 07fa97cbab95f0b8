import BriefLibrary
import Configuration
import Foundation

@testable import broadsheet

/// The manual: what the tables of commands, keys, settings, variables and statuses say, in man(7).
struct Manual {
  let tool: CommandInfo

  /// Takes what the parser of arguments knows.
  init() throws {
    let description = Data(Broadsheet._dumpHelp().utf8)
    tool = try JSONDecoder().decode(CommandInfo.Tool.self, from: description).command
  }

  /// The page.
  var text: String {
    let parts: [(String, [String])] = [
      ("NAME", ["broadsheet \\- read cited news briefs in the terminal"]),
      ("SYNOPSIS", synopsis), ("DESCRIPTION", description), ("OPTIONS", options),
      ("COMMANDS", commandSections), ("QUERIES", queries), ("KEYS", counts + keys),
      ("SETTINGS", settings), ("ENVIRONMENT", variables), ("FILES", files),
      ("EXIT STATUS", statuses), ("SEE ALSO", [".BR less (1),", ".BR newsboat (1)"]),
    ]
    let head = [
      ".\\\" Written by `make docs` from the program's own tables.",
      ".TH BROADSHEET 1 \(Program.released) \"Broadsheet \(Program.version)\" \"User Commands\"",
    ]
    let lines = head + parts.flatMap { name, lines in [".SH " + name] + lines }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The commands but for the reader, which has no name to be called by.
  var commands: [CommandInfo] {
    (tool.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// What runs where no command is named.
  var reader: CommandInfo { tool.subcommands?.first { !$0.shouldDisplay } ?? tool }

  private var description: [String] {
    Roff.paragraphs(
      """
      Broadsheet opens Markdown files with a title, sections whose sentences link to their \
      sources, and a list of those sources. It shows them in panes: briefs, sections, text and \
      sources. When standard output is not a terminal it does the same as broadsheet show.

      \(tool.discussion ?? "")
      """)
  }

  private var queries: [String] {
    Roff.paragraphs(
      """
      A query is of words that all must be there, of "two words" next to each other, of word* for \
      those that begin so, with OR, parentheses, and - before what must not be there. Behind a \
      name and a colon stands what it is to find; dates are written 2026-01-31, 2026-01, 2026, \
      today, yesterday, 3d, 2w, 6m or 1y, and with ~ before them those of files count, too.
      """)
      + QueryField.allCases.flatMap { field in
        [".TP", ".B " + field.rawValue + ":"] + Roff.prose(Roff.capitalized(field.meaning) + ".")
      }
  }

  private var counts: [String] {
    Roff.prose(
      """
      These are the keys without settings; broadsheet keys prints those with them. A number typed \
      before a key is a count, or the number of a source for Enter, o and y. What has no key, or \
      any command, can be typed after a colon by the name in parentheses.
      """)
  }

  private var settings: [String] {
    Roff.prose("They stand in a TOML file, a part before a dot being a table of it.")
      + Settings.table.flatMap { row in
        item(row.key, row.comment, row.values)
      } + item("queries.NAME", QuerySetting.comment, QuerySetting.values)
  }

  private func item(_ key: String, _ comment: String, _ values: String) -> [String] {
    [".TP", ".B " + Roff.escaped(key)] + Roff.prose(comment) + Roff.prose("Takes \(values).")
  }

  private var variables: [String] {
    Roff.prose("A variable that is empty counts as unset.")
      + Roff.prose(Configuration.Environment.kioskRule)
      + EnvironmentVariable.allCases.flatMap { variable in
        [".TP", ".B " + Roff.escaped(variable.rawValue)] + Roff.prose(variable.meaning)
      }
  }

  private var statuses: [String] {
    Roff.prose("The command check has its own, which stand with it above.")
      + ExitStatus.allCases.flatMap { status in
        [".TP", ".B \(status.rawValue)"] + Roff.prose(Roff.capitalized(status.meaning) + ".")
      }
  }
}
