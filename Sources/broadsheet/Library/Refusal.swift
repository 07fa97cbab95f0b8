/// Why a command ends without having done its work.
struct Refusal: Error, CustomStringConvertible {
  /// What is wrong, and what to do.
  var description: String
  /// How the program ends.
  var status: ExitStatus
}

extension Refusal {
  /// The command line makes no sense.
  static func usage(_ text: String) -> Refusal { Refusal(description: text, status: .usage) }

  /// Data that is not what it should be.
  static func data(_ text: String) -> Refusal { Refusal(description: text, status: .data) }

  /// Something that is named is not there.
  static func missing(_ text: String) -> Refusal { Refusal(description: text, status: .missing) }

  /// Why a path cannot be opened whose name is not UTF-8.
  static let misnaming = "cannot be opened, as its name is not UTF-8; rename it"

  /// Whether a path that leads to nothing has a name that is not UTF-8, which is known in a repaired
  /// form alone.
  static func isMisnamed(_ path: String) -> Bool { path.unicodeScalars.contains("\u{FFFD}") }

  /// The library has no folders, so there is nothing to list or to index.
  static var noFolders: Refusal {
    .missing("the library has no folders; add one with broadsheet add FOLDER")
  }

  /// Another process brings the index up to date just now.
  static var busy: Refusal {
    Refusal(description: "another broadsheet brings the index up to date just now", status: .busy)
  }
}
