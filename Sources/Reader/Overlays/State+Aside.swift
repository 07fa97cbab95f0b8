/// What is looked at for a moment: the help, messages, themes and addresses to open or copy by hand.
extension State {
  /// Opens it over whatever is there, which comes back after it.
  mutating func openAside(_ aside: Overlay) {
    let below = covered + [overlay].compactMap(\.self)
    panelTop = 0
    overlay = aside
    covered = below
  }

  /// Closes the overlay; what it was opened over is there again, with what has been answered since.
  mutating func closeOverlay() {
    let below = covered.popLast()
    overlay = if case .desk = below { .desk(library.desk) } else { below }
  }

  /// Closes all that is looked at for a moment.
  mutating func closeAsides() {
    while overlay?.isAside == true { closeOverlay() }
  }
}
