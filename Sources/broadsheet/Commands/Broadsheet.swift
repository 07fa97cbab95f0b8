import ArgumentParser

/// `broadsheet`: the reader, and the commands beside it.
struct Broadsheet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadsheet",
    abstract: "Read cited news briefs in the terminal.",
    usage: """
      \(ReadCommand.usage)
      broadsheet show [--format FORMAT] [--citations STYLE] [--width N]
                      [--color WHEN] [--config FILE] PATH…
      broadsheet sources [--format FORMAT] [--sort ORDER] PATH…
      broadsheet check [--format FORMAT] [--strict] [--no-ignores] [--color WHEN]
                       [--config FILE] PATH…
      broadsheet add FOLDER… | remove FOLDER… | folders [--ways]
      broadsheet index [--watch] [--publish FILE] [--quiet] [--config FILE]
      broadsheet list [--format FORMAT] [--sort ORDER] [--limit N] [QUERY]
      broadsheet search [--format FORMAT] [--limit N] QUERY
      broadsheet unread [--count] [QUERY]
      broadsheet mark read|unread|star|unstar QUERY|PATH…
      broadsheet backup FILE | export --state [FILE] | import --state FILE
      broadsheet keys | themes | config
      broadsheet doctor [--check-library | --restore-library]
      broadsheet \(CompletionScript.option) \(CompletionScript.shells.joined(separator: "|"))
      """,
    discussion: """
      PATH is a Markdown file, a folder (every *.md, *.markdown and *.txt in it and below it), or \
      - for standard input. Without a PATH the library is opened where it has folders, else the \
      current folder.

      The options of the reader are told by broadsheet help read, those of a command by broadsheet \
      help COMMAND. --config says whose settings hold, for all but sources; --reader says whose \
      marks these are, for all that reads or changes marks. A reader whom a command names must be \
      there: the first to make one is the reader itself, or import.
      """,
    version: "broadsheet \(Program.version)\n\(LinkedLibraries.text)",
    subcommands: [
      ReadCommand.self, ShowCommand.self, SourcesCommand.self, CheckCommand.self,
      AddCommand.self, RemoveCommand.self, FoldersCommand.self, IndexCommand.self,
      ListCommand.self, SearchCommand.self, UnreadCommand.self, MarkCommand.self,
      BackupCommand.self, ExportCommand.self, ImportCommand.self,
      KeysCommand.self, ThemesCommand.self,
      ConfigCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// The first words that are not paths; a file of such a name is reached as `./show`.
  static let commandNames = [
    "show", "sources", "check", "add", "remove", "folders", "index", "list", "search", "unread",
    "mark", "backup", "export", "import", "keys", "themes", "config", "doctor", "help",
  ]
}
