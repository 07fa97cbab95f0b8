import CNcurses
import Glibc

extension Canvas {
  /// Tries the terminal's own name, then those of terminals that are like it.
  static func start(
    _ frame: FrameFile, environment: Environment
  ) throws(TerminalError) -> (OpaquePointer, Description) {
    let wanted = environment["TERM"] ?? "xterm-256color"
    // Direct colours have no numbers that could be slots; the indexed twin has.
    let indexed = wanted.hasSuffix("-direct") ? wanted.dropLast(7) + "-256color" : wanted[...]
    // The size is that of the device, whatever LINES and COLUMNS say.
    use_env(false)
    use_tioctl(true)
    let family = TerminalFamily(of: wanted)
    for name in [String(indexed)] + family.descriptions {
      guard let screen = newScreen(name, frame) else { continue }
      let unknown =
        name == indexed
        ? nil : UnknownTerminal(given: wanted, taken: name, colorLimit: family.colorLimit)
      let description = Description(name: name, insteadOf: unknown)
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
