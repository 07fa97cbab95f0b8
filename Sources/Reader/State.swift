package import Cells

/// Everything that the reader shows and knows; changed by `update` alone.
package struct State: Sendable {
  package var options: Options
  package var rows = 24
  package var columns = 80

  /// Starts with the files that were asked for, none of them read yet.
  package init(paths: [String], options: Options) {
    self.options = options
  }

  /// Takes one message and says what is to be done.
  package mutating func update(_ message: Message) -> [Effect] { [] }

  /// Draws the whole screen; changes nothing.
  package func draw(theme: Theme, into grid: inout Grid) {}
}
