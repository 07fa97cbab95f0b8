import ArgumentParser
import BriefModel
import Glibc
import Guards

/// The program's entry.
@main
enum Program {
  static let version = "0.1.0"
  /// The day of this version.
  static let released = "2026-11-25"

  static func main() {
    Failure.exitOnThrow(checkLimits)
    let arguments = LeadingOptions.moved(Array(CommandLine.arguments.dropFirst()))
    if Kiosk.isLoginShell(CommandLine.arguments) {
      Failure.exitOnThrow { try Reading(paths: [], kiosk: Kiosk()).run() }
    } else if PlainArguments.arePathsOnly(arguments) {
      Failure.exitOnThrow { try Reading(paths: arguments).run() }
    } else if let words = PlainArguments.countedQuery(arguments) {
      Failure.exitOnThrow { try UnreadCount.print(words) }
    } else {
      run(QueryArguments.arranged(arguments))
    }
  }

  /// The fewest files that may be open at once: with less the libraries end the program in the midst
  /// of its work.
  private static let leastFiles = 32

  private static func checkLimits() throws(Refusal) {
    let files = broadsheet_guard_limits()
    guard files < leastFiles else { return }
    throw Refusal(
      description: "only \(files) files may be open here, and \(leastFiles) have to be; "
        + "raise the limit (ulimit -n)",
      status: .unavailable)
  }

  /// Runs a command. What is told of an argument repeats it, and it may be the name of a file
  /// (`broadsheet *`): no line of it reaches the terminal as it is.
  private static func run(_ arguments: [String]) {
    Failure.exitOnThrow { try MistypedCommand.refuse(helpOf: arguments) }
    do {
      var command = try Broadsheet.parseAsRoot(arguments)
      try command.run()
    } catch {
      StandardOutput.prepare()
      let code = Broadsheet.exitCode(for: error)
      let message = Broadsheet.fullMessage(for: error)
      let text = code.isSuccess ? CompletionScript(asked: arguments)?.text ?? message : message
      if code.isSuccess { return answer(text, isCheck: arguments.first == "check") }
      guard !text.isEmpty else { Broadsheet.exit(withError: error) }
      StandardError.write(Sanitizer.lines(withoutHiddenName(text)) + "\n")
      Glibc.exit(arguments.first == "check" ? CheckCommand.troubleStatus : code.rawValue)
    }
  }

  /// What is told of the reader without the name that its command has for the parser alone.
  private static func withoutHiddenName(_ text: String) -> String {
    let hidden = "See 'broadsheet read --help'"
    guard let range = text.firstRange(of: hidden) else { return text }
    return text[..<range.lowerBound] + "See 'broadsheet --help'" + text[range.upperBound...]
  }

  /// Prints what was asked for in place of work: help, the version, a script of completions.
  private static func answer(_ text: String, isCheck: Bool) {
    Failure.exitOnThrow(status: isCheck ? CheckCommand.troubleStatus : nil) {
      try StandardOutput.write(text + "\n")
    }
  }
}
