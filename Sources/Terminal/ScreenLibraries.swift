import CNcurses

/// The libraries behind the screen.
package enum ScreenLibraries {
  /// Their names and versions.
  package static var versions: [String] { [String(cString: curses_version())] }
}
