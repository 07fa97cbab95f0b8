package import BriefModel

/// What the settings and the surroundings tell the reader.
package struct Options: Sendable, Equatable {
  /// How the panes stand to one another.
  package enum Arrangement: String, Sendable, CaseIterable {
    /// By the size of the window; the text alone or stacked over a remote line.
    case auto
    /// Panes side by side wherever they fit.
    case columns
    /// Panes below one another.
    case stacked
    /// One pane at a time.
    case single
  }

  /// The most columns that a line of prose takes, 20 to 200.
  package var measure = 78
  package var arrangement = Arrangement.auto
  /// Whether the program runs at the far end of an SSH connection.
  package var isRemote = false
  /// Whether only what is reading can be done: no command that reaches out to the machine is there.
  package var isKiosk = false
  /// Whether marks and lines are drawn in ASCII only.
  package var isASCII = false
  /// Whether the terminal shows nothing but ASCII, in which signs such as `≥` are spelled out.
  package var isSpelled = false
  /// Whether all is shown line by line from the left edge, without panes and rules and with the
  /// terminal's cursor where the keys act, for screen readers and very narrow windows.
  package var isLinear = false
  /// Whether a section is marked read when its end has been passed.
  package var marksReadWhenPassed = false

  /// What the list of the library is parted by.
  package var grouping = BriefGrouping.none
  /// The queries that are kept under names, in the order in which they are shown.
  package var savedQueries: [SavedQuery] = []
  /// Whether there may be a library where files are read in its place; not where one was looked for.
  package var hasLibrary = true
  /// The folders whose briefs the library collects, as far as they are known.
  package var folders: [String] = []
  /// What the words of a query may begin with, `is:` as well as `is:unread`.
  package var queryWords: [String] = []
  /// The reader's home folder, for which `~` stands in what is shown.
  package var home: String?

  /// The name of the theme that holds.
  package var theme = ""

  /// The present day, for dates of which it goes without saying that they are of this year.
  package var today: CalendarDate?

  package init() {}
}
