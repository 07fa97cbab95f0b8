/// The user's editor, and how it is told the line.
package struct EditorCommand: Equatable, Sendable {
  private enum LineForm { case plus, suffix, none }

  private let words: CommandWords

  /// Takes the configured command, else `VISUAL`, else `EDITOR`; throws `noEditor` or the errors
  /// of `CommandWords`.
  package init(configured: String?, surroundings: Surroundings) throws(DeliveryError) {
    guard let command = configured ?? surroundings["VISUAL"] ?? surroundings["EDITOR"] else {
      throw .noEditor
    }
    words = try CommandWords(parsing: command)
  }

  package var program: String { words.program }

  /// The command that opens a file at a 1-based line, as far as the editor is known to take one.
  package func words(opening path: String, line: Int) -> CommandWords {
    // By bytes: a sign with a mark on it is another character, and the same to the editor.
    let isOption = path.utf8.first == 0x2B || path.utf8.first == 0x2D
    let file = isOption ? "./" + path : path
    let added =
      switch lineForm {
      case .plus: ["+\(line)", file]
      case .suffix: missingFlags + ["\(file):\(line)"]
      case .none: [file]
      }
    return CommandWords(program: words.program, arguments: words.arguments + added)
  }

  private var lineForm: LineForm {
    switch words.name {
    case "vi", "vim", "nvim", "view", "vis", "elvis", "nvi", "gvim", "vim.basic", "vim.tiny",
      "nano", "pico", "rnano", "emacs", "emacsclient", "mg", "jmacs", "zile", "kak", "kakoune",
      "micro", "joe", "jed", "ne", "e3", "gedit", "editor", "sensible-editor":
      .plus
    case "hx", "helix", "code", "codium", "code-insiders", "cursor", "subl", "zed", "zeditor",
      "lapce":
      .suffix
    default: .none
    }
  }

  /// Without these an editor with windows takes `file:line` for a name, or leaves at once.
  private var missingFlags: [String] {
    switch words.name {
    case "code", "codium", "code-insiders", "cursor":
      (words.arguments.contains { $0 == "--wait" || $0 == "-w" } ? [] : ["--wait"]) + ["--goto"]
    case "subl", "zed", "zeditor":
      words.arguments.contains { $0 == "--wait" || $0 == "-w" } ? [] : ["--wait"]
    default: []
    }
  }
}
