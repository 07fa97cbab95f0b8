/// Why the terminal cannot be used.
package enum TerminalError: Error, Equatable, CustomStringConvertible {
  /// There is neither `/dev/tty` nor a terminal on descriptors 0 to 2.
  case noTerminal
  /// The terminal cannot move its cursor; the associated value is TERM.
  case cannotMoveCursor(String)
  /// Neither TERM nor `xterm-256color` is described on this machine.
  case unknownTerminal(String)
  /// The system refused something; says what, with the reason.
  case system(String)

  package var description: String {
    switch self {
    case .noTerminal:
      "no terminal to read keys from; use `broadsheet show` to print instead"
    case .cannotMoveCursor(let name):
      "TERM=\(name) cannot move the cursor; set TERM to the terminal's real name, "
        + "or use `broadsheet show` to print instead"
    case .unknownTerminal(let name):
      "TERM=\(name) is not known here, nor is xterm-256color; install the package ncurses-base"
    case .system(let what): what
    }
  }
}
