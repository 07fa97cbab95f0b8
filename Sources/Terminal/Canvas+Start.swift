import CNcurses
import Glibc

extension Canvas {
  /// Tries the terminal's own name, then that of a common one.
  static func start(
    _ frame: FrameFile, environment: Environment
  ) throws(TerminalError) -> (OpaquePointer, Description) {
    let wanted = environment["TERM"] ?? "xterm-256color"
    // Direct colours have no numbers that could be slots; the indexed twin has.
    let indexed = wanted.hasSuffix("-direct") ? wanted.dropLast(7) + "-256color" : wanted[...]
    // The size is that of the device, whatever LINES and COLUMNS say.
    use_env(false)
    use_tioctl(true)
    for name in [String(indexed), "xterm-256color"] {
      guard let screen = newScreen(name, frame) else { continue }
      let description = Description(name: name)
      guard description.canMoveCursor else {
        delscreen(screen)
        throw .cannotMoveCursor(wanted)
      }
      return (screen, description)
    }
    throw .unknownTerminal(wanted)
  }

  /// The library has a way of its own to answer Ctrl-Z, which would leave and enter the screen a
  /// second time, into the next frame.
  private static func newScreen(_ name: String, _ frame: FrameFile) -> OpaquePointer? {
    var found = sigaction()
    sigaction(SIGTSTP, nil, &found)
    defer { sigaction(SIGTSTP, &found, nil) }
    return newterm(name, frame.stream, frame.emptyInput)
  }
}
