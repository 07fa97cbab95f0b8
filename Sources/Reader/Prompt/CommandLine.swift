import BriefModel

/// A line typed after `:`.
enum CommandLine: Equatable {
  case empty
  case command(Command, count: Int?)
  case search(String)
  case sort(String)
  case group(String)
  case filter(String)
  case theme(String)
  case problem(String)

  /// Short names that hands know from other programs.
  private static let short: [String: Command] = [
    "q": .close, "qa": .quit, "q!": .quit, "e": .reload, "h": .help,
  ]

  /// What Tab offers a reader who may do all, and one who may only read.
  static let names = names(without: [.commandLine])
  private static let readingNames = names(without: [.commandLine] + Command.outreaching)

  /// What Tab offers.
  static func names(isKiosk: Bool) -> [String] { isKiosk ? readingNames : names }

  private static func names(without absent: [Command]) -> [String] {
    Command.allCases.filter { !absent.contains($0) }.map(\.rawValue).sorted()
  }

  /// `name`, `name 3`, `3` for source 3, `search words` or `sort order`.
  init(_ line: String, isKiosk: Bool = false) {
    let names = Self.names(isKiosk: isKiosk)
    let words = line.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = words.first else {
      self = .empty
      return
    }
    let rest = words.count > 1 ? words[1] : nil
    if let number = Int(name), rest == nil, number > 0 {
      self = .command(.source, count: number)
    } else if name == Command.search.rawValue, let rest {
      self = .search(rest)
    } else if name == Command.filter.rawValue, let rest {
      self = .filter(rest)
    } else if Self.command(name, among: names) == .sort, let rest {
      self = .sort(rest)
    } else if Self.command(name, among: names) == .group, let rest {
      self = .group(rest)
    } else if Self.command(name, among: names) == .theme, let rest {
      self = .theme(rest)
    } else if let command = Self.command(name, among: names) {
      if let rest, !command.takesNumber {
        self = .problem("\(name) takes nothing, not even '\(rest)'")
      } else if let rest, (Int(rest) ?? 0) <= 0 {
        self = .problem("\(name) takes a number, not '\(rest)'")
      } else {
        self = .command(command, count: rest.flatMap { Int($0) })
      }
    } else {
      self = .problem(Self.unknown(name, among: names))
    }
  }

  /// What is said of a name that is no command's: which it could be, or may have been meant.
  private static func unknown(_ name: String, among names: [String]) -> String {
    let matches = names.filter { $0.hasPrefix(name) }
    guard matches.isEmpty else {
      return "'\(name)' could be \(matches.prefix(4).joined(separator: ", "))"
    }
    let meant = Suggestion.text(for: name, among: names)
    return "There is no command '\(name)'" + (meant.isEmpty ? "; Tab shows them all" : meant)
  }

  /// What a line that is typed says of a theme; nil for another line.
  static func theme(in line: String) -> String? {
    guard case .theme(let name) = CommandLine(line) else { return nil }
    return name
  }

  /// Whether a line that is typed may come to name a theme.
  static func isOfThemes(_ line: String) -> Bool {
    switch CommandLine(line) {
    case .theme, .command(.theme, _): true
    case .empty, .command, .search, .sort, .group, .filter, .problem: false
    }
  }

  /// Whether what lies over the panes stays there, or comes back after what the line opens.
  var keepsView: Bool {
    switch self {
    case .empty, .theme, .problem: true
    case .command(let command, _):
      [.help, .messages, .theme, .linear, .redraw, .suspend].contains(command)
    case .search, .sort, .group, .filter: false
    }
  }

  /// The command of a name, which may be cut short where only one begins so.
  static func command(_ name: String, isKiosk: Bool) -> Command? {
    command(name, among: names(isKiosk: isKiosk))
  }

  private static func command(_ name: String, among names: [String]) -> Command? {
    if let exact = Command(rawValue: name), names.contains(name) || exact == .commandLine {
      return exact
    }
    if let short = short[name] { return short }
    let matches = names.filter { $0.hasPrefix(name) }
    return matches.count == 1 ? Command(rawValue: matches[0]) : nil
  }
}
