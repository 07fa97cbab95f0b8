/// Everything that a key or a line after `:` can do; the raw value is its name in settings.
package enum Command: String, CaseIterable, Sendable {
  case down, up
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case readOn = "read-on"
  case top, bottom, left, right
  case scrollLeft = "scroll-left"
  case scrollRight = "scroll-right"
  case nextBrief = "next-brief"
  case previousBrief = "previous-brief"
  case nextSection = "next-section"
  case previousSection = "previous-section"
  case next, previous
  case nextLink = "next-link"
  case previousLink = "previous-link"
  case nextMention = "next-mention"
  case previousMention = "previous-mention"
  case source
  case labels
  case follow
  case open
  case openAndMark = "open-and-mark"
  case copyURL = "copy-url"
  case copyCitation = "copy-citation"
  case peek
  case sources, sections, zoom, sort, group
  case sourceDesk = "source-desk"
  case related
  case markSection = "mark-section"
  case markBrief = "mark-brief"
  case markAll = "mark-all"
  case star, undo, redo, changes
  case back, forward
  case search, filter, saved
  case commandLine = "command-line"
  case help, messages, theme, linear
  case edit, reload, redraw, suspend
  case cancel, close, quit
}

/// A group of commands on the help screen.
package enum CommandGroup: String, CaseIterable, Sendable {
  case moving = "Moving"
  case sections = "Sections and briefs"
  case citations = "Citations and sources"
  case marks = "Marks"
  case panes = "Panes"
  case finding = "Finding and places"
  case program = "Program"
}

/// One row of the table that dispatch, help, completion, `broadsheet keys` and the documentation
/// are made from.
package struct CommandRow: Sendable {
  package let command: Command
  package let group: CommandGroup
  /// Default keys in the notation of `KeyName`.
  package let keys: [String]
  /// One line, beginning with a lower-case verb.
  package let help: String
  /// The same for a reader who may only read, where that is something else.
  private let readingHelp: String?
  /// Whether it does something beyond reading: it starts a program of the machine or gives its
  /// screen away. A reader who may only read (`Options.isKiosk`) has no such command.
  package let reachesOut: Bool

  fileprivate init(
    _ command: Command, _ group: CommandGroup, _ keys: [String], _ help: String,
    readingHelp: String? = nil, reachesOut: Bool = false
  ) {
    self.command = command
    self.group = group
    self.keys = keys
    self.help = help
    self.readingHelp = readingHelp
    self.reachesOut = reachesOut
  }

  /// What the command does here, in one line.
  func help(isKiosk: Bool) -> String { isKiosk ? readingHelp ?? help : help }
}

