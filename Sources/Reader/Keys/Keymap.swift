import BriefModel
package import Cells

/// Which key does what: the default, a preset laid over it, then the settings' own keys.
package struct Keymap: Sendable, Equatable {
  /// Why a line of the settings' `[keys]` cannot hold.
  package struct Problem: Error, Equatable, Sendable {
    /// The command name as given.
    package var command: String
    /// A whole sentence without a stop.
    package var text: String
  }

  /// The keys of each command, in the order of the table. Arrays, since a search through a hundred
  /// keys takes less than the first use of a dictionary of them, which every start would pay.
  private var rows: [(command: Command, keys: [Key])]

  /// The default keys.
  package init() {
    rows = Command.table.map { ($0.command, $0.keys.compactMap(KeyName.key)) }
  }

  package static func == (first: Keymap, second: Keymap) -> Bool {
    first.rows.elementsEqual(second.rows, by: ==)
  }

  /// The keys of a preset, or nil where there is none of that name.
  package init?(preset: String) {
    self.init()
    switch preset {
    case "default": break
    case "newsboat": lay(over: Self.newsboat)
    case "less": lay(over: Self.less)
    default: return nil
    }
  }

  /// Names of the presets.
  package static let presets = ["default", "newsboat", "less"]

  /// What a key does, if anything.
  package subscript(key: Key) -> Command? { rows.first { $0.keys.contains(key) }?.command }

  /// The keys of a command, in the order of the table.
  package func keys(of command: Command) -> [Key] {
    rows.first { $0.command == command }?.keys ?? []
  }

  /// The first key's name, for hints; nil where the command has no key.
  package func hint(_ command: Command) -> String? { keys(of: command).first.map(KeyName.name) }

  /// Gives a command other keys; they are taken from whatever had them.
  package mutating func set(_ command: Command, to keys: [Key]) {
    for row in rows.indices {
      if rows[row].command == command {
        rows[row].keys = keys
      } else {
        rows[row].keys.removeAll(where: keys.contains)
      }
    }
  }

  /// Takes the keys of commands away.
  package mutating func remove(_ commands: [Command]) {
    for command in commands { set(command, to: []) }
  }

  /// Takes the `[keys]` of the settings; the good lines hold, the others are told.
  package mutating func take(_ lines: [(command: String, keys: [String])]) -> [Problem] {
    var problems: [Problem] = []
    var taken: [Key: String] = [:]
    for (name, names) in lines {
      guard let command = Command(rawValue: name) else {
        let meant = Suggestion.text(for: name, among: Command.allCases.map(\.rawValue))
        problems.append(Problem(command: name, text: "there is no command '\(name)'\(meant)"))
        continue
      }
      var keys: [Key] = []
      for keyName in names {
        guard let key = KeyName.key(keyName) else {
          problems.append(Problem(command: name, text: "there is no key '\(keyName)'"))
          continue
        }
        if case .character(let digit) = key, digit.isNumber {
          problems.append(Problem(command: name, text: "'\(keyName)' begins a count"))
        } else if let other = taken[key] {
          problems.append(Problem(command: name, text: "'\(keyName)' is also a key of '\(other)'"))
        } else {
          taken[key] = name
          keys.append(key)
        }
      }
      // A line without one good key leaves the command the keys that it has.
      if !keys.isEmpty || names.isEmpty { set(command, to: keys) }
    }
    return problems
  }

  private mutating func lay(over rows: [(Command, [String])]) {
    for (command, names) in rows { set(command, to: names.compactMap(KeyName.key)) }
  }

  /// `j` and `k` go from brief to brief in newsboat's article view; `g` and `G` sort there.
  private static let newsboat: [(Command, [String])] = [
    (.down, ["Down", "j"]), (.up, ["Up", "k"]), (.nextBrief, ["J", "^N"]),
    (.previousBrief, ["K", "^P"]), (.markSection, ["m"]), (.markAll, ["A", "C"]),
    (.markBrief, ["M", "N"]), (.previous, ["p"]), (.peek, ["P"]), (.reload, ["r", "R"]),
    (.labels, [";", "^O"]), (.back, ["<", "BS"]), (.edit, ["E"]),
    (.top, ["Home", "g"]), (.bottom, ["End", "G"]),
  ]

  private static let less: [(Command, [String])] = [
    (.down, ["j", "Down", "Enter", "^N", "e"]), (.up, ["k", "Up", "^P", "y"]),
    (.pageDown, ["f", "^F", "PgDn", "^V"]), (.pageUp, ["b", "^B", "PgUp"]),
    (.halfPageDown, ["d", "^D"]), (.halfPageUp, ["u", "^U"]), (.readOn, ["Space"]),
    (.top, ["g", "Home", "<"]), (.bottom, ["G", "End", ">"]), (.follow, ["o"]), (.open, ["O"]),
    (.openAndMark, []), (.edit, ["v"]), (.copyURL, ["c"]), (.copyCitation, ["C"]), (.star, ["*"]),
    (.nextMention, ["+"]), (.undo, ["-"]), (.redo, ["_"]), (.back, ["BS"]), (.forward, ["M-f"]),
    (.help, ["?", "h"]), (.left, ["Left"]), (.right, ["Right", "l"]),
  ]
}
