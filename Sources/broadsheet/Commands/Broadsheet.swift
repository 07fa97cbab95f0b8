import ArgumentParser

/// `broadsheet`: the reader, and the commands beside it.
struct Broadsheet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadsheet",
    abstract: "Read cited news briefs in the terminal.",
    usage: """
      \(ReadCommand.usage)
      broadsheet show [--format text|json|jsonl|html|markdown] [--citations inline|numbered|footnotes] \
      [--width N] [--color auto|always|never] PATH…
      broadsheet sources [--format text|json|csl-json|bibtex|ris|urls] [--sort ORDER] PATH…
      broadsheet check [--format text|json|sarif] [--strict] [--color auto|always|never] PATH…
      broadsheet add FOLDER… | remove FOLDER… | folders [--ways] | index [--watch] [--publish FILE] [--quiet]
      broadsheet list [--format text|json] [--sort ORDER] [--limit N] [QUERY]
      broadsheet search [--format text|json] [--limit N] QUERY
      broadsheet unread [--count] [QUERY]
      broadsheet mark read|unread|star|unstar QUERY|PATH…
      broadsheet backup FILE | export --state [FILE] | import --state FILE
      broadsheet keys | themes | config | doctor [--check-library | --restore-library]
      """,
    discussion: """
      PATH is a Markdown file, a folder (every *.md, *.markdown and *.txt in it and below it), or \
      - for standard input. Without a PATH the library is opened where it has folders, else the \
      current folder.
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
