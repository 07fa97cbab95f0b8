/// Why a link, a copy or an editor did not get where it should; a description says what to do.
package enum DeliveryError: Error, Equatable, Sendable {
  /// A quote that is never closed, in the command given.
  case openQuote(command: String)
  /// A character that only a shell would understand, in the command given.
  case shellSyntax(Character, command: String)
  /// A command without any word.
  case emptyCommand
  /// A command with more than one `%s`.
  case repeatedPlaceholder(command: String)
  /// A program that is neither on `PATH` nor at the path given.
  case noProgram(String)
  /// A program that the system refused to start, and its reason.
  case notStarted(program: String, reason: String)
  /// A program that ended with a status other than 0.
  case failed(program: String, status: Int32)
  /// Neither `VISUAL` nor `EDITOR` is set.
  case noEditor
}

extension DeliveryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .openQuote(let command):
      "A quote is never closed in the command “\(command)”; close it"
    case .shellSyntax(let character, let command):
      "No shell runs “\(command)”: quote the “\(character)” or put the command in a script"
    case .emptyCommand:
      "The command is empty; name a program"
    case .repeatedPlaceholder(let command):
      "The address goes to a program once: leave one %s in “\(command)”"
    case .noProgram(let name):
      "There is no program “\(name)”; install it or set another"
    case .notStarted(let program, let reason):
      "“\(program)” could not be started: \(reason)"
    case .failed(let program, let status):
      "“\(program)” failed with status \(status)"
    case .noEditor:
      "No editor is set; set VISUAL or EDITOR, such as EDITOR=vi"
    }
  }
}