extension Command {
  /// The one table of commands, in the order of the help screen.
  package static let table: [CommandRow] = [
    CommandRow(.down, .moving, ["j", "Down"], "go a line or row down"),
    CommandRow(.up, .moving, ["k", "Up"], "go a line or row up"),
    CommandRow(.halfPageDown, .moving, ["^D"], "go half a page down"),
    CommandRow(.halfPageUp, .moving, ["^U"], "go half a page up"),
    CommandRow(.pageDown, .moving, ["PgDn", "^F"], "go a page down"),
    CommandRow(.pageUp, .moving, ["PgUp", "b", "^B"], "go a page up"),
    CommandRow(
      .readOn, .moving, ["Space"], "read on: a page, then the next unread section or brief"),
    CommandRow(.top, .moving, ["g", "Home"], "go to the top"),
    CommandRow(.bottom, .moving, ["G", "End"], "go to the end"),
    CommandRow(.scrollLeft, .moving, [","], "scroll wide tables and code to the left"),
    CommandRow(.scrollRight, .moving, ["."], "scroll wide tables and code to the right"),

    CommandRow(.nextSection, .sections, ["]"], "go to the next section"),
    CommandRow(.previousSection, .sections, ["["], "go to the previous section"),
    CommandRow(.nextBrief, .sections, ["J"], "go to the next brief"),
    CommandRow(.previousBrief, .sections, ["K"], "go to the previous brief"),
    CommandRow(.next, .sections, ["n"], "go to the next match, or the next unread section"),
    CommandRow(
      .previous, .sections, ["N"], "go to the previous match, or the previous unread section"),

    CommandRow(.nextLink, .citations, ["Tab"], "select the next citation"),
    CommandRow(.previousLink, .citations, ["S-Tab"], "select the previous citation"),
    CommandRow(.nextMention, .citations, ["*"], "select the next citation of the same source"),
    CommandRow(
      .previousMention, .citations, ["#"], "select the previous citation of the same source"),
    CommandRow(.source, .citations, ["'"], "go to the source in the list, and back"),
    CommandRow(.labels, .citations, [";"], "put letters on the links; type one to select it"),
    CommandRow(.follow, .citations, ["Enter"], "follow: open the row, the section or the link"),
    CommandRow(
      .open, .citations, ["o"], "open the link in the browser; after 3, source 3",
      readingHelp: "send the link to your terminal's clipboard, and show it"),
    CommandRow(
      .openAndMark, .citations, ["O"], "open the link and mark its section read",
      readingHelp: "send and show the link, and mark its section read"),
    CommandRow(.copyURL, .citations, ["y"], "copy the URL; after 3, that of source 3"),
    CommandRow(.copyCitation, .citations, ["Y"], "copy the citation as Markdown"),
    CommandRow(.peek, .citations, ["p"], "peek: whole URL, outlet, date, where it is cited"),

    CommandRow(.markSection, .marks, ["m"], "mark the section read or unread"),
    CommandRow(.markBrief, .marks, ["M"], "mark the brief read or unread"),
    CommandRow(.markAll, .marks, ["A"], "mark all briefs of the list read (asks first)"),
    CommandRow(.star, .marks, ["f"], "star the brief"),
    CommandRow(.undo, .marks, ["u"], "undo the last mark"),
    CommandRow(.redo, .marks, ["U"], "redo it"),
    CommandRow(.changes, .marks, ["d"], "show what changed since the brief was read"),

    CommandRow(.left, .panes, ["h", "Left"], "go to the pane on the left"),
    CommandRow(.right, .panes, ["l", "Right"], "go to the pane on the right"),
    CommandRow(.sources, .panes, ["s"], "show or hide the sources"),
    CommandRow(.sections, .panes, ["t"], "show or hide the sections"),
    CommandRow(.zoom, .panes, ["z"], "show only this pane, or all again"),
    CommandRow(.sort, .panes, [], "sort the list, by date or number and so on"),
    CommandRow(.group, .panes, [], "part the library's list by day or folder"),

    CommandRow(.search, .finding, ["/"], "search in the text or the list"),
    CommandRow(.filter, .finding, ["F"], "filter the library, or search all its text"),
    CommandRow(.saved, .finding, ["v"], "choose a saved query, with what it has unread"),
    CommandRow(.sourceDesk, .finding, ["S"], "open the desk of all sources of the library"),
    CommandRow(.related, .finding, [], "list the briefs that share sources with this one"),
    CommandRow(.back, .finding, ["<", "BS"], "go back to where you were"),
    CommandRow(.forward, .finding, [">"], "go forward again"),

    CommandRow(.commandLine, .program, [":"], "type a command"),
    CommandRow(.help, .program, ["?"], "show this help"),
    CommandRow(.messages, .program, [], "show the messages of this run"),
    CommandRow(.theme, .program, [], "choose a theme, which the screen shows meanwhile"),
    CommandRow(
      .linear, .program, [], "show all line by line, for screen readers; or panes again"),
    CommandRow(.edit, .program, ["e"], "open the file in your editor", reachesOut: true),
    CommandRow(.reload, .program, ["r"], "read the file again"),
    CommandRow(.redraw, .program, ["^L"], "draw the screen anew"),
    CommandRow(.suspend, .program, ["^Z"], "suspend the program", reachesOut: true),
    CommandRow(.cancel, .program, ["Esc"], "end the search, the selection or what is pending"),
    CommandRow(.close, .program, ["q"], "close, go back to the list, or leave"),
    CommandRow(.quit, .program, ["Q", "^C"], "leave at once"),
  ]

  /// Those that a reader who may only read does without.
  package static let outreaching = table.filter(\.reachesOut).map(\.command)

  /// The command's row.
  package var row: CommandRow {
    Self.table.first { $0.command == self } ?? Self.table[0]
  }
}
