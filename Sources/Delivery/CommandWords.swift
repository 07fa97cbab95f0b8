/// A command as words: its program and its arguments.
///
/// The words are split as a POSIX shell's quoting would split them (XCU 2.2), without a shell:
/// nothing is expanded, and a character that would mean more to a shell is an error.
package struct CommandWords: Equatable, Sendable {
  package let program: String
  package let arguments: [String]

  package init(program: String, arguments: [String] = []) {
    self.program = program
    self.arguments = arguments
  }

  /// The program's name without its folder.
  package var name: String { Self.name(of: program) }

  static func name(of program: String) -> String {
    program.split(separator: "/").last.map(String.init) ?? program
  }

  /// Splits a command; throws `openQuote`, `shellSyntax` or `emptyCommand`.
  package init(parsing command: String) throws(DeliveryError) {
    var splitter = WordSplitter(command: command)
    let words = try splitter.split()
    guard let program = words.first, !program.isEmpty else { throw .emptyCommand }
    self.init(program: program, arguments: Array(words.dropFirst()))
  }
}
