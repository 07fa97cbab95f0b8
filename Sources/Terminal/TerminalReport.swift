/// What would be known of the terminal, found out without taking it.
package struct TerminalReport {
  /// The name under which the terminal's description was found.
  package let name: String
  /// Set where there is no description of the terminal itself.
  package let unknown: UnknownTerminal?
  package let depth: ColorDepth
  /// Whether links would go to the terminal with their text (OSC 8).
  package let sendsLinks: Bool
  /// In cells; nil where there is no terminal.
  package let size: (rows: Int, columns: Int)?

  /// Throws as `Terminal` does, but for a missing terminal.
  package init(options: TerminalOptions) throws(TerminalError) {
    size = (try? TTY())?.size
    let canvas = try Canvas(options: options, rows: 24, columns: 80)
    name = canvas.description.name
    unknown = canvas.description.unknown
    depth = canvas.depth
    sendsLinks = canvas.sendsLinks
  }
}
