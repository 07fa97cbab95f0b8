import BriefModel
import Glibc

/// The name of a command with a slip of the finger, which would be taken for a path.
enum MistypedCommand {
  /// Refuses the paths where the first is a word that is no file, and is like the name of a command
  /// or has a file behind it.
  static func refuse(in paths: [String]) throws(Refusal) {
    guard let word = paths.first, isWord(word), !isThere(word) else { return }
    let meant = command(like: word)
    guard meant != nil || paths.dropFirst().first.map(isThere) == true else { return }
    let advice = meant.map { "did you mean '\($0)'?" } ?? "broadsheet help has all commands"
    throw .missing("\(Sanitizer.line(word)): no command, and no file or folder; \(advice)")
  }

  /// Refuses to tell the help of what is no command, in place of which that of all would come.
  static func refuse(helpOf arguments: [String]) throws(Refusal) {
    guard arguments.first == "help", let word = arguments.dropFirst().first, !word.hasPrefix("-"),
      word != ReadCommand.configuration.commandName, !Broadsheet.commandNames.contains(word)
    else { return }
    let meant = Suggestion.text(for: word, among: Broadsheet.commandNames)
    throw .usage(
      "there is no command '\(Sanitizer.line(word))'\(meant); broadsheet help has all of them")
  }

  /// The command that is meant by a word; nil for what can only be a path.
  static func command(like word: String) -> String? {
    isWord(word) ? Suggestion.nearest(to: word, among: Broadsheet.commandNames) : nil
  }

  /// Whether the name of a command could be written so, which standard input (`-`) is not.
  private static func isWord(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.count < 20 && !word.hasPrefix("-")
      && !word.contains { "./".contains($0) }
  }

  private static func isThere(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
